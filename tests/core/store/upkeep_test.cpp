#include "core/store/blob_folder.h"
#include "core/store/recovery.h"
#include "core/store/store.h"
#include "sample_dossier.h"
#include "tests/support/catch.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <SQLiteCpp/Database.h>

using namespace station;
using namespace station::dossier;
using namespace station::store;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;

struct MovableClock final : Clock {
    qint64 nowMs() const override { return QDateTime::currentMSecsSinceEpoch() + aheadMs; }
    qint64 aheadMs = 0;
};

/// A station whose only paper is signed; each test makes what a moment of a crash leaves.
struct Crashed {
    Crashed()
    {
        const auto copy = sample::anExtractedCopy(*blobs.put("signed")).copy;
        dossier.components.front().state = copy;
        REQUIRE(store.createDossier(dossier, sample::actor));
    }
    QString pdf() const { return signedCopyOf(dossier.components.front().state)->pdf.sha256; }
    void run(const QString &sql)
    {
        SQLite::Database database(data.filePath(u"station.db"_s).toStdString(),
                                  SQLite::OPEN_READWRITE, 5'000);
        database.exec(sql.toStdString());
    }
    RecoveryReport restarted()
    {
        auto report = recover(store, sample::actor);
        REQUIRE(report);
        return *report;
    }

    QTemporaryDir data;
    MovableClock clock;
    Store store = *Store::open(data.path(), clock);
    BlobFolder blobs{data.path()};
    Dossier dossier = sample::aDossier();
};

void write(const QString &path, const QDateTime &changed)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("half");
    file.flush();
    REQUIRE(file.setFileTime(changed, QFileDevice::FileModificationTime));
}

}  // namespace

TEST_CASE("a blob that was renamed but whose row was not committed goes after seven days",
          "[store]")
{
    Crashed station;
    const auto orphan = *station.blobs.put("orphan");
    const auto first = station.restarted();
    CHECK(first.orphanBlobs == 1);
    CHECK(first.blobsRemoved == 0);

    station.clock.aheadMs = 6 * dayMs;
    CHECK(station.restarted().blobsRemoved == 0);
    CHECK(station.blobs.contains(orphan.sha256));
    station.clock.aheadMs = 7 * dayMs + 60'000;
    CHECK(station.restarted().blobsRemoved == 1);
    CHECK_FALSE(station.blobs.contains(orphan.sha256));
    CHECK(station.blobs.contains(station.pdf()));
}

TEST_CASE("an orphan blob that a row names in time stays", "[store]")
{
    Crashed station;
    const auto orphan = *station.blobs.put("orphan");
    CHECK(station.restarted().orphanBlobs == 1);
    auto other = sample::aDossier();
    other.code.reset();
    other.components.front().state = sample::anExtractedCopy(orphan).copy;
    REQUIRE(station.store.createDossier(other, sample::actor));
    station.clock.aheadMs = 8 * dayMs;
    CHECK(station.restarted().blobsRemoved == 0);
    CHECK(station.blobs.contains(orphan.sha256));
}

TEST_CASE("the blob folder is read once a day", "[store]")
{
    Crashed station;
    CHECK(station.restarted().orphanBlobs == 0);
    REQUIRE(station.blobs.put("orphan"));
    CHECK(station.restarted().orphanBlobs == 0);
    const qint64 lastWeek = QDateTime::currentMSecsSinceEpoch() - 7 * dayMs;
    station.run(u"UPDATE upkeep SET at_ms = %1"_s.arg(lastWeek));
    CHECK(station.restarted().orphanBlobs == 1);
}

TEST_CASE("a time of upkeep from the future counts as never", "[store]")
{
    Crashed station;
    station.clock.aheadMs = 400 * dayMs;
    REQUIRE(station.store.noteUpkeep(u"task"_s));
    CHECK(station.store.lastUpkeep(u"task"_s).value() > station.clock.nowMs() - dayMs);
    station.clock.aheadMs = 0;
    CHECK(station.store.lastUpkeep(u"task"_s).value() == 0);
    CHECK(station.store.lastUpkeep(u"other"_s).value() == 0);
}

TEST_CASE("temporary files from before a clock was set back go, too", "[store]")
{
    Crashed station;
    const auto now = QDateTime::currentDateTimeUtc();
    const QString future = station.data.filePath(u"blobs/.tmp-future"_s);
    const QString past = station.data.filePath(u"station.db.before-0002.part"_s);
    const QString present = station.data.filePath(u"blobs/.tmp-present"_s);
    write(future, now.addYears(4));
    write(past, now.addSecs(-3600));
    write(present, now);
    CHECK(station.restarted().temporaryFilesRemoved == 2);
    CHECK_FALSE(QFile::exists(future));
    CHECK_FALSE(QFile::exists(past));
    CHECK(QFile::exists(present));
}

TEST_CASE("a purge that was cut off after its row removes the file at the next start", "[store]")
{
    Crashed station;
    station.run(u"UPDATE components SET state = 'handed_over', purged_at_ms = 1"_s);
    station.run(u"UPDATE dossiers SET handed_over = 1"_s);
    REQUIRE(station.store.announceBlob(station.pdf(), station.clock.nowMs()));
    CHECK(station.restarted().blobsRemoved == 1);
    CHECK_FALSE(station.blobs.contains(station.pdf()));
    CHECK(station.restarted().blobsMissing.isEmpty());
}

TEST_CASE("a purge that was cut off before its row removes nothing", "[store]")
{
    Crashed station;
    REQUIRE(station.store.announceBlob(station.pdf(), station.clock.nowMs()));
    CHECK(station.restarted().blobsRemoved == 0);
    CHECK(station.blobs.contains(station.pdf()));
}

TEST_CASE("waits that a wrong clock wrote end when it is right again", "[store]")
{
    Crashed station;
    const auto &uuid = station.dossier.uuid;
    REQUIRE(station.store.queueUpgrade(uuid, u"GT01"_s, {SignatureLevel::T, SignatureLevel::B, 0}));
    station.clock.aheadMs = 4 * 365 * dayMs;
    const qint64 then = station.clock.nowMs();
    REQUIRE(station.store.claimUpgrade(uuid, u"GT01"_s, u"c"_s, then + 60'000).value());
    REQUIRE(station.store.announceBlob(station.pdf(), then));
    station.clock.aheadMs = 0;
    CHECK(station.restarted().waitsEnded == 2);
    CHECK(station.store.claimUpgrade(uuid, u"GT01"_s, u"d"_s, station.clock.nowMs() + 60'000)
              .value());

    REQUIRE(station.store.postponeUpgrade(uuid, u"GT01"_s, u"d"_s, {.nextAtMs = then}));
    CHECK(station.restarted().waitsEnded == 1);
    CHECK(station.store.upgrades()->front().wait.nextAtMs == 0);
}

TEST_CASE("waits that are meant stay", "[store]")
{
    Crashed station;
    const auto &uuid = station.dossier.uuid;
    const qint64 tomorrow = station.clock.nowMs() + dayMs;
    const qint64 years = station.clock.nowMs() + 1'000 * dayMs;
    REQUIRE(station.store.queueUpgrade(uuid, u"GT01"_s, {SignatureLevel::T, SignatureLevel::B, 0}));
    REQUIRE(station.store.claimUpgrade(uuid, u"GT01"_s, u"c"_s, tomorrow).value());
    CHECK(station.restarted().waitsEnded == 0);
    REQUIRE(station.store.postponeUpgrade(uuid, u"GT01"_s, u"c"_s, {.nextAtMs = tomorrow}));
    CHECK(station.restarted().waitsEnded == 0);
    // A renewal in years is no wait for a service.
    REQUIRE(station.store.claimUpgrade(uuid, u"GT01"_s, u"c"_s, tomorrow).value());
    REQUIRE(station.store.postponeUpgrade(uuid, u"GT01"_s, u"c"_s, {.nextAtMs = years}, years));
    CHECK(station.restarted().waitsEnded == 0);
}

TEST_CASE("steps that were on their way when the program died are still to be sent", "[store]")
{
    Crashed station;
    const HandoverRow handover{
        .id = u"h-1"_s, .dossierUuid = station.dossier.uuid, .draft = "{}", .actor = sample::actor};
    const OutboxStep step{.handoverId = handover.id,
                          .kind = StepKind::Blob,
                          .componentCode = u"GT01"_s,
                          .key = u"doc"_s,
                          .sha256 = station.pdf()};
    REQUIRE(station.store.beginHandover(handover, {step}, {}));
    REQUIRE(station.store.beginSending(handover.id));
    station.restarted();
    CHECK(station.store.openHandovers()->size() == 1);
    const auto steps = station.store.steps(handover.id);
    REQUIRE(steps->size() == 1);
    CHECK(steps->front().state != StepState::Verified);
    // What is on its way is nobody's orphan.
    CHECK(station.blobs.contains(station.pdf()));
}

TEST_CASE("more loose blobs than go at once all go", "[store]")
{
    Crashed station;
    for (int n = 0; n < 60; ++n) {
        const auto blob = *station.blobs.put(QByteArray::number(n));
        REQUIRE(station.store.announceBlob(blob.sha256, 0));
    }
    CHECK(station.store.removeLooseBlobs().value() == 60);
}
