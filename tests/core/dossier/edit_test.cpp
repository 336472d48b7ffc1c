#include "core/dossier/edit.h"

#include "tests/support/catch.h"

#include <QSet>

#include <algorithm>
#include <random>
#include <vector>

using namespace station::dossier;
using namespace Qt::StringLiterals;

namespace {

constexpr auto kinds = {EditKind::MarkBlank, EditKind::MarkOut,  EditKind::Turn,
                        EditKind::Move,      EditKind::Split,    EditKind::Replace,
                        EditKind::Insert,    EditKind::Separate, EditKind::Refeed};

/// The key between two neighbours, checked.
QString checked(const QString &before, const QString &after)
{
    const QString key = rankBetween(before, after);
    CAPTURE(before, key, after);
    REQUIRE(before < key);
    REQUIRE((after.isEmpty() || key < after));
    REQUIRE(std::ranges::all_of(key,
                                [](QChar c) { return c.unicode() < 128 && c.isLetterOrNumber(); }));
    return key;
}

qsizetype longest(const std::vector<QString> &keys)
{
    return std::ranges::max(keys, {}, &QString::size).size();
}

/// Inserts one key at a place between 0 and the number of keys.
void insertAt(std::vector<QString> &keys, std::size_t place)
{
    const QString before = place == 0 ? QString() : keys[place - 1];
    const QString after = place == keys.size() ? QString() : keys[place];
    keys.insert(keys.begin() + static_cast<std::ptrdiff_t>(place), checked(before, after));
}

}  // namespace

TEST_CASE("every kind of edit has its own word", "[dossier]")
{
    QSet<QString> names;
    for (const auto kind : kinds) {
        names << editKindName(kind);
        CHECK(editKindFrom(editKindName(kind)) == kind);
    }
    CHECK(names.size() == static_cast<qsizetype>(kinds.size()));
    CHECK(editKindName(EditKind::MarkBlank) == u"mark_blank");
    CHECK(editKindName(EditKind::Turn) == u"turn");
}

TEST_CASE("a thousand keys at the end or the beginning stay short", "[dossier]")
{
    const bool atEnd = GENERATE(true, false);
    std::vector<QString> keys;
    for (int n = 0; n < 1000; ++n)
        insertAt(keys, atEnd ? keys.size() : 0);
    CHECK(longest(keys) <= 12);
}

TEST_CASE("a thousand keys in a row between two neighbours stay short", "[dossier]")
{
    const bool ascending = GENERATE(true, false);
    const int neighboursFrom = GENERATE(0, 1, 998);
    std::vector<QString> paper;
    for (int n = 0; n < 1000; ++n)
        insertAt(paper, paper.size());
    const QString first = paper[static_cast<std::size_t>(neighboursFrom)];
    const QString second = paper[static_cast<std::size_t>(neighboursFrom) + 1];
    std::vector<QString> keys{first, second};
    for (int n = 0; n < 1000; ++n)
        insertAt(keys, ascending ? keys.size() - 1 : 1);
    CHECK(longest(keys) <= 12);
}

TEST_CASE("a run between the sides of an earlier run between sides stays short", "[dossier]")
{
    std::vector<QString> keys;
    for (int n = 0; n < 200; ++n)
        insertAt(keys, keys.size());
    std::size_t place = 100;
    for (int run = 0; run < 5; ++run, place += 30) {
        for (std::size_t n = 0; n < 60; ++n)
            insertAt(keys, place + n);
    }
    CHECK(longest(keys) <= 24);
    CHECK(std::ranges::is_sorted(keys));
}

TEST_CASE("keys at random places keep the order and a bounded length", "[dossier]")
{
    std::mt19937 random(20240715);
    for (int round = 0; round < 4; ++round) {
        std::vector<QString> keys;
        for (int n = 0; n < 3000; ++n)
            insertAt(keys, random() % (keys.size() + 1));
        CHECK(longest(keys) <= 24);
    }
}

TEST_CASE("keys in ever tighter places keep the order however long they get", "[dossier]")
{
    QString before = checked({}, {});
    QString after = checked(before, {});
    for (int n = 0; n < 500; ++n) {
        const QString key = checked(before, after);
        (n % 2 == 0 ? before : after) = key;
    }
    CHECK(before.size() < 256);
}

TEST_CASE("two keys that are not in order give one right behind the first", "[dossier]")
{
    const QString key = rankBetween({}, {});
    const QString next = rankBetween(key, {});
    CHECK(rankBetween(key, key) > key);
    CHECK(rankBetween(key, key) < next);
    CHECK(rankBetween(next, key) > next);
}
