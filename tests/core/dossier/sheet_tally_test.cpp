#include "core/dossier/sheet_tally.h"

#include "tests/support/catch.h"

using namespace station::dossier;
using namespace Qt::StringLiterals;

namespace {

Side front(int sheet)
{
    return {.id = u"front-%1"_s.arg(sheet), .sheet = sheet};
}

Side back(int sheet)
{
    return {.id = u"back-%1"_s.arg(sheet), .sheet = sheet, .face = Face::Back};
}

Side twoSided(Side side)
{
    side.twoSided = true;
    return side;
}

Side damaged(Side side)
{
    side.damaged = true;
    return side;
}

Side blank(Side side)
{
    side.blank = true;
    return side;
}

Side out(Side side)
{
    side.out = true;
    return side;
}

struct Row {
    Sides sides;
    int expected;
    bool agrees;
    QString text;
    int countedSides;
};

const std::vector<Row> rows{
    // Nothing, and nothing expected.
    {{}, 0, true, u"0"_s, 0},
    {{}, 2, false, u"0/2"_s, 0},
    // One face a sheet.
    {{front(1), front(2)}, 0, true, u"2"_s, 2},
    {{front(1), front(2)}, 2, true, u"2/2"_s, 2},
    {{front(1), front(2)}, 3, false, u"2/3"_s, 2},
    {{front(1), front(2)}, 1, false, u"2/1"_s, 2},
    // Two faces a sheet count as one; sheets may come in any order.
    {{twoSided(front(2)), twoSided(back(2)), twoSided(front(1)), twoSided(back(1))},
     2,
     true,
     u"2/2"_s,
     4},
    // A face lacks; the other one's word is enough.
    {{twoSided(front(1)), twoSided(back(1)), twoSided(front(2))}, 2, false, u"2/2 half 2"_s, 3},
    {{twoSided(back(4))}, 0, false, u"1 half 4"_s, 1},
    {{twoSided(front(1)), back(1)}, 1, true, u"1/1"_s, 2},
    {{front(1), back(1)}, 1, true, u"1/1"_s, 2},
    // Two faces of the same name are still half a sheet.
    {{twoSided(front(1)), twoSided(front(1))}, 1, false, u"1/1 half 1"_s, 2},
    // Blank sides count, because their sheet was fed.
    {{twoSided(front(1)), blank(twoSided(back(1)))}, 1, true, u"1/1"_s, 2},
    {{blank(front(1))}, 1, true, u"1/1"_s, 1},
    // Sides that are set aside do not.
    {{front(1), out(front(2))}, 1, true, u"1/1"_s, 1},
    {{out(front(1))}, 1, false, u"0/1"_s, 0},
    {{twoSided(front(1)), out(twoSided(back(1)))}, 1, false, u"1/1 half 1"_s, 1},
    {{out(damaged(front(1))), front(1)}, 1, true, u"1/1"_s, 1},
    {{out(twoSided(front(1))), out(twoSided(back(1)))}, 0, true, u"0"_s, 0},
    // Damage, and all at once.
    {{damaged(front(1)), front(2)}, 2, false, u"2/2 damaged 1"_s, 2},
    {{damaged(twoSided(front(7))), twoSided(front(3)), damaged(front(2)), damaged(back(2))},
     5,
     false,
     u"3/5 half 3 7 damaged 2 7"_s,
     4},
};

}  // namespace

TEST_CASE("the tally of a paper names what does not fit", "[dossier]")
{
    for (const auto &row : rows) {
        CAPTURE(row.text);
        const auto tally = tallyOf(row.sides, {.expected = row.expected});
        CHECK(tally.text() == row.text);
        CHECK(tally.agrees() == row.agrees);
        CHECK(tally.sides == row.countedSides);
    }
}

TEST_CASE("a tally that agrees is settled and another one when it was explained as it is",
          "[dossier]")
{
    for (const auto &row : rows) {
        CAPTURE(row.text);
        SheetCount count{.expected = row.expected};
        CHECK(isSettled(row.sides, count) == row.agrees);
        count.explanation = u"the last sheet is a cover"_s;
        CHECK(isSettled(row.sides, count) == row.agrees);
        count.explainedTally = row.text;
        CHECK(isSettled(row.sides, count));
        count.explanation = u" "_s;
        CHECK(isSettled(row.sides, count) == row.agrees);
    }
}

TEST_CASE("an explanation no longer holds once a sheet came or went", "[dossier]")
{
    const SheetCount count{.expected = 3,
                           .explanation = u"one sheet is missing in the original"_s,
                           .explainedTally = u"2/3"_s};
    CHECK(isSettled({front(1), front(2)}, count));
    CHECK_FALSE(isSettled({front(1)}, count));
    CHECK_FALSE(isSettled({front(1), out(front(2))}, count));
    CHECK_FALSE(isSettled({front(1), damaged(front(2))}, count));
    CHECK(isSettled({front(1), front(2), front(3)}, count));
}
