#include "capture_world.h"

#include <csignal>
#include <functional>
#include <random>
#include <sys/wait.h>
#include <unistd.h>

using namespace station;
using namespace station::dossier;
using namespace station::store;
using namespace Qt::StringLiterals;

using sample::CaptureWorld;

namespace {

using Write = std::function<bool(CaptureWorld &)>;

/// A sheet scanned again, a side sent to another paper and both taken back, one
/// write after the other.
std::vector<Write> writes(const QStringList &ids, const Side &front, const Side &back)
{
    const QString run = newUuid7();
    const auto scan = [=](const Side &side) -> Write {
        return [=](CaptureWorld &world) {
            return world.store
                .addSide({world.dossier.uuid, u"GT01"_s, side, run, {.replaces = ids[0]}},
                         sample::actor)
                .has_value();
        };
    };
    const Write undo = [](CaptureWorld &world) { return world.undo().has_value(); };
    const Write redo = [](CaptureWorld &world) { return world.redo().has_value(); };
    return {[=](CaptureWorld &world) {
                return world.store
                    .beginRun({.id = run,
                               .dossierUuid = world.dossier.uuid,
                               .component = u"GT01"_s,
                               .place = {.replaces = ids[0]}})
                    .has_value();
            },
            scan(front),
            scan(back),
            [=](CaptureWorld &world) {
                return world.apply(world.moveTo(u"GT02"_s, ids[2])).has_value();
            },
            undo,
            undo,
            redo,
            redo};
}

/// Ends the program after `count` writes, without destructor and checkpoint.
void endAfter(CaptureWorld &world, const std::vector<Write> &all, std::size_t count)
{
    const pid_t child = ::fork();
    if (child == 0) {
        world.reopen();
        bool good = true;
        for (std::size_t n = 0; good && n < count; ++n)
            good = all[n](world);
        ::_exit(good ? 0 : 1);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(status == 0);
    world.reopen();
}

}  // namespace

TEST_CASE("a program that ends after any write of an edit leaves exactly the writes before",
          "[store]")
{
    struct Expectation {
        QStringList first, second, out;
        EditHistory history;
    };
    for (std::size_t count = 0; count <= 8; ++count) {
        CAPTURE(count);
        CaptureWorld world;
        QStringList ids;
        for (const auto face : {Face::Front, Face::Back})
            ids << world.scan(u"GT01"_s, sample::aSide(1, face));
        ids << world.scan(u"GT01"_s, sample::aSide(2));
        const auto front = sample::aSide(3);
        const auto back = sample::aSide(3, Face::Back);
        endAfter(world, writes(ids, front, back), count);

        const QStringList replaced{front.id, back.id, ids[2]};
        const QStringList moved{front.id, back.id};
        const EditHistory none;
        const EditHistory replace{.undo = EditKind::Replace};
        const EditHistory move{.undo = EditKind::Move};
        const std::vector<Expectation> expected{
            {ids, {}, {}, none},
            {ids, {}, {}, none},
            {{front.id, ids[1], ids[2]}, {}, {ids[0]}, replace},
            {replaced, {}, {ids[0], ids[1]}, replace},
            {moved, {ids[2]}, {ids[0], ids[1]}, move},
            {replaced, {}, {ids[0], ids[1]}, {EditKind::Replace, EditKind::Move}},
            {ids, {}, {front.id, back.id}, {{}, EditKind::Replace}},
            {replaced, {}, {ids[0], ids[1]}, {EditKind::Replace, EditKind::Move}},
            {moved, {ids[2]}, {ids[0], ids[1]}, move},
        };
        CHECK(world.ids(u"GT01"_s) == expected[count].first);
        CHECK(world.ids(u"GT02"_s) == expected[count].second);
        for (const auto &id : expected[count].out)
            CHECK(world.side(u"GT01"_s, id).out);
        CHECK(world.store.editHistory(world.dossier.uuid) == expected[count].history);
        CHECK(stateName(world.state(u"GT02"_s)) ==
              (expected[count].second.isEmpty() ? u"decided"_s : u"captured"_s));
        CHECK(world.store.verifyAudit());
    }
}

TEST_CASE("a program killed at any moment of an edit leaves it done or not done", "[store]")
{
    std::mt19937 random(20240715);
    for (int round = 0; round < 12; ++round) {
        CaptureWorld world;
        const auto ids = world.scanMany(u"GT01"_s, 2);
        int reports[2];
        REQUIRE(::pipe(reports) == 0);
        const pid_t child = ::fork();
        if (child == 0) {
            world.reopen();
            // Both sides to the other paper and back, for ever.
            auto edit = world.moveTo(u"GT02"_s, ids[0]);
            auto second = world.moveTo(u"GT02"_s, ids[1]);
            second.changes.front().after.rank = rankBetween(edit.changes.front().after.rank, {});
            edit.changes.push_back(second.changes.front());
            bool good = world.apply(edit).has_value();
            while (good && ::write(reports[1], "e", 1) == 1)
                good = world.undo() && ::write(reports[1], "u", 1) == 1 && world.redo();
            ::_exit(1);
        }
        ::close(reports[1]);
        char report = 0;
        for (auto count = 1 + random() % 20; count > 0; --count)
            REQUIRE(::read(reports[0], &report, 1) == 1);
        ::kill(child, SIGKILL);
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        CHECK(WIFSIGNALED(status));
        ::close(reports[0]);

        world.reopen();
        const auto history = world.store.editHistory(world.dossier.uuid).value();
        const bool moved = history.undo == EditKind::Move;
        CHECK(moved != history.redo.has_value());
        CHECK(world.ids(u"GT01"_s) == (moved ? QStringList() : ids));
        CHECK(world.ids(u"GT02"_s) == (moved ? ids : QStringList()));
        CHECK(stateName(world.state(u"GT01"_s)) == (moved ? u"decided"_s : u"captured"_s));
        CHECK(stateName(world.state(u"GT02"_s)) == (moved ? u"captured"_s : u"decided"_s));
        CHECK(world.store.verifyAudit());
    }
}
