#include "capture_world.h"

using namespace station;
using namespace station::dossier;
using namespace station::store;
using namespace Qt::StringLiterals;

using sample::CaptureWorld;

namespace {

Side twoSided(int sheet, Face face)
{
    auto side = sample::aSide(sheet, face);
    side.twoSided = true;
    return side;
}

/// Two sheets of two faces in one run.
struct TwoSheets : CaptureWorld {
    TwoSheets()
    {
        const QString first = newUuid7();
        for (const int sheet : {1, 2}) {
            for (const auto face : {Face::Front, Face::Back})
                before << scan(u"GT01"_s, twoSided(sheet, face), {}, first);
        }
    }
    QString rescan(const Side &side, const QString &replaced)
    {
        return scan(u"GT01"_s, side, {.replaces = replaced}, run);
    }
    QStringList before;
    QString run = newUuid7();
};

}  // namespace

TEST_CASE("a side that is scanned again takes sheet and face and place of the old one", "[store]")
{
    TwoSheets world;
    const auto old = world.side(u"GT01"_s, world.before[1]);
    const QString fresh = world.rescan(sample::aSide(9), old.id);
    CHECK(world.ids(u"GT01"_s) ==
          QStringList{world.before[0], fresh, world.before[2], world.before[3]});
    CHECK(world.side(u"GT01"_s, fresh).sheet == 1);
    CHECK(world.side(u"GT01"_s, fresh).face == Face::Back);
    CHECK(world.side(u"GT01"_s, old.id).out);
    CHECK(tallyOf(world.sides(u"GT01"_s), {.expected = 2}).text() == u"2/2");
    CHECK(world.actions(u"GT01"_s).mid(4) == QStringList{u"capture"_s, u"edit_replace"_s});

    world.reopen();
    const auto undone = world.undo();
    REQUIRE(undone);
    CHECK(undone->id == world.run);
    CHECK(undone->kind == EditKind::Replace);
    CHECK(world.ids(u"GT01"_s) == world.before);
    CHECK(world.side(u"GT01"_s, fresh).out);
    CHECK(world.side(u"GT01"_s, old.id) == old);
    REQUIRE(world.redo());
    CHECK(world.ids(u"GT01"_s)[1] == fresh);
    CHECK(world.side(u"GT01"_s, old.id).out);
}

TEST_CASE("both faces scanned again replace both and are one step", "[store]")
{
    const bool known = GENERATE(true, false);  // that both faces were to be read
    const int asked = GENERATE(0, 1);
    if (!known && asked == 1)
        return;  // the first side stands for the one that was asked for
    TwoSheets world;
    auto front = twoSided(9, Face::Front);
    auto back = twoSided(9, Face::Back);
    front.twoSided = back.twoSided = known;
    world.rescan(front, world.before[asked]);
    world.rescan(back, world.before[asked]);
    CHECK(world.ids(u"GT01"_s) == QStringList{front.id, back.id, world.before[2], world.before[3]});
    CHECK(world.side(u"GT01"_s, front.id).sheet == 1);
    CHECK(world.side(u"GT01"_s, front.id).face == Face::Front);
    CHECK(world.side(u"GT01"_s, back.id).sheet == 1);
    CHECK(world.side(u"GT01"_s, back.id).face == Face::Back);
    CHECK(tallyOf(world.sides(u"GT01"_s), {}).text() == u"2");
    REQUIRE(world.undo());
    CHECK(world.ids(u"GT01"_s) == world.before);
    CHECK(world.undo().error().fault == Fault::NothingToDo);
    REQUIRE(world.redo());
    CHECK(world.ids(u"GT01"_s).mid(0, 2) == QStringList{front.id, back.id});
}

TEST_CASE("a face that its sheet lacked comes to stand beside the other one", "[store]")
{
    CaptureWorld world;
    const bool lacksBack = GENERATE(true, false);
    const QString kept =
        world.scan(u"GT01"_s, twoSided(1, lacksBack ? Face::Front : Face::Back), {}, newUuid7());
    const QString next = world.scan(u"GT01"_s, sample::aSide(2));
    const QString run = newUuid7();
    const QString front = world.scan(u"GT01"_s, twoSided(9, Face::Front), {.replaces = kept}, run);
    const QString back = world.scan(u"GT01"_s, twoSided(9, Face::Back), {.replaces = kept}, run);
    CHECK(world.ids(u"GT01"_s) == QStringList{front, back, next});
    CHECK(tallyOf(world.sides(u"GT01"_s), {}).text() == u"2");
    REQUIRE(world.undo());
    CHECK(world.ids(u"GT01"_s) == QStringList{kept, next});
    CHECK(tallyOf(world.sides(u"GT01"_s), {}).text() == u"2 half 1");
}

TEST_CASE("further sheets of a run that scans again follow behind with their own numbers",
          "[store]")
{
    TwoSheets world;
    const QString first = world.rescan(sample::aSide(8), world.before[0]);
    const QString second = world.rescan(sample::aSide(9), world.before[0]);
    const QString third = world.rescan(sample::aSide(10), world.before[0]);
    CHECK(world.ids(u"GT01"_s) ==
          QStringList{first, second, third, world.before[1], world.before[2], world.before[3]});
    CHECK(world.side(u"GT01"_s, second).sheet == 2);
    CHECK(world.side(u"GT01"_s, third).sheet == 3);
    REQUIRE(world.undo());
    CHECK(world.ids(u"GT01"_s) == world.before);
}

TEST_CASE("a side that was replaced already is not replaced by what comes later", "[store]")
{
    TwoSheets world;
    const QString first = world.rescan(sample::aSide(8), world.before[0]);
    world.run = newUuid7();
    const QString later = world.rescan(sample::aSide(9), world.before[0]);
    CHECK(world.ids(u"GT01"_s).mid(0, 2) == QStringList{first, world.before[1]});
    CHECK(world.ids(u"GT01"_s).contains(later));
    CHECK(world.side(u"GT01"_s, later).sheet == 2);
    // Again, but of the one that counts now.
    world.run = newUuid7();
    const QString again = world.rescan(sample::aSide(10), first);
    CHECK(world.ids(u"GT01"_s).front() == again);
    CHECK(world.side(u"GT01"_s, first).out);
    CHECK(world.side(u"GT01"_s, again).sheet == 1);
}

TEST_CASE("sides scanned before another one keep their order and are one step", "[store]")
{
    CaptureWorld world;
    const auto ids = world.scanMany(u"GT01"_s, 3);
    const QString run = newUuid7();
    QStringList inserted;
    for (int sheet = 4; sheet <= 8; ++sheet)
        inserted << world.scan(u"GT01"_s, sample::aSide(sheet), {.before = ids[1]}, run);
    CHECK(world.ids(u"GT01"_s) == QStringList{ids[0]} + inserted + ids.mid(1));
    REQUIRE(world.undo());
    CHECK(world.ids(u"GT01"_s) == ids);
    CHECK(world.sides(u"GT01"_s).size() == 8);
    REQUIRE(world.reopen().redoEdit(world.dossier.uuid, sample::actor));
    CHECK(world.ids(u"GT01"_s) == QStringList{ids[0]} + inserted + ids.mid(1));

    const QString first = world.scan(u"GT01"_s, sample::aSide(9), {.before = ids[0]});
    CHECK(world.ids(u"GT01"_s).front() == first);
}

TEST_CASE("an edit in the middle of a run parts the run's step in two", "[store]")
{
    TwoSheets world;
    const auto front = world.rescan(twoSided(9, Face::Front), world.before[0]);
    REQUIRE(world.apply(world.turn(world.before[1], 180)));
    const auto back = world.rescan(twoSided(9, Face::Back), world.before[0]);
    CHECK(world.ids(u"GT01"_s).mid(0, 2) == QStringList{front, back});
    for (const auto kind : {EditKind::Replace, EditKind::Turn, EditKind::Replace}) {
        const auto undone = world.undo();
        REQUIRE(undone);
        CHECK(undone->kind == kind);
    }
    CHECK(world.ids(u"GT01"_s) == world.before);
    CHECK(world.side(u"GT01"_s, world.before[1]).turnDeg == 0);
    for (int n = 0; n < 3; ++n)
        REQUIRE(world.redo());
    CHECK(world.ids(u"GT01"_s).mid(0, 2) == QStringList{front, back});
}

TEST_CASE("a place that is no longer in the paper means behind all", "[store]")
{
    TwoSheets world;
    REQUIRE(world.apply(world.moveTo(u"GT02"_s, world.before[0])));
    const QString added = world.rescan(sample::aSide(9), world.before[0]);
    CHECK(world.ids(u"GT01"_s).back() == added);
    CHECK_FALSE(world.side(u"GT02"_s, world.before[0]).out);
    CHECK(world.undo()->kind == EditKind::Move);
}

TEST_CASE("a side that is there already is not added again", "[store]")
{
    TwoSheets world;
    const auto side = twoSided(9, Face::Front);
    world.rescan(side, world.before[0]);
    const auto sides = world.sides(u"GT01"_s);
    const auto head = world.store.auditHead();
    world.rescan(side, world.before[0]);
    world.scan(u"GT02"_s, side);
    CHECK(world.sides(u"GT01"_s) == sides);
    CHECK(world.sides(u"GT02"_s).empty());
    CHECK(world.store.auditHead().value() == head.value());
}

TEST_CASE("a scan run is remembered with its place until its dossier is long handed over",
          "[store]")
{
    struct LaterClock final : Clock {
        qint64 nowMs() const override { return ms; }
        qint64 ms = sample::receivedAtMs;
    } clock;
    CaptureWorld world;
    const ScanRun run{.id = newUuid7(),
                      .dossierUuid = world.dossier.uuid,
                      .component = u"GT01"_s,
                      .place = {.before = u"before"_s, .replaces = u"replaced"_s},
                      .startedAtMs = sample::receivedAtMs};
    REQUIRE(world.store.beginRun(run));
    CHECK(world.store.beginRun(run).error().fault == Fault::Conflict);
    auto elsewhere = run;
    elsewhere.id = newUuid7();
    elsewhere.component = u"GT99"_s;
    CHECK(world.store.beginRun(elsewhere).error().fault == Fault::UnknownComponent);
    CHECK(world.reopen().run(run.id).value() == run);
    CHECK(world.store.run(newUuid7()).value() == std::nullopt);

    auto later = *Store::open(world.data.path(), clock);
    clock.ms += 31LL * 24 * 3600 * 1000;
    CHECK(later.forgetOldRuns() == 0);
    const OutboxStep event{.handoverId = newUuid7(), .kind = StepKind::Event};
    REQUIRE(later.beginHandover({.id = event.handoverId, .dossierUuid = world.dossier.uuid},
                                {event}, {}));
    auto verified = event;
    verified.state = StepState::Verified;
    REQUIRE(later.saveOutcomes({{verified, {}}}));
    clock.ms -= 2LL * 24 * 3600 * 1000;
    CHECK(later.forgetOldRuns() == 0);
    clock.ms += 2LL * 24 * 3600 * 1000;
    CHECK(later.forgetOldRuns() == 1);
    CHECK(later.run(run.id).value() == std::nullopt);
}
