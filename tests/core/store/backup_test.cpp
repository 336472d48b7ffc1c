#include "core/base/durable_file.h"
#include "core/store/backup.h"
#include "core/store/blob_folder.h"
#include "core/store/recovery.h"
#include "core/store/restore.h"
#include "core/store/spool.h"
#include "core/store/store.h"
#include "sample_dossier.h"
#include "tests/support/catch.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

#include <SQLiteCpp/Database.h>

#include <optional>
#include <sys/stat.h>

using namespace station;
using namespace station::dossier;
using namespace station::store;
using namespace Qt::StringLiterals;

namespace {

struct MovableClock final : Clock {
    qint64 nowMs() const override { return ms; }
    qint64 ms = 1'782'000'000'000;
};

/// A station with one dossier in work: a captured paper with its sides, a signed one that is on its
/// way, and one whose copy the repository holds already.
struct Office {
    Office()
    {
        dossier = sample::aDossier({u"GT01"_s, u"GT02"_s, u"GT03"_s});
        signedPdf = *BlobFolder(data.path()).put("signed copy");
        sentPdf = *BlobFolder(data.path()).put("sent copy");
        dossier.components[0].state = DigitizeSlot{};
        dossier.components[1].state = sample::anExtractedCopy(signedPdf).copy;
        const auto coded = CodedCopy{sample::anExtractedCopy(sentPdf),
                                     *codes::DigitizationCode::parse(sample::digitizationCode)};
        dossier.components[2].state = HandedOverCopy{{coded, sha256Hex("manifest")}, u"event"_s};
        auto store = openStore();
        REQUIRE(store.createDossier(dossier, sample::actor));
        side = sample::aSide();
        const Spool spool(data.path());
        REQUIRE(spool.folder(dossier.uuid));
        for (const auto &ending : {u"original.jpg"_s, u"jpg"_s})
            REQUIRE(writeDurably(spool.file(dossier.uuid, side.id, ending), "the page"));
        REQUIRE(writeDurably(data.filePath(u"recovery/wrapped.p7m"_s), "wrapped key"));
        REQUIRE(writeDurably(spool.file(dossier.uuid, u"half"_s, u"part"_s), "half a page"));
        REQUIRE(store.addSide(sample::newSide(dossier, u"GT01"_s, side), sample::actor));
        const HandoverRow handover{
            .id = u"h-1"_s, .dossierUuid = dossier.uuid, .draft = "{}", .actor = sample::actor};
        REQUIRE(store.beginHandover(handover,
                                    {{.handoverId = handover.id,
                                      .kind = StepKind::Blob,
                                      .componentCode = u"GT02"_s,
                                      .key = u"doc"_s,
                                      .sha256 = signedPdf.sha256}},
                                    {}));
        REQUIRE(store.beginSending(handover.id));
        head = *store.auditHead();
    }

    Store openStore() const { return *Store::open(data.path(), clock); }
    Backup backup() const { return {data.path(), plan, clock}; }
    BackupReport made() const
    {
        auto report = backup().make();
        REQUIRE(report);
        return *report;
    }
    QString pageFile() const
    {
        return data.path() + u"/spool/"_s + dossier.uuid + u'/' + side.id + u".original.jpg"_s;
    }

    QTemporaryDir data;
    QTemporaryDir place;
    MovableClock clock;
    BackupPlan plan{.folder = place.path(), .everyMinutes = 60, .keep = 3};
    Dossier dossier = sample::aDossier();
    Blob signedPdf;
    Blob sentPdf;
    Side side;
    AuditHead head;
};

QStringList paths(const BackupManifest &manifest)
{
    QStringList list;
    for (const auto &file : manifest.files)
        list << file.path;
    list.sort();
    return list;
}

QByteArray bytesOf(const QString &file)
{
    return readWhole(file).value_or(QByteArray());
}

void overwrite(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(bytes);
}

ino_t inodeOf(const QString &path)
{
    struct stat info {};
    REQUIRE(::stat(QFile::encodeName(path).constData(), &info) == 0);
    return info.st_ino;
}

/// All that lies below a folder, with its bytes; but for the lock file, which says nothing.
QHash<QString, QByteArray> contentOf(const QString &folder)
{
    QHash<QString, QByteArray> content;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        if (!path.endsWith(u"station.lock"_s))
            content.insert(path, bytesOf(path));
    }
    return content;
}

}  // namespace

TEST_CASE("a backup holds the database, what the repository lacks and the pages in work",
          "[backup]")
{
    const Office office;
    const auto report = office.made();
    const QString spool = u"spool/"_s + office.dossier.uuid + u'/' + office.side.id;
    QStringList expected{u"station.db"_s,
                         BlobFolder(office.data.path())
                             .path(office.signedPdf.sha256)
                             .mid(office.data.path().size() + 1),
                         spool + u".jpg"_s, spool + u".original.jpg"_s, u"recovery/wrapped.p7m"_s};
    expected.sort();
    CHECK(paths(report.manifest) == expected);
    CHECK(report.manifest.audit == office.head);
    CHECK(report.manifest.stationId == office.openStore().stationId());
    CHECK(report.manifest.missing.isEmpty());
    CHECK(report.sameDisk);
    CHECK(report.copied == 5);
    CHECK(readBackupManifest(report.folder).value() == report.manifest);
    for (const auto &file : report.manifest.files) {
        const QString path = report.folder + u'/' + file.path;
        CHECK(sha256OfFile(path).value() == file.sha256);
        CHECK(QFileInfo(path).size() == file.size);
        CHECK_FALSE(QFileInfo(path).permission(QFile::ReadGroup | QFile::ReadOther));
    }
    CHECK_FALSE(QFileInfo(report.folder).permission(QFile::ReadGroup));
}

TEST_CASE("a blob that the disk has lost does not stop the backup of the others", "[backup]")
{
    const Office office;
    REQUIRE(QFile::remove(BlobFolder(office.data.path()).path(office.signedPdf.sha256)));
    const auto report = office.made();
    CHECK(report.manifest.missing == QStringList{office.signedPdf.sha256});
    CHECK(report.manifest.files.size() == 4);
}

TEST_CASE("what has not changed is one file in two backups and what has is not", "[backup]")
{
    Office office;
    const auto first = office.made();
    office.clock.ms += 3'600'000;
    const QString changed = office.side.id + u".jpg"_s;
    overwrite(office.data.path() + u"/spool/"_s + office.dossier.uuid + u'/' + changed,
              "the page, cleaned");
    const auto second = office.made();
    CHECK(second.copied == 2);  // the database and that one
    for (const auto &file : second.manifest.files) {
        const bool same =
            inodeOf(first.folder + u'/' + file.path) == inodeOf(second.folder + u'/' + file.path);
        CHECK(same == (file.path != u"station.db" && !file.path.endsWith(changed)));
        CHECK(sha256OfFile(second.folder + u'/' + file.path).value() == file.sha256);
    }
}

TEST_CASE("a backup is due when the last one is old, from the future or not there", "[backup]")
{
    Office office;
    CHECK(office.backup().isDue().value());
    REQUIRE(office.backup().runIfDue().value());
    CHECK_FALSE(office.backup().isDue().value());
    CHECK_FALSE(office.backup().runIfDue().value());
    office.clock.ms += 59 * 60'000;
    CHECK_FALSE(office.backup().isDue().value());
    office.clock.ms += 60'000;
    CHECK(office.backup().isDue().value());
    office.clock.ms -= 24 * 3'600'000;
    CHECK(office.backup().isDue().value());
    REQUIRE(office.backup().runIfDue().value());
    CHECK_FALSE(office.backup().isDue().value());

    office.plan.folder.clear();
    CHECK_FALSE(office.backup().isDue().value());
}

TEST_CASE("only so many backups are kept and those from the future go first", "[backup]")
{
    Office office;
    const qint64 now = office.clock.ms;
    office.clock.ms = now + 365LL * 24 * 3'600'000;
    const auto future = office.made();
    office.clock.ms = now;
    QStringList folders;
    for (int n = 0; n < 3; ++n) {
        folders << office.made().folder;
        office.clock.ms += 3'600'000;
    }
    CHECK_FALSE(QFileInfo::exists(future.folder));
    const auto last = office.made();
    CHECK_FALSE(QFileInfo::exists(folders[0]));
    CHECK(QFileInfo::exists(folders[1]));
    const auto list = backupsIn(office.place.path());
    REQUIRE(list.size() == 3);
    CHECK(list.front().folder == last.folder);
}

TEST_CASE("half a backup is no backup and is gone with the next one", "[backup]")
{
    Office office;
    const auto first = office.made();
    const QString half = first.folder + u".part"_s;
    REQUIRE(QDir().mkpath(half));
    overwrite(half + u"/station.db"_s, "half");
    const QString foreign = QFileInfo(first.folder).path() + u"/photos"_s;
    REQUIRE(QDir().mkpath(foreign));
    CHECK(backupsIn(office.place.path()).size() == 1);
    office.clock.ms += 3'600'000;
    office.made();
    CHECK_FALSE(QFileInfo::exists(half));
    CHECK(QFileInfo::exists(foreign));
}

TEST_CASE("a backup to a place that is not mounted is refused and makes no folder", "[backup]")
{
    Office office;
    office.plan.folder = office.place.filePath(u"not/mounted"_s);
    const auto refused = office.backup().make();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fault == Fault::FileMissing);
    CHECK(refused.error().subject == office.plan.folder);
    CHECK_FALSE(QFileInfo::exists(office.place.filePath(u"not"_s)));
}

TEST_CASE("a backup that is stopped leaves nothing", "[backup]")
{
    const Office office;
    std::stop_source stop;
    const auto stopped =
        office.backup().make(stop.get_token(), [&](int, int) { stop.request_stop(); });
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().fault == Fault::Cancelled);
    CHECK(backupsIn(office.place.path()).empty());
    CHECK(contentOf(office.place.path()).isEmpty());
}

TEST_CASE("the counter goes on while a backup is made", "[backup]")
{
    const Office office;
    auto store = office.openStore();
    int written = 0;
    const auto report = office.backup().make({}, [&](int, int) {
        written += store.record(office.dossier.uuid, {}, sample::actor, u"display"_s) ? 1 : 0;
    });
    REQUIRE(report);
    CHECK(written == 4);
    CHECK(report->manifest.audit == office.head);
}

TEST_CASE("after the disk has died every page, row and record comes back", "[backup]")
{
    Office office;
    office.made();
    const auto before = office.openStore().load(office.dossier.uuid);
    const auto audit = office.openStore().audit(office.dossier.uuid);
    REQUIRE(QDir(office.data.path()).removeRecursively());

    const auto report =
        restore(office.data.path(), office.place.path(), sample::actor, office.clock);
    REQUIRE(report);
    CHECK(report->aside.isEmpty());
    CHECK(report->queuedAgain == 1);
    auto store = office.openStore();
    CHECK(store.load(office.dossier.uuid).value() == before.value());
    CHECK(bytesOf(office.pageFile()) == "the page");
    CHECK(BlobFolder(office.data.path()).get(office.signedPdf).value() == "signed copy");
    CHECK(bytesOf(office.data.filePath(u"recovery/wrapped.p7m"_s)) == "wrapped key");
    auto restored = store.audit(office.dossier.uuid);
    CHECK(restored.value() == audit.value());
    CHECK(store.verifyAudit()->seq == office.head.seq + 1);
    const auto told = store.audit({});
    REQUIRE(told->size() == 1);
    CHECK(told->front().action == u"restore");
    CHECK(told->front().previousSha256 == office.head.sha256);
    CHECK(store.steps(u"h-1"_s)->front().state == StepState::Queued);
    const auto recovered = recover(store, sample::actor);
    REQUIRE(recovered);
    CHECK_FALSE(recovered->sidesWithoutFile.contains(office.side.id));
    CHECK(recovered->blobsMissing.isEmpty());
    CHECK(recovered->orphanBlobs == 0);
    CHECK(store.createDossier(
        [] {
            auto another = sample::aDossier();
            another.code.reset();
            return another;
        }(),
        sample::actor));
}

TEST_CASE("a restore moves what is there aside and keeps all of it", "[backup]")
{
    Office office;
    office.made();
    {
        auto store = office.openStore();
        REQUIRE(store.record(office.dossier.uuid, {}, sample::actor, u"display"_s));
    }
    overwrite(office.data.filePath(u"province.key"_s), "key");
    const auto late = *BlobFolder(office.data.path()).put("signed after the backup");

    const auto report =
        restore(office.data.path(), office.place.path(), sample::actor, office.clock);
    REQUIRE(report);
    REQUIRE(QFileInfo(report->aside).isDir());
    CHECK(bytesOf(office.data.filePath(u"province.key"_s)) == "key");
    CHECK_FALSE(BlobFolder(office.data.path()).contains(late.sha256));
    CHECK(BlobFolder(report->aside + u"/old"_s).get(late).value() == "signed after the backup");
    CHECK(BlobFolder(report->aside + u"/old"_s).get(office.sentPdf).value() == "sent copy");
    CHECK(Store::open(report->aside + u"/old"_s)->auditHead()->seq == office.head.seq + 1);
    CHECK(office.openStore().audit({})->front().action == u"restore");
    CHECK_FALSE(isRestorePending(office.data.path()));
}

TEST_CASE("a damaged backup is refused and changes nothing", "[backup]")
{
    Office office;
    const auto good = office.made();
    const auto whole = contentOf(office.data.path());
    const QString which = GENERATE(u"station.db"_s, u"blob"_s, u"side"_s, u"gone"_s);
    CAPTURE(which.toStdString());
    QString path = u"station.db"_s;
    for (const auto &file : good.manifest.files) {
        if ((which == u"blob" && file.path.startsWith(u"blobs/"_s)) ||
            (which == u"side" && file.path.startsWith(u"spool/"_s)) || which == u"gone")
            path = file.path;
    }
    const QString file = good.folder + u'/' + path;
    auto bytes = bytesOf(file);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    if (which == u"gone")
        REQUIRE(QFile::remove(file));
    else
        overwrite(file, bytes);

    const auto refused =
        restore(office.data.path(), office.place.path(), sample::actor, office.clock);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fault == (which == u"gone" ? Fault::FileMissing : Fault::FileUnreadable));
    CHECK(contentOf(office.data.path()) == whole);
    CHECK_FALSE(QFileInfo::exists(office.data.path() + restoreStageName));
}

TEST_CASE("a database with a broken chain is refused although its hash is right", "[backup]")
{
    Office office;
    const auto good = office.made();
    const QString file = good.folder + u"/station.db"_s;
    {
        SQLite::Database database(file.toStdString(), SQLite::OPEN_READWRITE);
        database.exec("UPDATE audit SET actor = 'somebody else' WHERE seq = 1");
    }
    auto manifest = good.manifest;
    for (auto &one : manifest.files) {
        if (one.path == u"station.db")
            one = {one.path, QFileInfo(file).size(), *sha256OfFile(file), 0};
    }
    overwrite(good.folder + u'/' + backupManifestName, toJson(manifest));
    const auto refused =
        restore(office.data.path(), office.place.path(), sample::actor, office.clock);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fault == Fault::AuditBroken);
    CHECK(office.openStore().auditHead().value() == office.head);
}

TEST_CASE("a manifest that names files outside of its folder is refused", "[backup]")
{
    Office office;
    auto manifest = office.made().manifest;
    const QString folder = backupsIn(office.place.path()).front().folder;
    for (const auto &path : {u"../x"_s, u"/etc/x"_s, u"a/../../x"_s, u"a//b"_s, u".."_s, u""_s}) {
        CAPTURE(path.toStdString());
        manifest.files.front().path = path;
        overwrite(folder + u'/' + backupManifestName, toJson(manifest));
        const auto read = readBackupManifest(folder);
        REQUIRE_FALSE(read);
        CHECK(read.error().fault == Fault::FileUnreadable);
    }
}

TEST_CASE("nothing is restored while a program has the data open", "[backup]")
{
    Office office;
    office.made();
    const auto open = office.openStore();
    const auto refused =
        restore(office.data.path(), office.place.path(), sample::actor, office.clock);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fault == Fault::StorageInUse);
}

TEST_CASE("backups of several stations are not mixed up", "[backup]")
{
    Office one;
    Office other;
    other.plan.folder = one.plan.folder;
    const auto mine = one.made();
    other.made();
    CHECK(backupsIn(one.place.path()).size() == 2);
    const auto refused = restore(one.data.path(), one.place.path(), sample::actor, one.clock);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fault == Fault::InvalidInput);
    CHECK(restore(one.data.path(), mine.folder, sample::actor, one.clock));
    const QTemporaryDir empty;
    CHECK(restore(one.data.path(), empty.path(), sample::actor, one.clock).error().fault ==
          Fault::FileMissing);
}

TEST_CASE("a restore that a power cut stopped anywhere is finished by the next start", "[backup]")
{
    Office office;
    office.made();
    const QTemporaryDir restored;
    REQUIRE(restore(restored.path(), office.place.path(), sample::actor, office.clock));
    const QString journal = u"a journal of the old database"_s;
    overwrite(office.data.filePath(u"station.db-wal"_s), journal.toUtf8());
    const auto copyOf = [](const QString &from, const QString &to) {
        REQUIRE(QProcess::execute(u"cp"_s, {u"-a"_s, from, to}) == 0);
    };

    // Every moment between two moves, made by hand in the order of the moves.
    const QStringList moves{u"station.db-wal"_s, u"station.db"_s, u"new station.db"_s, u"blobs"_s,
                            u"new blobs"_s,      u"spool"_s,      u"new spool"_s};
    for (qsizetype cut = 0; cut <= moves.size(); ++cut) {
        CAPTURE(cut);
        const QTemporaryDir disk;
        const QString data = disk.filePath(u"data"_s);
        copyOf(office.data.path(), data);
        const QString fresh = data + u"/restore.ready/new/"_s;
        const QString old = data + u"/restore.ready/old/"_s;
        REQUIRE(QDir().mkpath(fresh));
        REQUIRE(QDir().mkpath(old));
        for (const auto &name : {u"station.db"_s, u"blobs"_s, u"spool"_s})
            copyOf(restored.filePath(name), fresh + name);
        for (const auto &move : moves.first(cut)) {
            const QString name = move.section(u' ', -1);
            if (move.startsWith(u"new"_s))
                REQUIRE(QDir().rename(fresh + name, data + u'/' + name));
            else
                REQUIRE(QDir().rename(data + u'/' + name, old + name));
        }

        auto store = Store::open(data, office.clock);
        REQUIRE(store);
        CHECK(store->audit({})->front().action == u"restore");
        CHECK(store->verifyAudit()->seq == office.head.seq + 1);
        CHECK(QFileInfo::exists(Spool(data).file(office.dossier.uuid, office.side.id, u"jpg"_s)));
        CHECK(BlobFolder(data).get(office.signedPdf));
        CHECK_FALSE(isRestorePending(data));
        const auto aside = QDir(data).entryList({u"before-restore-*"_s}, QDir::Dirs);
        REQUIRE(aside.size() == 1);
        CHECK(bytesOf(data + u'/' + aside.front() + u"/old/station.db-wal"_s) == journal.toUtf8());
        CHECK(QFileInfo::exists(data + u'/' + aside.front() + u"/old/station.db"_s));
    }
}

TEST_CASE("what a restore had not yet examined goes at the next start", "[backup]")
{
    const Office office;
    REQUIRE(QDir().mkpath(office.data.path() + restoreStageName + u"/new/blobs"_s));
    auto store = office.openStore();
    REQUIRE(recover(store, sample::actor));
    CHECK_FALSE(QFileInfo::exists(office.data.path() + restoreStageName));
    CHECK(store.auditHead().value() == office.head);
}
