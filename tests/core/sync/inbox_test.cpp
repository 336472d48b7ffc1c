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
