#include "capture_world.h"

using namespace station;
using namespace station::dossier;
using namespace station::store;
using namespace Qt::StringLiterals;

using sample::CaptureWorld;

TEST_CASE("what is blank or turned or set aside can be undone and done again after a restart",
          "[store]")
{
    const auto [kind, change] = GENERATE(table<EditKind, void (*)(Placement &)>({
        {EditKind::MarkBlank, [](Placement &placement) { placement.blank = true; }},
        {EditKind::MarkOut, [](Placement &placement) { placement.out = true; }},
        {EditKind::Turn, [](Placement &placement) { placement.turnDeg = 270; }},
        {EditKind::Cleanup, [](Placement &placement) { placement.cleanup.skewDeg = -1.5; }},
    }));
    CaptureWorld world;
    const auto ids = world.scanMany(u"GT01"_s, 3);
    const auto before = world.sides(u"GT01"_s);
    const auto edit = world.edit(kind, ids[1], change);
    REQUIRE(world.apply(edit));
    const auto after = world.sides(u"GT01"_s);
    CHECK(after != before);
    CHECK(after[0] == before[0]);
    CHECK(after[1].blank == edit.changes.front().after.blank);
    CHECK(after[1].out == edit.changes.front().after.out);
    CHECK(after[1].turnDeg == edit.changes.front().after.turnDeg);
    CHECK(after[1].cleanup == edit.changes.front().after.cleanup);
    CHECK(after[1].isPage() == (kind == EditKind::Turn || kind == EditKind::Cleanup));
    CHECK(world.store.editHistory(world.dossier.uuid) == EditHistory{.undo = kind});

    world.reopen();
    CHECK(world.undo().value() == edit);
    CHECK(world.sides(u"GT01"_s) == before);
    CHECK(world.store.editHistory(world.dossier.uuid) == EditHistory{.redo = kind});

    world.reopen();
    CHECK(world.redo().value() == edit);
    CHECK(world.sides(u"GT01"_s) == after);
    CHECK(world.actions(u"GT01"_s).mid(3) == QStringList{u"edit_"_s + editKindName(kind),
                                                         u"undo_"_s + editKindName(kind),
                                                         u"redo_"_s + editKindName(kind)});
    CHECK(world.store.verifyAudit());
}

TEST_CASE("a side moves within its paper and back", "[store]")
{
    CaptureWorld world;
    const auto ids = world.scanMany(u"GT01"_s, 4);
    const auto placements = world.placements();
    const auto first = placements.value(ids[0]).rank;
    const auto second = placements.value(ids[1]).rank;
    REQUIRE(world.apply(world.edit(EditKind::Move, ids[3], [&](Placement &placement) {
        placement.rank = rankBetween(first, second);
    })));
    CHECK(world.ids(u"GT01"_s) == QStringList{ids[0], ids[3], ids[1], ids[2]});
    CHECK(world.side(u"GT01"_s, ids[3]).sheet == 2);
    CHECK(world.side(u"GT01"_s, ids[2]).sheet == 4);
    REQUIRE(world.undo());
    CHECK(world.ids(u"GT01"_s) == ids);
}

TEST_CASE(
    "a paper that loses its last side is decided again and one that gets its first is captured",
    "[store]")
{
    CaptureWorld world;
    const QString only = world.scan(u"GT01"_s, sample::aSide());
    REQUIRE(world.apply(world.moveTo(u"GT02"_s, only)));
    CHECK(world.state(u"GT01"_s) == PaperState(DigitizeSlot{}));
    CHECK(stateName(world.state(u"GT02"_s)) == u"captured");
    CHECK(world.ids(u"GT02"_s) == QStringList{only});
    CHECK(world.actions(u"GT01"_s).last() == u"edit_move");
    CHECK(world.actions(u"GT02"_s).last() == u"edit_move");

    REQUIRE(world.undo());
    CHECK(stateName(world.state(u"GT01"_s)) == u"captured");
    CHECK(world.state(u"GT02"_s) == PaperState(DigitizeSlot{}));

    REQUIRE(world.redo());
    REQUIRE(world.apply(world.moveTo(u"GT03"_s, only)));
    CHECK(world.state(u"GT02"_s) == PaperState(DigitizeSlot{}));
    CHECK(stateName(world.state(u"GT03"_s)) == u"attached");
    REQUIRE(world.undo());
    CHECK(world.state(u"GT03"_s) == PaperState(AttachedPaper{}));
}

TEST_CASE("sheets of two papers with one number are told apart in one paper", "[store]")
{
    CaptureWorld world;
    const QString run = newUuid7();
    const auto own = world.scanMany(u"GT02"_s, 2);
    const QString front = world.scan(u"GT01"_s, sample::aSide(2), {}, run);
    const QString back = world.scan(u"GT01"_s, sample::aSide(2, Face::Back), {}, run);
    auto edit = world.moveTo(u"GT02"_s, front);
    auto second = world.edit(EditKind::Move, back, [&](Placement &placement) {
        placement.component = u"GT02"_s;
        placement.rank = rankBetween(edit.changes.front().after.rank, {});
    });
    edit.changes.push_back(second.changes.front());
    REQUIRE(world.apply(edit));
    CHECK(world.side(u"GT02"_s, own[1]).sheet == 2);
    CHECK(world.side(u"GT02"_s, front).sheet == 3);
    CHECK(world.side(u"GT02"_s, back).sheet == 3);
    CHECK(tallyOf(world.sides(u"GT02"_s), {}).sheets == 3);
    REQUIRE(world.undo());
    CHECK(world.side(u"GT01"_s, front).sheet == 1);
    CHECK(world.side(u"GT02"_s, own[1]).sheet == 2);
}

TEST_CASE("a new edit drops those that were undone", "[store]")
{
    CaptureWorld world;
    const auto ids = world.scanMany(u"GT01"_s, 2);
    CHECK(world.undo().error().fault == Fault::NothingToDo);
    CHECK(world.redo().error().fault == Fault::NothingToDo);
    REQUIRE(world.apply(world.turn(ids[0], 90)));
    REQUIRE(world.apply(world.turn(ids[0], 180)));
    REQUIRE(world.apply(world.markOut(ids[1])));
    REQUIRE(world.undo());
    REQUIRE(world.undo());
    CHECK(world.side(u"GT01"_s, ids[0]).turnDeg == 90);
    REQUIRE(world.apply(world.turn(ids[1], 270)));
    CHECK(world.redo().error().fault == Fault::NothingToDo);
    REQUIRE(world.undo());
    REQUIRE(world.undo());
    CHECK(world.undo().error().fault == Fault::NothingToDo);
    CHECK(world.side(u"GT01"_s, ids[0]).turnDeg == 0);
    REQUIRE(world.redo());
    REQUIRE(world.redo());
    CHECK(world.side(u"GT01"_s, ids[0]).turnDeg == 90);
    CHECK(world.side(u"GT01"_s, ids[1]).turnDeg == 270);
    CHECK_FALSE(world.side(u"GT01"_s, ids[1]).out);
}

TEST_CASE("a plain scan between edits is no edit and leaves undo and redo as they are", "[store]")
{
    CaptureWorld world;
    auto ids = world.scanMany(u"GT01"_s, 2);
    REQUIRE(world.apply(world.turn(ids[0], 90)));
    REQUIRE(world.apply(world.moveTo(u"GT02"_s, ids[1])));
    REQUIRE(world.undo());
    ids << world.scan(u"GT01"_s, sample::aSide(3));
    CHECK(world.ids(u"GT01"_s) == ids);
    CHECK(world.store.editHistory(world.dossier.uuid) ==
          EditHistory{.undo = EditKind::Turn, .redo = EditKind::Move});
    REQUIRE(world.redo());
    CHECK(world.ids(u"GT01"_s) == QStringList{ids[0], ids[2]});
    REQUIRE(world.undo());
    REQUIRE(world.undo());
    CHECK(world.ids(u"GT01"_s) == ids);
    CHECK(world.side(u"GT01"_s, ids[0]).turnDeg == 0);
}

TEST_CASE("clean-up that finds a blank side does not stand in the way of undo", "[store]")
{
    CaptureWorld world;
    const auto ids = world.scanMany(u"GT01"_s, 2);
    REQUIRE(world.apply(world.turn(ids[0], 90)));
    auto found = world.side(u"GT01"_s, ids[0]);
    found.cleaned = true;
    found.blank = true;
    REQUIRE(world.store.updateSide(world.dossier.uuid, found, sample::actor));
    REQUIRE(world.undo());
    CHECK(world.side(u"GT01"_s, ids[0]).turnDeg == 0);
    CHECK(world.side(u"GT01"_s, ids[0]).blank);
}

TEST_CASE("clean-up keeps its hands off what the clerk said", "[store]")
{
    CaptureWorld world;
    const auto ids = world.scanMany(u"GT01"_s, 2);
    const auto blank = [](Placement &placement) { placement.blank = true; };
    REQUIRE(world.apply(world.edit(EditKind::MarkBlank, ids[0], blank)));
    REQUIRE(world.apply(world.turn(ids[1], 180)));
    for (const auto &id : ids) {
        auto found = sample::aSide();
        found.id = id;
        found.turnDeg = world.side(u"GT01"_s, id).turnDeg;
        found.cleaned = true;
        found.widthPx = 2400;
        found.damaged = true;
        found.attention = Attention::Skewed | Attention::Duplicate;
        found.fingerprint = u"0123456789abcdef"_s;
        found.out = true;
        REQUIRE(world.store.updateSide(world.dossier.uuid, found, sample::actor));
    }
    const auto first = world.side(u"GT01"_s, ids[0]);
    CHECK(first.blank);
    CHECK_FALSE(first.out);
    CHECK(first.widthPx == 2400);
    CHECK(first.damaged);
    CHECK(first.attention == (Attention::Skewed | Attention::Duplicate));
    CHECK(first.fingerprint == u"0123456789abcdef");
    auto second = world.side(u"GT01"_s, ids[1]);
    CHECK(second.turnDeg == 180);
    CHECK(second.sheet == 2);
    // Cleaned before: whether it is blank is the clerk's word now.
    second.blank = true;
    REQUIRE(world.store.updateSide(world.dossier.uuid, second, sample::actor));
    CHECK_FALSE(world.side(u"GT01"_s, ids[1]).blank);
}

TEST_CASE(
    "a side whose clean-up changes is cleaned again, and an older result does not pass for it",
    "[store]")
{
    CaptureWorld world;
    auto side = sample::aSide(1);
    world.scan(u"GT01"_s, side);
    side.cleaned = true;
    side.items = {QRect(10, 20, 300, 200), QRect(10, 400, 300, 200)};
    REQUIRE(world.store.updateSide(world.dossier.uuid, side, sample::actor));
    CHECK(world.side(u"GT01"_s, side.id) == side);

    const auto edit = world.edit(EditKind::Cleanup, side.id, [](Placement &placement) {
        placement.cleanup = {.upright = false, .part = QRect(0, 0, 100, 50), .tone = false};
    });
    REQUIRE(world.apply(edit));
    CHECK_FALSE(world.side(u"GT01"_s, side.id).cleaned);
    // A worker that was still at it.
    REQUIRE(world.store.updateSide(world.dossier.uuid, side, sample::actor));
    CHECK_FALSE(world.side(u"GT01"_s, side.id).cleaned);

    side.cleanup = edit.changes.front().after.cleanup;
    REQUIRE(world.store.updateSide(world.dossier.uuid, side, sample::actor));
    CHECK(world.side(u"GT01"_s, side.id) == side);
}

TEST_CASE("the things on one side become sides in its place, in one step that comes back",
          "[store]")
{
    CaptureWorld world;
    const auto ids = world.scanMany(u"GT01"_s, 3);
    const auto before = world.sides(u"GT01"_s);
    Sides parts{sample::aSide(1), sample::aSide(1)};
    parts[0].cleanup.part = QRect(10, 20, 300, 200);
    parts[1].cleanup.part = QRect(10, 400, 300, 200);
    const auto divide = [&](const QString &whole) {
        return world.store.divideSide(world.dossier.uuid, whole, parts, sample::actor);
    };
    REQUIRE(divide(ids[1]));
    const QStringList divided{ids[0], parts[0].id, parts[1].id, ids[2]};
    CHECK(world.ids(u"GT01"_s) == divided);
    CHECK(world.side(u"GT01"_s, ids[1]).out);
    CHECK(world.side(u"GT01"_s, parts[1].id).cleanup == parts[1].cleanup);
    // Each is a sheet of its own, and the side itself counts no longer.
    CHECK(world.side(u"GT01"_s, parts[1].id).sheet == 3);
    CHECK(world.side(u"GT01"_s, ids[2]).sheet == 4);
    CHECK(world.actions(u"GT01"_s).back() == u"edit_divide");
    CHECK(divide(ids[1]).error().fault == Fault::Conflict);
    CHECK(divide(ids[0]).error().fault == Fault::Conflict);

    world.reopen();
    CHECK(world.undo()->kind == EditKind::Divide);
    CHECK(world.ids(u"GT01"_s) == ids);
    CHECK(world.side(u"GT01"_s, ids[1]) == before[1]);
    REQUIRE(world.redo());
    CHECK(world.ids(u"GT01"_s) == divided);
    CHECK(world.store.verifyAudit());

    world.sign(u"GT01"_s);
    parts = {sample::aSide(1)};
    CHECK(divide(ids[2]).error().fault == Fault::WrongOrder);
}

TEST_CASE("once a paper is signed its sides can neither be edited nor undone", "[store]")
{
    CaptureWorld world;
    const auto ids = world.scanMany(u"GT01"_s, 2);
    const auto others = world.scanMany(u"GT02"_s, 2);
    REQUIRE(world.apply(world.turn(others[0], 90)));
    REQUIRE(world.apply(world.turn(ids[0], 90)));
    REQUIRE(world.apply(world.moveTo(u"GT02"_s, ids[1])));
    REQUIRE(world.undo());
    world.sign(u"GT01"_s);
    const auto placements = world.placements();
    const auto head = world.store.auditHead();
    CHECK(world.undo().error().fault == Fault::WrongOrder);
    CHECK(world.redo().error().fault == Fault::WrongOrder);
    CHECK(world.apply(world.turn(ids[1], 90)).error().fault == Fault::WrongOrder);
    CHECK(world.apply(world.moveTo(u"GT01"_s, others[0])).error().fault == Fault::WrongOrder);
    CHECK(world.placements() == placements);
    CHECK(world.store.auditHead().value() == head.value());
    CHECK(world.apply(world.turn(others[1], 90)));
}

TEST_CASE("of two connections that edit one side the slower one changes nothing", "[store]")
{
    CaptureWorld world;
    const auto ids = world.scanMany(u"GT01"_s, 3);
    auto other = Store::open(world.data.path());
    REQUIRE(other);
    auto slow = world.turn(ids[0], 90);
    slow.changes.push_back(world.markOut(ids[1]).changes.front());
    REQUIRE(other->applyEdit(world.dossier.uuid, world.moveTo(u"GT02"_s, ids[1]), sample::actor));
    const auto placements = world.placements();
    const auto head = world.store.auditHead();
    CHECK(world.apply(slow).error().fault == Fault::Conflict);
    CHECK(world.placements() == placements);
    CHECK(world.store.auditHead().value() == head.value());
    CHECK(world.store.editHistory(world.dossier.uuid)->undo == EditKind::Move);
}

TEST_CASE("two sides cannot be moved to one place", "[store]")
{
    CaptureWorld world;
    const auto ids = world.scanMany(u"GT01"_s, 2);
    const auto slow = world.moveTo(u"GT02"_s, ids[0]);
    REQUIRE(world.apply(world.moveTo(u"GT02"_s, ids[1])));
    CHECK(world.apply(slow).error().fault == Fault::Conflict);
    CHECK(world.ids(u"GT01"_s) == QStringList{ids[0]});
    CHECK(world.apply(world.moveTo(u"GT02"_s, ids[0])));
    CHECK(world.ids(u"GT02"_s) == QStringList{ids[1], ids[0]});
}

TEST_CASE("an edit that says nothing or something impossible is refused", "[store]")
{
    CaptureWorld world;
    const auto ids = world.scanMany(u"GT01"_s, 2);
    CHECK(world.apply({.id = newUuid7()}).error().fault == Fault::InvalidInput);
    CHECK(world.apply(world.turn(ids[0], 45)).error().fault == Fault::InvalidInput);
    CHECK(world.apply(world.moveTo(u"GT99"_s, ids[0])).error().fault == Fault::UnknownComponent);
    CHECK(world.apply(world.turn(newUuid7(), 90)).error().fault == Fault::InvalidInput);
    auto unknown = world.turn(ids[0], 90);
    unknown.changes.front().side = newUuid7();
    CHECK(world.apply(unknown).error().fault == Fault::Conflict);
    CHECK(world.store.applyEdit(newUuid7(), world.turn(ids[0], 90), sample::actor).error().fault ==
          Fault::UnknownDossier);
    const auto twice = world.turn(ids[0], 90);
    REQUIRE(world.apply(twice));
    CHECK(world.apply(twice).error().fault == Fault::Conflict);
    CHECK(world.actions(u"GT01"_s) == QStringList{u"capture"_s, u"capture"_s, u"edit_turn"_s});
}

TEST_CASE("an edit meanwhile stops the signature that does not know it", "[store]")
{
    CaptureWorld world;
    const auto ids = world.scanMany(u"GT01"_s, 3);
    const auto seen = std::get<CapturedPaper>(world.state(u"GT01"_s));
    const auto edit = GENERATE(0, 1, 2, 3);
    if (edit == 0)
        REQUIRE(world.apply(world.turn(ids[0], 180)));
    if (edit == 1)
        REQUIRE(world.apply(world.markOut(ids[1])));
    if (edit == 2)
        REQUIRE(world.apply(world.moveTo(u"GT01"_s, ids[0])));
    if (edit == 3)
        REQUIRE(world.apply(world.moveTo(u"GT02"_s, ids[2])));
    const auto refused = world.store.apply(
        {world.dossier.uuid,
         u"GT01"_s,
         seen,
         sign(seen, {sha256Hex("pdf"), 3}, sample::aClerk(), sample::receivedAtMs),
         sample::actor,
         u"sign"_s,
         {}});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fault == Fault::Conflict);
    CHECK(stateName(world.state(u"GT01"_s)) == u"captured");
    CHECK(world.placements().size() == 3);
}

TEST_CASE("the count of a paper is kept and told in the audit without its words", "[store]")
{
    CaptureWorld world;
    const SheetCount counted{.expected = 3};
    REQUIRE(world.store.saveCount(world.dossier.uuid, u"GT01"_s, counted, sample::actor));
    world.scanMany(u"GT01"_s, 2);
    const SheetCount explained{
        .expected = 3, .explanation = u"Tờ cuối là bìa"_s, .explainedTally = u"2/3"_s};
    REQUIRE(world.store.saveCount(world.dossier.uuid, u"GT01"_s, explained, sample::actor));
    CHECK(world.reopen().load(world.dossier.uuid)->component(u"GT01"_s)->count == explained);
    CHECK(world.actions(u"GT01"_s) ==
          QStringList{u"count"_s, u"capture"_s, u"capture"_s, u"explain_count"_s});
    CHECK(isSettled(world.sides(u"GT01"_s), explained));
    CHECK(world.store.saveCount(world.dossier.uuid, u"GT99"_s, counted, sample::actor)
              .error()
              .fault == Fault::UnknownComponent);
    world.sign(u"GT01"_s);
    CHECK(world.store.load(world.dossier.uuid)->component(u"GT01"_s)->count == explained);
    CHECK(world.store.saveCount(world.dossier.uuid, u"GT01"_s, counted, sample::actor)
              .error()
              .fault == Fault::WrongOrder);
}

TEST_CASE("a copy that came in signed is still known as such after a restart", "[store]")
{
    CaptureWorld world;
    const auto received = receive(DigitizeSlot{}, {sha256Hex("pdf"), 3}, {sample::aSide()},
                                  sample::aClerk(), sample::receivedAtMs);
    REQUIRE(world.store.apply({world.dossier.uuid,
                               u"GT01"_s,
                               DigitizeSlot{},
                               received,
                               sample::actor,
                               u"receive"_s,
                               {}}));
    world.reopen();
    CHECK(world.state(u"GT01"_s) == PaperState(received));
}
