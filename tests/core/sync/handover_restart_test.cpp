#include "handover_world.h"

#include "core/sync/owner_lookup.h"

#include <sys/wait.h>
#include <unistd.h>

using namespace station;
using namespace station::sync;

namespace {

/// Writes of one undisturbed hand-over: 3 blobs, 2 claims, manifest, pointer,
/// 2 index entries, event.
constexpr int writes = 10;

/// Whatever happened before: one event, one claim a paper, all found, all true.
void checkExactlyOnce(World &world)
{
    const auto events = world.events();
    REQUIRE(events.size() == 1);
    const auto manifest = Inbox(world.repository, world.key).open(events[0]);
    REQUIRE(manifest);
    CHECK(manifest->documents[0].code == codeOf(u"88-0123"_s).text());
    CHECK(world.repository.list(u"ctl/code/"_s)->size() == 2);
    CHECK(world.repository.list(u"doc/man/"_s)->size() == 1);
    CHECK(world.repository.list(u"ctl/dos/"_s)->size() == 1);
    CHECK(world.storedPapers(world.key).size() == 2);
    const auto store = world.openStore();
    CHECK(store.verifyAudit());
    CHECK(store.openHandovers()->empty());
    const auto dossier = world.load();
    for (const int paper : {0, 1}) {
        const auto &state = dossier.components[static_cast<std::size_t>(paper)].state;
        const auto *handedOver = std::get_if<dossier::HandedOverCopy>(&state);
        REQUIRE(handedOver);
        CHECK(handedOver->eventId == events[0].id);
        CHECK(handedOver->copy.manifestSha256 == events[0].manifestSha256);
    }
}

}  // namespace

TEST_CASE("a hand-over makes as many writes as the restart tests assume", "[sync]")
{
    World world;
    HookedRepository counted(world.repository);
    REQUIRE(world.handOver(counted));
    CHECK(counted.calls == writes);
    checkExactlyOnce(world);
}

TEST_CASE("a repository that fails at any write delays the hand-over and doubles nothing", "[sync]")
{
    const int failing = GENERATE(range(1, writes + 1));
    const auto fault = GENERATE(Fault::RepositoryDown, Fault::RepositoryDamaged);
    const bool arrived = GENERATE(false, true);
    CAPTURE(failing, static_cast<int>(fault), arrived);
    World world;
    HookedRepository faulty(world.repository);
    (arrived ? faulty.after : faulty.before) = [&](int call) {
        return call == failing ? std::optional(fault) : std::nullopt;
    };
    const auto failed = world.handOver(faulty);
    REQUIRE_FALSE(failed);
    CHECK(failed.error().fault == fault);
    // Nobody is told before everything is there.
    CHECK(world.events().size() == (failing == writes && arrived ? 1U : 0U));
    CHECK(world.openStore().openHandovers()->size() == 1);

    REQUIRE(world.handOver(faulty));
    checkExactlyOnce(world);
}

TEST_CASE("a program killed at any write hands over exactly once after its restart", "[sync]")
{
    const int killed = GENERATE(range(1, writes + 1));
    const bool arrived = GENERATE(false, true);
    CAPTURE(killed, arrived);
    World world;
    const pid_t child = ::fork();
    if (child == 0) {
        HookedRepository deadly(world.repository);
        (arrived ? deadly.after : deadly.before) = [&](int call) -> std::optional<Fault> {
            if (call == killed)
                ::kill(::getpid(), SIGKILL);
            return std::nullopt;
        };
        (void)world.handOver(deadly);
        ::_exit(0);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));

    world.clock.now += 86'400'000;  // restarted the next day
    auto store = world.openStore();
    Outbox outbox(store, world.blobs, world.repository, world.key, world.clock);
    const auto report = outbox.sendDue(Outbox::Due::WhatIsDue);
    REQUIRE(report);
    CHECK(report->done == 1);
    checkExactlyOnce(world);
}

TEST_CASE("two senders at once make one hand-over", "[sync]")
{
    World world;
    std::vector<pid_t> children;
    for (int sender = 0; sender < 3; ++sender) {
        const pid_t child = ::fork();
        if (child == 0)
            ::_exit(world.handOver() ? 0 : 1);
        children.push_back(child);
    }
    for (const pid_t child : children) {
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        CHECK(status == 0);
    }
    checkExactlyOnce(world);
}

TEST_CASE("another hand-over waits until the open one is through", "[sync]")
{
    World world;
    HookedRepository away(world.repository);
    away.before = [](int) { return Fault::RepositoryDown; };
    REQUIRE_FALSE(world.handOver(away));
    auto store = world.openStore();
    Handover handover(store, world.blobs, world.repository, world.key, world.clock);
    auto fewer = world.request();
    fewer.papers.pop_back();
    CHECK(handover.plan(fewer).error().fault == Fault::WrongOrder);
    Outbox outbox(store, world.blobs, world.repository, world.key, world.clock);
    REQUIRE(outbox.sendDue(Outbox::Due::WhatIsDue)->done == 1);
    checkExactlyOnce(world);
}
