#include "core/base/clock.h"
#include "core/store/column_form.h"
#include "core/store/store.h"
#include "sample_dossier.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QTemporaryDir>

#include <SQLiteCpp/Database.h>

using namespace station;
using namespace station::store;
using namespace Qt::StringLiterals;

namespace {

struct Told {
    Store open() const { return Store::open(data.path(), clock, sealer).value(); }

    /// A hand-over whose event is the only step, with notices for both targets.
    QString handOver(Store &store, bool complete = true) const
    {
        const auto earlier = store.handovers(dossier.uuid);
        const HandoverRow row{
            .id = newUuid7(), .dossierUuid = dossier.uuid, .draft = "{}", .actor = sample::actor};
        REQUIRE(store.beginHandover(row, {}, earlier->empty() ? QString() : earlier->back().id));
        const OutboxStep event{.handoverId = row.id, .kind = StepKind::Event};
        REQUIRE(store.completePlan(row.id, u"m"_s, {event},
                                   {{NoticeTarget::Webhook, "event"},
                                    {NoticeTarget::Portal, sample::ownerName.toUtf8()}}));
        if (complete)
            finish(store, row.id);
        return row.id;
    }
    static void finish(Store &store, const QString &handoverId)
    {
        auto event = store.steps(handoverId)->front();
        event.state = StepState::Verified;
        REQUIRE(store.saveOutcomes({{event, {}}}));
    }

    SystemClock clock;
    QTemporaryDir data;
    std::shared_ptr<const sealing::Sealer> sealer{};
    dossier::Dossier dossier = sample::aDossier();
};

std::vector<Notice> portalNotices(const Store &store)
{
    auto open = store.openNotices().value();
    std::erase_if(open, [](const auto &notice) { return notice.target != NoticeTarget::Portal; });
    return open;
}

}  // namespace

TEST_CASE("nobody is told before the department has the dossier", "[store]")
{
    const Told world;
    auto store = world.open();
    REQUIRE(store.createDossier(world.dossier, sample::actor));
    const auto id = world.handOver(store, false);
    CHECK(store.openNotices()->empty());
    Told::finish(store, id);

    // The hand-over is done; what is still to be told changes nothing in that.
    CHECK(store.openHandovers()->empty());
    const auto open = store.openNotices();
    REQUIRE(open->size() == 2);
    for (const auto &notice : *open) {
        CHECK(notice.handoverId == id);
        CHECK(notice.dossierUuid == world.dossier.uuid);
        CHECK_FALSE(notice.toldBefore);
        CHECK(notice.wait == RetryWait{});
    }
}

TEST_CASE("a notice that was told takes the place of earlier ones where the target says so",
          "[store]")
{
    const Told world;
    auto store = world.open();
    REQUIRE(store.createDossier(world.dossier, sample::actor));
    const auto first = world.handOver(store);
    const auto second = world.handOver(store);
    const auto third = world.handOver(store);
    auto portal = portalNotices(store);
    REQUIRE(portal.size() == 3);
    REQUIRE(store.closeNotice(portal[1], true));

    portal = portalNotices(store);
    REQUIRE(portal.size() == 1);
    CHECK(portal[0].handoverId == third);
    CHECK(portal[0].toldBefore);
    CHECK(store.openNotices()->size() == 4);  // each webhook has its own

    // Once is once, and a late failure of it says nothing.
    const auto entries = store.audit(world.dossier.uuid)->size();
    auto again = store.openNotices()->back();
    again.handoverId = second;
    again.target = NoticeTarget::Portal;
    again.wait.dead = true;
    REQUIRE(store.closeNotice(again, true));
    REQUIRE(store.postponeNotice(again));
    CHECK(store.audit(world.dossier.uuid)->size() == entries);
    CHECK(portalNotices(store).size() == 1);
}

TEST_CASE("try again wakes notices, too", "[store]")
{
    const Told world;
    auto store = world.open();
    REQUIRE(store.createDossier(world.dossier, sample::actor));
    world.handOver(store);
    auto notice = portalNotices(store).front();
    notice.wait = {.failures = 1,
                   .sinceMs = 5,
                   .nextAtMs = 7,
                   .fault = u"portal_refused"_s,
                   .detail = u"error_code -1"_s,
                   .dead = true};
    notice.words = u"Hồ sơ không hợp lệ"_s;
    REQUIRE(store.postponeNotice(notice));
    CHECK(portalNotices(store).front() == notice);
    CHECK(store.retryHandovers(u"another"_s, sample::actor) == 0);
    CHECK(store.retryHandovers(world.dossier.uuid, sample::actor) == 1);
    const auto woken = portalNotices(store).front();
    CHECK(woken.wait.failures == 0);
    CHECK_FALSE(woken.wait.dead);
    CHECK(woken.wait.fault == u"portal_refused"_s);  // still to be seen
}

TEST_CASE("what is to be told is sealed and forgotten once it was told", "[store]")
{
    Told world;
    const auto tells = [&] {
        QFile file(world.data.filePath(u"station.db"_s));
        QFile journal(file.fileName() + u"-wal"_s);
        REQUIRE(file.open(QIODevice::ReadOnly));
        const auto bytes =
            file.readAll() + (journal.open(QIODevice::ReadOnly) ? journal.readAll() : QByteArray());
        return bytes.contains(sample::ownerName.toUtf8());
    };
    {
        auto store = world.open();
        REQUIRE(store.createDossier(world.dossier, sample::actor));
        world.handOver(store);
        auto notice = portalNotices(store).front();
        notice.words = sample::ownerName;
        REQUIRE(store.postponeNotice(notice));
    }
    CHECK(tells());

    // A key comes later.
    world.sealer = sealing::Sealer::with(sealing::DataKeys::made().value()).value();
    (void)world.open();
    REQUIRE(sweepTraces(world.data.path()));
    CHECK_FALSE(tells());
    auto store = world.open();
    const auto notice = portalNotices(store).front();
    CHECK(notice.body == sample::ownerName.toUtf8());
    CHECK(notice.words == sample::ownerName);
    REQUIRE(store.closeNotice(notice, true));
    SQLite::Database database(world.data.filePath(u"station.db"_s).toStdString(),
                              SQLite::OPEN_READONLY);
    CHECK(database
              .execAndGet("SELECT max(length(body) + length(words)) FROM notices"
                          " WHERE target = 'portal'")
              .getInt() == 0);
}
