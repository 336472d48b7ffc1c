#include "tests/core/workflow/counter_world.h"

#include "core/workflow/editing.h"

#include <algorithm>

using namespace station;
using namespace station::workflow;

namespace {

const QString gt01 = QStringLiteral("GT01");
const QString gt02 = QStringLiteral("GT02");

std::vector<QString> ids(const dossier::Sides &sides)
{
    std::vector<QString> ids;
    for (const auto &side : sides)
        ids.push_back(side.id);
    return ids;
}

/// A dossier with some sides in its first paper.
struct Captured : CounterWorld {
    dossier::Dossier dossier = open();
    Editing editing{context};

    explicit Captured(int sideCount, bool duplex = false)
    {
        auto pile = PaperPile::ofSides(sideCount);
        pile.duplex = duplex;
        REQUIRE(capture().run(dossier.uuid, pile, {.component = gt01}));
    }
    dossier::Sides first() const { return sides(dossier, gt01); }
    dossier::Sides second() const { return sides(dossier, gt02); }
};

}  // namespace

TEST_CASE("the clerk says what is blank, until the copy is signed", "[workflow]")
{
    Captured world(1);
    const auto side = world.first().front();
    REQUIRE(side.blank);
    REQUIRE(contentSides({side}).empty());
    REQUIRE(world.editing.markBlank(world.dossier.uuid, side.id, false));
    CHECK_FALSE(world.first().front().blank);
    CHECK(
        world.editing.markBlank(world.dossier.uuid, QStringLiteral("nobody"), true).error().fault ==
        Fault::InvalidInput);

    const auto copy = world.signedCopy(world.dossier, gt02);
    CHECK(world.editing.markBlank(world.dossier.uuid, copy.sides.front().id, false).error().fault ==
          Fault::WrongOrder);
}

TEST_CASE("a side that is set aside is no page, and comes back", "[workflow]")
{
    Captured world(2);
    const auto before = world.first();
    REQUIRE(world.editing.markOut(world.dossier.uuid, before[0].id, true));
    CHECK(world.first()[0].out);
    CHECK(dossier::tallyOf(world.first(), {}).sheets == 1);
    REQUIRE(world.editing.markOut(world.dossier.uuid, before[0].id, false));
    CHECK(world.first() == before);
}

TEST_CASE("a side moves within its paper, and every step comes back in order", "[workflow]")
{
    Captured world(4);
    const auto a = ids(world.first());
    const QString uuid = world.dossier.uuid;
    REQUIRE(world.editing.move(uuid, a[3], gt01, a[0]));
    REQUIRE(world.editing.move(uuid, a[0], gt01, {}));
    CHECK(ids(world.first()) == std::vector{a[3], a[1], a[2], a[0]});

    REQUIRE(world.editing.undo(uuid));
    CHECK(ids(world.first()) == std::vector{a[3], a[0], a[1], a[2]});
    // Another process, another day: the history is on the disk.
    Editing tomorrow(world.context);
    CHECK(tomorrow.history(uuid)->undo == dossier::EditKind::Move);
    CHECK(tomorrow.history(uuid)->redo == dossier::EditKind::Move);
    REQUIRE(tomorrow.undo(uuid));
    CHECK(ids(world.first()) == a);
    CHECK(tomorrow.undo(uuid).error().fault == Fault::NothingToDo);
    REQUIRE(tomorrow.redo(uuid));
    REQUIRE(tomorrow.redo(uuid));
    CHECK(ids(world.first()) == std::vector{a[3], a[1], a[2], a[0]});
}

TEST_CASE("to another paper goes the whole sheet", "[workflow]")
{
    Captured world(4, true);
    const auto a = ids(world.first());
    REQUIRE(world.editing.move(world.dossier.uuid, a[2], gt02, {}));
    CHECK(ids(world.first()) == std::vector{a[0], a[1]});
    CHECK(ids(world.second()) == std::vector{a[2], a[3]});
    CHECK(dossier::tallyOf(world.second(), {}).agrees());
    REQUIRE(world.editing.undo(world.dossier.uuid));
    CHECK(ids(world.first()) == a);
    // A paper without sides waits for them again.
    CHECK(std::holds_alternative<dossier::DigitizeSlot>(world.state(world.dossier, gt02)));
}

TEST_CASE("a split makes the rest the beginning of another paper", "[workflow]")
{
    Captured world(4);
    const auto a = ids(world.first());
    const QString uuid = world.dossier.uuid;
    auto pile = PaperPile::ofSides(1);
    REQUIRE(world.capture().run(uuid, pile, {.component = gt02}));
    const auto b = ids(world.second());
    REQUIRE(world.editing.split(uuid, a[2], gt02));
    CHECK(ids(world.first()) == std::vector{a[0], a[1]});
    CHECK(ids(world.second()) == std::vector{a[2], a[3], b[0]});
    REQUIRE(world.editing.undo(uuid));
    CHECK(ids(world.first()) == a);
    CHECK(ids(world.second()) == b);
    CHECK(world.editing.split(uuid, a[0], gt01).error().fault == Fault::InvalidInput);
    CHECK(world.editing.split(uuid, a[0], QStringLiteral("GT42")).error().fault ==
          Fault::UnknownComponent);
}

TEST_CASE("a turned side is cleaned again from its original and turned back", "[workflow]")
{
    Captured world(1);
    const QString uuid = world.dossier.uuid;
    const auto before = world.first().front();
    REQUIRE(world.editing.turn(uuid, before.id, 90));
    CHECK_FALSE(world.first().front().cleaned);
    CHECK(world.capture().finish(uuid) == 0);
    const auto turned = world.first().front();
    CHECK(turned.cleaned);
    CHECK(before.widthPx < before.heightPx);
    CHECK(turned.widthPx > turned.heightPx);
    CHECK(turned.turnDeg == 90);
    REQUIRE(world.editing.undo(uuid));
    CHECK(world.capture().finish(uuid) == 0);
    CHECK(world.first().front() == before);
    CHECK(world.editing.turn(uuid, before.id, 45).error().fault == Fault::InvalidInput);
}

TEST_CASE("a step of the clean-up is chosen by hand and taken back", "[workflow]")
{
    Captured world(1);
    const QString uuid = world.dossier.uuid;
    const auto before = world.first().front();
    const dossier::SideCleanup half{.paperCrop = false, .part = QRect(0, 0, 100, 280)};
    REQUIRE(world.editing.cleanup(uuid, before.id, half));
    CHECK(world.editing.history(uuid)->undo == dossier::EditKind::Cleanup);
    CHECK_FALSE(world.first().front().cleaned);
    CHECK(world.capture().finish(uuid) == 0);
    const auto after = world.first().front();
    CHECK(after.cleanup == half);
    CHECK(before.heightPx < 2 * before.widthPx);
    CHECK(after.heightPx > 2 * after.widthPx);
    REQUIRE(world.editing.undo(uuid));
    CHECK(world.capture().finish(uuid) == 0);
    CHECK(world.first().front() == before);
    CHECK(world.editing.cleanup(uuid, before.id, {.skewDeg = 90.0}).error().fault ==
          Fault::InvalidInput);
}

TEST_CASE("things that lie apart become sides of one untouched original", "[workflow]")
{
    Captured world(2);
    const QString uuid = world.dossier.uuid;
    auto whole = world.first().front();
    CHECK(world.editing.divide(uuid, whole.id).error().fault == Fault::InvalidInput);
    whole.items = {QRect(0, 0, 200, 100), QRect(0, 150, 200, 130)};
    auto store = store::Store::open(world.context.dataDir, world.clock);
    REQUIRE(store->updateSide(uuid, whole, QStringLiteral("01")));

    REQUIRE(world.editing.divide(uuid, whole.id));
    const auto divided = world.first();
    REQUIRE(divided.size() == 4);
    CHECK(divided[0].out);
    CHECK(divided[1].cleanup.part == whole.items[0]);
    CHECK(divided[2].cleanup.part == whole.items[1]);
    CHECK(world.capture().finish(uuid) == 0);
    const QString spool = world.folder.filePath(QStringLiteral("spool/")) + uuid + u'/';
    const QString ending = QStringLiteral(".original.jpg");
    for (const auto &side : {world.first()[1], world.first()[2]}) {
        CHECK(side.cleaned);
        CHECK(side.items.empty());
        CHECK(readWhole(spool + side.id + ending).value() ==
              readWhole(spool + whole.id + ending).value());
    }
    CHECK(world.first()[1].heightPx < world.first()[2].heightPx);

    REQUIRE(world.editing.undo(uuid));
    CHECK(world.first()[0] == whole);
    CHECK(world.first()[1].out);
    CHECK(world.first()[2].out);
    REQUIRE(world.editing.redo(uuid));
    CHECK(world.first()[0].out);
    CHECK_FALSE(world.first()[2].out);
}

TEST_CASE("a scan between two edits stays when both are undone", "[workflow]")
{
    Captured world(2);
    const QString uuid = world.dossier.uuid;
    const auto a = ids(world.first());
    REQUIRE(world.editing.move(uuid, a[1], gt01, a[0]));
    auto pile = PaperPile::ofSides(1);
    REQUIRE(world.capture().run(uuid, pile, {.component = gt01}));
    const auto scanned = ids(world.first()).back();
    REQUIRE(world.editing.markOut(uuid, a[0], true));
    REQUIRE(world.editing.undo(uuid));
    REQUIRE(world.editing.undo(uuid));
    CHECK(ids(world.first()) == std::vector{a[0], a[1], scanned});
}

TEST_CASE("a count that differs has to be explained, anew for every other number", "[workflow]")
{
    Captured world(2);
    const QString uuid = world.dossier.uuid;
    const auto settled = [&] {
        const auto loaded = findDossier(world.context, uuid);
        return dossier::isSettled(world.first(), loaded->component(gt01)->count);
    };
    CHECK(settled());  // nobody counted
    REQUIRE(world.editing.expectSheets(uuid, gt01, 3));
    CHECK_FALSE(settled());
    CHECK(world.editing.explainCount(uuid, gt01, QStringLiteral(" ok ")).error().fault ==
          Fault::InvalidInput);
    REQUIRE(world.editing.explainCount(uuid, gt01, QStringLiteral("Tờ bìa không quét")));
    CHECK(settled());
    REQUIRE(world.editing.markOut(uuid, world.first()[0].id, true));
    CHECK_FALSE(settled());
}
