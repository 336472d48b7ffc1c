#include "handover_world.h"

#include "core/base/file_lock.h"
#include "core/sync/retry_policy.h"

#include <thread>

using namespace station;
using namespace station::sync;

namespace {

/// Several dossiers, each planned and not sent, in the order of their coming.
struct Queue {
    explicit Queue(int dossiers)
    {
        for (int i = 0; i < dossiers; ++i)
            add(i);
    }

    QString add(int number, bool urgent = false)
    {
        auto dossier = sample::aDossier();
        dossier.code.reset();
        dossier.components[0].state =
            sample::anExtractedCopy(world.blobs.put("copy " + QByteArray::number(number)).value());
        REQUIRE(store.createDossier(dossier, sample::actor));
        auto request = world.request();
        request.dossier = dossier;
        request.urgent = urgent;
        request.papers = {
            {.component = u"GT01"_s, .proposedCode = codeOf(QString::number(100 + number))}};
        Handover handover(store, world.blobs, world.repository, world.key, world.clock);
        const auto id = handover.plan(request);
        REQUIRE(id);
        ids << *id;
        return *id;
    }

    Expected<SendReport> sendDue(repository::Repository &target)
    {
        if (!outbox)
            outbox.emplace(store, world.blobs, target, world.key, world.clock);
        return outbox->sendDue(Outbox::Due::WhatIsDue);
    }

    World world;
    store::Store store = world.openStore();
    QStringList ids{};
    std::optional<Outbox> outbox{};
};

}  // namespace

TEST_CASE("urgent hand-overs go first and the newest of them before", "[sync]")
{
    Queue queue(2);
    queue.add(2, true);
    queue.add(3, true);
    const auto report = queue.sendDue(queue.world.repository);
    REQUIRE(report);
    CHECK(report->done == 4);
    CHECK(report->waiting == 0);
    CHECK_FALSE(report->againInMs);
    // The audit chain is written in the order of the work.
    QStringList order;
    for (const auto &id : queue.ids) {
        const auto row = queue.store.handover(id);
        const auto audit = queue.store.audit(row->dossierUuid);
        for (const auto &entry : *audit) {
            if (entry.action == u"hand_over"_s && entry.componentCode.isEmpty())
                order << u"%1 %2"_s.arg(entry.seq, 9, 10, QLatin1Char('0'))
                             .arg(queue.ids.indexOf(id));
        }
    }
    order.sort();
    REQUIRE(order.size() == 4);
    CHECK(order[0].endsWith(u" 3"_s));
    CHECK(order[1].endsWith(u" 2"_s));
    CHECK(order[2].endsWith(u" 0"_s));
    CHECK(order[3].endsWith(u" 1"_s));
}

TEST_CASE("one attempt stands for the whole station while the repository is silent", "[sync]")
{
    Queue queue(3);
    HookedRepository silent(queue.world.repository);
    silent.before = [](int) { return Fault::RepositoryDown; };
    const auto report = queue.sendDue(silent);
    REQUIRE(report);
    CHECK(silent.calls == 1);
    REQUIRE(report->halt);
    CHECK(report->halt->fault == Fault::RepositoryDown);
    CHECK(report->waiting == 3);
    CHECK(report->dead == 0);
    REQUIRE(report->againInMs);
    CHECK(*report->againInMs > 0);
    CHECK(*report->againInMs <= 1'000);

    silent.before = nullptr;
    CHECK(queue.sendDue(silent)->done == 3);
    CHECK(queue.store.openHandovers()->empty());
}

TEST_CASE("a conflict waits for a person and holds up nobody", "[sync]")
{
    Queue queue(2);
    // Somebody else's bytes under the key of the first copy.
    const auto steps = queue.store.steps(queue.ids[0]);
    REQUIRE(QDir().mkpath(QFileInfo(queue.world.root.filePath(steps->front().key)).path()));
    QFile foreign(queue.world.root.filePath(steps->front().key));
    REQUIRE(foreign.open(QIODevice::WriteOnly));
    foreign.write("other bytes");
    foreign.close();

    for (int round = 0; round < 3; ++round) {
        // Damage is tried three times, each after its wait.
        const auto report = queue.sendDue(queue.world.repository);
        REQUIRE(report);
        CHECK(report->done == (round == 0 ? 1 : 0));
        CHECK(report->failed.size() == 1);
        CHECK_FALSE(report->halt);
        CHECK(queue.sendDue(queue.world.repository)->failed.empty());  // not due yet
        queue.world.clock.now += longestWaitMs;
    }
    const auto report = queue.sendDue(queue.world.repository);
    REQUIRE(report);
    CHECK(report->dead == 1);
    CHECK(report->waiting == 0);
    CHECK_FALSE(report->againInMs);
    auto row = queue.store.handover(queue.ids[0]);
    CHECK(row->wait.dead);
    CHECK(row->wait.failures == 3);
    CHECK(row->wait.fault == u"repository_damaged"_s);

    // IT put it right; the supervisor says "try again".
    REQUIRE(QFile::remove(foreign.fileName()));
    CHECK(queue.store.retryHandovers({}, sample::actor) == 1);
    CHECK(queue.sendDue(queue.world.repository)->done == 1);
    row = queue.store.handover(queue.ids[0]);
    CHECK(row->complete);
    CHECK(row->wait == store::RetryWait{});
}

TEST_CASE("hours without a repository do not count as damage", "[sync]")
{
    Queue queue(1);
    HookedRepository faulty(queue.world.repository);
    Fault now = Fault::RepositoryDown;
    faulty.before = [&](int) { return now; };
    for (int round = 0; round < 5; ++round)
        REQUIRE(queue.sendDue(faulty)->waiting == 1);
    CHECK(queue.store.handover(queue.ids[0])->wait.failures == 5);
    const qint64 since = queue.store.handover(queue.ids[0])->wait.sinceMs;

    queue.world.clock.now += 60'000;
    now = Fault::RepositoryDamaged;
    const auto report = queue.sendDue(faulty);
    REQUIRE(report);
    CHECK(report->dead == 0);
    const auto wait = queue.store.handover(queue.ids[0])->wait;
    CHECK(wait.failures == 1);
    CHECK(wait.sinceMs == since);
}

TEST_CASE("a clock that was set back keeps nobody waiting", "[sync]")
{
    Queue queue(1);
    store::RetryWait wait{.failures = 1, .fault = u"repository_damaged"_s};
    wait.nextAtMs = queue.world.clock.now + 365LL * 86'400'000;
    REQUIRE(queue.store.postponeHandover(queue.ids[0], wait));
    CHECK(queue.sendDue(queue.world.repository)->done == 1);
}

TEST_CASE("two programs never send at once", "[sync]")
{
    Queue queue(1);
    const QString file = queue.world.data.filePath(u"outbox.lock"_s);
    auto other = std::make_optional(FileLock::acquire(file, FileLock::Kind::Exclusive).value());
    CHECK(queue.sendDue(queue.world.repository).error().fault == Fault::StorageInUse);

    Outbox outbox(queue.store, queue.world.blobs, queue.world.repository, queue.world.key,
                  queue.world.clock);
    CHECK(outbox.sendNow(queue.ids[0], 0).error().fault == Fault::StorageInUse);
    CHECK(queue.store.openHandovers()->size() == 1);
    std::jthread ends([&] { other.reset(); });
    CHECK(outbox.sendNow(queue.ids[0], 10'000));
}

TEST_CASE("what the other program has sent meanwhile is a result", "[sync]")
{
    Queue queue(1);
    REQUIRE(queue.sendDue(queue.world.repository)->done == 1);
    const auto other =
        FileLock::acquire(queue.world.data.filePath(u"outbox.lock"_s), FileLock::Kind::Exclusive);
    REQUIRE(other);
    const auto result = queue.outbox->sendNow(queue.ids[0], 0);
    REQUIRE(result);
    CHECK(result->eventId == queue.ids[0]);
    CHECK(result->codes.size() == 1);
}

TEST_CASE("the copies of one dossier travel side by side", "[sync]")
{
    World world;
    HookedRepository slow(world.repository);
    std::atomic<int> here = 0;
    std::atomic<int> most = 0;
    slow.before = [&](int call) -> std::optional<Fault> {
        if (call > 3)
            return std::nullopt;
        // Each of the three copies waits until the others are on their way, too.
        ++here;
        const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(10);
        while (here < 3 && std::chrono::steady_clock::now() < until)
            std::this_thread::yield();
        most = std::max<int>(most, here);
        return std::nullopt;
    };
    REQUIRE(world.handOver(slow));
    CHECK(most == 3);
}
