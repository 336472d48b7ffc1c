#include "tests/app/gui/counter_fixture.h"

#include "app/gui/counter/side_flags.h"
#include "app/gui/counter/side_model.h"
#include "tests/support/catch.h"

using namespace station;
using namespace station::gui;
using namespace station::gui::test;
using namespace Qt::StringLiterals;
using Content = FeederSide::Content;
using dossier::Attention;
using workflow::PaperSource;

namespace {

const FeederSide form{Content::Form};

/// Paper 1 with so many sides is on the screen, its first side chosen.
void threeSides(Counter &counter, int sides = 3)
{
    counter.openDossier();
    counter.scanPile(std::vector<FeederSide>(static_cast<std::size_t>(sides), form));
    counter.press(Qt::Key_1);
    counter.find<QListView>("strip")->setCurrentIndex(counter.strip()->index(0, 0));
    REQUIRE(Counter::until([&] { return counter.strip()->rowCount() == sides; }));
}

QStringList order(Counter &counter, int paper)
{
    QStringList ids;
    for (const dossier::Side &side : counter.sides(paper))
        ids << side.id;
    return ids;
}

void undo(Counter &counter)
{
    counter.press(Qt::Key_Z, Qt::ControlModifier);
}

void redo(Counter &counter)
{
    counter.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
}

QString spoken(Counter &counter, int row)
{
    return counter.strip()->index(row, 0).data(Qt::AccessibleTextRole).toString();
}

}  // namespace

TEST_CASE("Delete sets a side aside and takes it back, and it stays in the strip", "[edits]")
{
    Counter counter;
    threeSides(counter);
    counter.press(Qt::Key_Delete);
    REQUIRE(Counter::until([&] { return counter.sides(1).at(0).out; }));
    REQUIRE(Counter::until([&] { return spoken(counter, 0).contains(u"set aside"_s); }));
    CHECK(counter.strip()->rowCount() == 3);
    CHECK(counter.sheets() == u"2 sheet(s)"_s);
    CHECK(counter.find<QLabel>("flagText")->text().contains(u"Delete takes it back"_s));

    counter.press(Qt::Key_Delete);
    REQUIRE(Counter::until([&] { return !counter.sides(1).at(0).out; }));
    CHECK(Counter::until([&] { return counter.sheets() == u"3 sheet(s)"_s; }));
}

TEST_CASE("sides are turned by the bracket keys", "[edits]")
{
    Counter counter;
    threeSides(counter);
    counter.press(Qt::Key_BracketRight);
    REQUIRE(Counter::until([&] { return counter.sides(1).at(0).turnDeg == 90; }));
    counter.press(Qt::Key_BracketLeft);
    REQUIRE(Counter::until([&] { return counter.sides(1).at(0).turnDeg == 0; }));
    counter.press(Qt::Key_BracketLeft);
    CHECK(Counter::until([&] { return counter.sides(1).at(0).turnDeg == 270; }));
}

TEST_CASE("sides move within the paper and to another one", "[edits]")
{
    Counter counter;
    threeSides(counter);
    const QStringList before = order(counter, 1);
    counter.press(Qt::Key_Right, Qt::ControlModifier);
    REQUIRE(Counter::until([&] {
        return order(counter, 1) == QStringList{before[1], before[0], before[2]};
    }));
    counter.press(Qt::Key_Right, Qt::ControlModifier);
    REQUIRE(Counter::until([&] {
        return order(counter, 1) == QStringList{before[1], before[2], before[0]};
    }));
    // It stays the chosen one.
    const auto *strip = counter.find<QListView>("strip");
    CHECK(Counter::until([&] { return strip->currentIndex().row() == 2; }));
    counter.press(Qt::Key_Right, Qt::ControlModifier);
    counter.press(Qt::Key_Left, Qt::ControlModifier);
    REQUIRE(Counter::until([&] {
        return order(counter, 1) == QStringList{before[1], before[0], before[2]};
    }));

    counter.press(Qt::Key_2, Qt::ControlModifier);
    REQUIRE(Counter::until([&] { return order(counter, 2) == QStringList{before[0]}; }));
    CHECK(Counter::until([&] { return counter.message().contains(u"paper 2"_s); }));
    CHECK(counter.find<QListView>("checklist")->currentIndex().row() == 0);
}

TEST_CASE("S splits to the next paper without sides, with a number to a chosen one", "[edits]")
{
    Counter counter;
    threeSides(counter);
    const QStringList before = order(counter, 1);
    counter.press(Qt::Key_PageDown);
    counter.press(Qt::Key_S);
    REQUIRE(Counter::until([&] { return order(counter, 2) == before.mid(1); }));
    CHECK(order(counter, 1) == before.mid(0, 1));

    counter.press(Qt::Key_2);
    REQUIRE(Counter::until([&] { return counter.strip()->rowCount() == 2; }));
    counter.press(Qt::Key_PageDown);
    counter.press(Qt::Key_5, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(Counter::until([&] { return order(counter, 5) == before.mid(2); }));
}

TEST_CASE("F7 scans the shown side again in its place", "[edits]")
{
    Counter counter;
    threeSides(counter);
    const QStringList before = order(counter, 1);
    counter.press(Qt::Key_PageDown);
    counter.desk.feeder = {{form}};
    counter.press(Qt::Key_F7);
    REQUIRE(Counter::until([&] { return counter.sides(1).size() == 4; }));
    REQUIRE(Counter::until([&] { return counter.strip()->rowCount() == 4; }));
    // What came in is on the screen, in its place.
    CHECK(counter.find<QListView>("strip")->currentIndex().row() == 1);
    const ScanWish wish = counter.desk.wishes().back();
    CHECK(wish.place.replaces == before[1]);
    CHECK(wish.source == PaperSource::Feeder);
    REQUIRE(Counter::until([&] { return counter.sides(1).at(2).out; }));
    CHECK(counter.sides(1).at(2).id == before[1]);

    REQUIRE(counter.asksFor(u"Scan paper 2"_s));
    counter.desk.feeder = {{form}};
    counter.press(Qt::Key_F7, Qt::ShiftModifier);
    REQUIRE(Counter::until([&] { return counter.desk.wishes().size() == 3; }));
    CHECK(counter.desk.wishes().back().source == PaperSource::Flatbed);
}

TEST_CASE("Insert scans before the shown side from the feeder as it was used last", "[edits]")
{
    Counter counter;
    counter.openDossier();
    counter.desk.feeder = {{form, form}};
    counter.press(Qt::Key_F5, Qt::ShiftModifier);
    REQUIRE(counter.asksFor(u"Scan paper 2"_s));
    counter.press(Qt::Key_1);
    counter.find<QListView>("strip")->setCurrentIndex(counter.strip()->index(1, 0));
    const QStringList before = order(counter, 1);
    counter.desk.feeder = {{form}};
    counter.press(Qt::Key_Insert);
    REQUIRE(Counter::until([&] { return counter.sides(1).size() == 3; }));
    CHECK(order(counter, 1).at(0) == before[0]);
    CHECK(order(counter, 1).at(2) == before[1]);
    CHECK(counter.desk.wishes().back().source == PaperSource::Duplex);

    // One run is one step.
    REQUIRE(counter.asksFor(u"Scan paper 2"_s));
    undo(counter);
    REQUIRE(Counter::until([&] { return order(counter, 1) == before; }));
    CHECK(Counter::until([&] { return counter.message().contains(u"scanned in between"_s); }));
}

TEST_CASE("one order of undo holds for decisions and edits", "[edits]")
{
    Counter counter;
    threeSides(counter);
    counter.press(Qt::Key_5);
    counter.press(Qt::Key_H);
    REQUIRE(counter.shows(5, u"shown and given back"_s));
    counter.press(Qt::Key_1);
    counter.press(Qt::Key_BracketRight);
    counter.press(Qt::Key_Delete);
    REQUIRE(Counter::until([&] { return counter.sides(1).at(0).out; }));
    counter.press(Qt::Key_5);
    counter.press(Qt::Key_X);
    REQUIRE(counter.shows(5, u"secret, never scanned"_s));

    undo(counter);
    REQUIRE(counter.shows(5, u"shown and given back"_s));
    undo(counter);
    REQUIRE(Counter::until([&] { return !counter.sides(1).at(0).out; }));
    CHECK(counter.sides(1).at(0).turnDeg == 90);
    REQUIRE(Counter::until([&] { return counter.message().contains(u"Undone: set aside"_s); }));
    CHECK(counter.find<QListView>("checklist")->currentIndex().row() == 0);
    undo(counter);
    REQUIRE(Counter::until([&] { return counter.sides(1).at(0).turnDeg == 0; }));
    undo(counter);
    REQUIRE(counter.shows(5, u"not decided"_s));

    redo(counter);
    REQUIRE(counter.shows(5, u"shown and given back"_s));
    redo(counter);
    REQUIRE(Counter::until([&] { return counter.sides(1).at(0).turnDeg == 90; }));
    CHECK(Counter::until([&] { return counter.message().contains(u"Done again: turn"_s); }));
}

TEST_CASE("keys that come faster than the desk answers keep their order", "[edits]")
{
    Counter counter;
    threeSides(counter);
    counter.press(Qt::Key_BracketRight);
    counter.press(Qt::Key_Delete);
    undo(counter);
    REQUIRE(Counter::until([&] { return counter.message().contains(u"Undone: set aside"_s); }));
    CHECK(counter.sides(1).at(0).turnDeg == 90);
    CHECK_FALSE(counter.sides(1).at(0).out);
}

TEST_CASE("after a restart Ctrl+Z still takes edits back and says what", "[edits]")
{
    Counter counter;
    threeSides(counter);
    counter.press(Qt::Key_BracketRight);
    counter.press(Qt::Key_Delete);
    REQUIRE(Counter::until([&] { return counter.sides(1).at(0).out; }));

    // Another dossier view has no steps of this session, as after a restart.
    counter.press(Qt::Key_F3);
    counter.openDossier();
    undo(counter);
    REQUIRE(Counter::until([&] { return counter.message().contains(u"Undone: set aside"_s); }));
    undo(counter);
    REQUIRE(Counter::until([&] { return counter.message().contains(u"Undone: turn"_s); }));
    CHECK(counter.sides(1).at(0).turnDeg == 0);
    redo(counter);
    REQUIRE(Counter::until([&] { return counter.sides(1).at(0).turnDeg == 90; }));
    redo(counter);
    CHECK(Counter::until([&] { return counter.sides(1).at(0).out; }));
}

TEST_CASE("Space walks over the flagged sides and skips what was only turned", "[edits]")
{
    Counter counter;
    counter.openDossier();
    counter.press(Qt::Key_2);
    counter.scanPile({form});
    counter.press(Qt::Key_1);
    counter.scanPile({form,
                      {.content = Content::Form, .attention = Attention::TurnedUpright},
                      {.content = Content::Form, .attention = Attention::CutOff},
                      {.content = Content::Form, .attention = Attention::Duplicate},
                      form});
    counter.press(Qt::Key_3);
    counter.press(Qt::Key_R);
    REQUIRE(counter.shows(3, u"reused from the repository"_s));
    counter.press(Qt::Key_4);
    counter.press(Qt::Key_H);
    REQUIRE(counter.asksFor(u"Look at the flagged page"_s));
    const auto *strip = counter.find<QListView>("strip");
    counter.press(Qt::Key_Space);
    CHECK(strip->currentIndex().row() == 2);
    CHECK(counter.find<QLabel>("flagText")->text().contains(u"off the edge"_s));
    REQUIRE(
        Counter::until([&] { return !strip->currentIndex().data(SideModel::LookRole).toBool(); }));
    counter.press(Qt::Key_Space);
    CHECK(strip->currentIndex().row() == 3);
    CHECK(counter.asksFor(u"Sign 2 copy(s)"_s));
}

TEST_CASE("every reason to look has a word and a sentence and needs a look", "[edits]")
{
    const auto [attention, look] = GENERATE(table<Attention, bool>({
        {Attention::Skewed, true},
        {Attention::CutOff, true},
        {Attention::TooDark, true},
        {Attention::TooLight, true},
        {Attention::DoubleFeed, true},
        {Attention::LowResolution, true},
        {Attention::TurnedUpright, false},
        {Attention::Duplicate, true},
        {Attention::Separator, true},
        {Attention::SeveralItems, true},
        {Attention::Blurred, true},
        {Attention::TextUnread, false},
    }));
    const dossier::Side side{.id = u"s"_s, .attention = attention};
    const auto flags = SideFlags::of(side);
    REQUIRE(flags.size() == 1);
    CHECK_FALSE(flags.front().word.isEmpty());
    CHECK(flags.front().sentence.endsWith(u'.'));
    CHECK(isFlagged(side) == look);
    CHECK_FALSE(isFlagged({.id = u"s"_s, .out = true, .attention = attention}));
    CHECK_FALSE(isFlagged({.id = u"s"_s, .purged = true, .attention = attention}));
    CHECK(SideFlags::of({.id = u"s"_s, .purged = true, .attention = attention})
              .front()
              .sentence.contains(u"repository"_s));
}

TEST_CASE("a signed side takes no edit", "[edits]")
{
    Counter counter;
    counter.capture();
    counter.sign();
    REQUIRE(Counter::until([] { return Counter::focus() == u"digitizationCode"_s; }));
    counter.find<QListView>("checklist")->setFocus();
    counter.press(Qt::Key_1);
    counter.press(Qt::Key_Delete);
    counter.press(Qt::Key_BracketLeft);
    QTest::qWait(60);
    CHECK_FALSE(counter.sides(1).at(0).out);
    CHECK(counter.sides(1).at(0).turnDeg == 0);
}
