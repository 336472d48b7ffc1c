#include "core/base/clock.h"
#include "core/repository/layout.h"
#include "core/sync/inbox.h"
#include "handover_world.h"

#include <QFile>

using namespace station;
using namespace station::sync;

TEST_CASE("a department sees its own events and only new ones when it asks so", "[sync]")
{
    World world;
    REQUIRE(world.handOver());
    Inbox inbox(world.repository, world.key);
    const auto events = inbox.events(u"H62.16"_s);
    REQUIRE(events);
    REQUIRE(events->size() == 1);
    CHECK(events->front().dossierUuid == world.dossier.uuid);
    CHECK(inbox.events(u"H62.16"_s, events->front().key)->empty());
    CHECK(inbox.events(u"H62.1"_s)->empty());
}

TEST_CASE("an event is acknowledged once and for all", "[sync]")
{
    World world;
    REQUIRE(world.handOver());
    Inbox inbox(world.repository, world.key);
    const auto event = inbox.events(u"H62.16"_s)->front();
    CHECK_FALSE(event.acknowledged);
    CHECK(inbox.acknowledge(event, u"one"_s, 1));
    CHECK(inbox.acknowledge(event, u"other"_s, 2));
    CHECK(inbox.events(u"H62.16"_s)->front().acknowledged);
    CHECK(world.repository.list(u"ctl/ack/"_s)->size() == 1);
}

TEST_CASE("a copy or a manifest that changed in the repository is not taken", "[sync]")
{
    World world;
    const auto result = world.handOver();
    REQUIRE(result);
    Inbox inbox(world.repository, world.key);
    const auto event = inbox.events(u"H62.16"_s)->front();
    const bool manifest = GENERATE(true, false);
    const QString key =
        manifest ? event.manifestKey : repository::layout::blob(sha256Hex("second copy"));
    QFile file(world.root.filePath(key));
    REQUIRE(file.open(QIODevice::ReadWrite));
    file.write("?");
    file.close();
    const auto refused = inbox.open(event);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fault == Fault::RepositoryDamaged);
    CHECK(refused.error().detail == key);
}

TEST_CASE("what a department has not acknowledged is listed by its age and office", "[sync]")
{
    World world;
    REQUIRE(world.handOver());
    Inbox inbox(world.repository, world.key);
    const auto first = inbox.events(u"H62.16"_s)->front();
    constexpr qint64 hourMs = 3'600'000;
    constexpr qint64 dayMs = 24 * hourMs;
    const auto put = [&](const QString &id, qint64 atMs, const QString &office) {
        HandoverEvent event = first;
        event.id = id;
        event.office = office;
        event.atMs = atMs;
        const auto body = eventBody(event);
        REQUIRE(world.repository.putIfAbsent(
            repository::layout::event(event.department, inVietnam(atMs).date(), id), body,
            sha256Hex(body)));
        return event;
    };
    const auto other = put(newUuid7(), first.atMs + hourMs, u"H62.99"_s);
    const auto old = put(u"00000000-0000-7000-8000-000000000000"_s, first.atMs, first.office);
    (void)put(newUuid7(), first.atMs - 100 * dayMs, first.office);
    const qint64 since = first.atMs - 90 * dayMs;
    const auto ids = [&](const QString &office, qint64 before) {
        QStringList list;
        const auto events = inbox.unacknowledged(u"H62.16"_s, office, since, before);
        REQUIRE(events);
        for (const auto &event : *events)
            list << event.id;
        list.sort();
        return list;
    };
    const auto sorted = [](QStringList list) {
        list.sort();
        return list;
    };
    CHECK(ids(first.office, first.atMs).isEmpty());  // not yet
    CHECK(ids(first.office, first.atMs + hourMs) == sorted({first.id, old.id}));
    CHECK(ids({}, first.atMs + dayMs) == sorted({first.id, old.id, other.id}));
    CHECK(inbox.unacknowledged(u"H62.16"_s, {}, since, first.atMs + dayMs, 2)->size() == 2);
    REQUIRE(inbox.acknowledge(first, u"one"_s, 1));
    CHECK(ids(first.office, first.atMs + hourMs) == QStringList{old.id});
    REQUIRE(inbox.acknowledge(old, u"one"_s, 1));
    CHECK(ids(first.office, first.atMs + hourMs).isEmpty());
    CHECK(inbox.unacknowledged(u"H62.1"_s, {}, since, first.atMs + dayMs)->empty());
}
