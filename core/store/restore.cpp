#include "core/store/restore.h"

#include "core/base/durable_file.h"
#include "core/base/free_room.h"
#include "core/store/audit_table.h"
#include "core/store/database.h"
#include "core/store/file_copy.h"
#include "core/store/query.h"
#include "core/store/unsent_work.h"

#include <SQLiteCpp/Transaction.h>

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace station::store {
namespace {

// <data>/restore.part/new      being filled and examined
// <data>/restore.ready/new     decided; from here into <data>
// <data>/restore.ready/old     from <data>; becomes <data>/before-restore-<time>
const QString readyName = u"/restore.ready"_s;

/// What a backup replaces. The database's journals go before it: one that met another database
/// would be played into it.
const QStringList journals{u"station.db-wal"_s, u"station.db-shm"_s, u"station.db-journal"_s};
const QStringList replaced{u"station.db"_s, u"blobs"_s, u"spool"_s, u"recovery"_s};

Expected<> requireRoom(const QString &folder, qint64 bytes)
{
    const auto free = freeBytes(folder);
    if (!free || *free > bytes)
        return {};
    return fail(Fault::StorageFull, u"%1 MB to restore"_s.arg(bytes / (1024 * 1024)));
}

Expected<BackupEntry> newestIn(const QString &from)
{
    const auto backups = backupsIn(from);
    if (backups.empty())
        return fail(Fault::FileMissing, u"no backup"_s, from);
    const auto isOther = [&](const auto &entry) {
        return entry.manifest.stationId != backups.front().manifest.stationId;
    };
    if (std::any_of(backups.begin(), backups.end(), isOther))
        return fail(Fault::InvalidInput, u"backups of several stations"_s, from);
    return backups.front();
}

Expected<> copyAll(const BackupEntry &backup, const QString &to, const std::stop_token &stop,
                   const BackupProgress &progress)
{
    int done = 0;
    const auto &files = backup.manifest.files;
    for (const auto &file : files) {
        if (stop.stop_requested())
            return fail(Fault::Cancelled);
        const auto copied = copyHashing(backup.folder + u'/' + file.path, to + u'/' + file.path);
        if (!copied)
            return fail(copied.error());
        if (copied->size != file.size || copied->sha256 != file.sha256)
            return fail(Fault::FileUnreadable, u"a file of the backup has changed"_s, file.path);
        if (progress)
            progress(++done, static_cast<int>(files.size()));
    }
    return {};
}

Expected<> examine(SQLite::Database &database, const BackupManifest &manifest)
{
    if (Query row(database, "PRAGMA integrity_check"); !row.next() || row.text(0) != u"ok")
        return fail(Fault::FileUnreadable, u"integrity"_s, u"station.db"_s);
    const auto head = AuditTable(database).verify();
    if (!head)
        return fail(head.error());
    if (*head != manifest.audit || UnsentWork(database).stationId() != manifest.stationId)
        return fail(Fault::FileUnreadable, u"not the database of this backup"_s, u"station.db"_s);
    return {};
}

/// Opens what was staged as any store is opened, older schemas included, and makes it the
/// station's truth again. Returns how many steps were queued.
Expected<int> revive(const QString &folder, const BackupEntry &backup, const QString &actor,
                     qint64 nowMs)
{
    {
        // As the backup has it, before anything migrates it.
        const auto untouched = guarded([&]() -> Expected<> {
            SQLite::Database database(QFile::encodeName(folder + u"/station.db"_s).toStdString(),
                                      SQLite::OPEN_READONLY);
            return examine(database, backup.manifest);
        });
        if (!untouched)
            return fail(untouched.error());
    }
    const auto opened = openDatabase(folder);
    if (!opened)
        return fail(opened.error());
    auto &database = *opened->database;
    return guarded([&]() -> Expected<int> {
        database.exec("PRAGMA journal_mode = WAL");
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        const int queued = UnsentWork(database).startAgain(nowMs);
        const QJsonObject facts{{u"made_at_ms"_s, backup.manifest.madeAtMs}};
        AuditTable(database).append(
            {.atMs = nowMs,
             .station = backup.manifest.stationId,
             .actor = actor,
             .action = u"restore"_s,
             .objectSha256 = backup.manifest.audit.sha256,
             .facts = QString::fromUtf8(QJsonDocument(facts).toJson(QJsonDocument::Compact))});
        transaction.commit();
        return queued;
    });
}

/// What opening left beside the database.
void removeOthers(const QString &folder)
{
    const QDir dir(folder);
    const auto names = dir.entryList(QDir::Files | QDir::Hidden);
    for (const auto &name : names) {
        if (!replaced.contains(name))
            QFile::remove(dir.filePath(name));
    }
}

Expected<> moveInto(const QString &folder, const QString &file)
{
    return renameDurably(file, folder + u'/' + QFileInfo(file).fileName());
}

QString asideName(const QString &dataDir)
{
    const QString name = dataDir + u"/before-restore-"_s +
                         QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss"_s);
    QString free = name;
    for (int n = 2; QFileInfo::exists(free); ++n)
        free = name + u'-' + QString::number(n);
    return free;
}

/// A program that was killed may have moved something without syncing where it went and whence it
/// came. Where it went first: what is nowhere yet must not be gone from where it was.
Expected<> makeMovesLast(const QString &dataDir, const QString &old, const QString &fresh)
{
    for (const auto &folder : {old, dataDir, fresh}) {
        if (!QFileInfo(folder).isDir())
            continue;
        if (const auto synced = syncFile(folder); !synced)
            return synced;
    }
    return {};
}

/// Returns where the old data are.
Expected<QString> putInPlace(const QString &dataDir)
{
    const QString ready = dataDir + readyName;
    const QString fresh = ready + u"/new/"_s;
    const QString old = ready + u"/old"_s;
    if (const auto lasting = makeMovesLast(dataDir, old, fresh); !lasting)
        return fail(lasting.error());
    if (const auto made = makeDirectoryDurably(old); !made)
        return fail(made.error());
    if (QFileInfo::exists(fresh + replaced.front())) {
        for (const auto &journal : journals) {
            if (!QFileInfo::exists(dataDir + u'/' + journal))
                continue;
            if (const auto moved = moveInto(old, dataDir + u'/' + journal); !moved)
                return fail(moved.error());
        }
    }
    for (const auto &name : replaced) {
        if (!QFileInfo::exists(fresh + name))
            continue;  // moved before a power cut
        const QString place = dataDir + u'/' + name;
        if (QFileInfo::exists(place)) {
            if (const auto moved = moveInto(old, place); !moved)
                return fail(moved.error());
        }
        if (const auto moved = moveInto(dataDir, fresh + name); !moved)
            return fail(moved.error());
    }
    if (QDir(old).isEmpty()) {
        QDir(ready).removeRecursively();
        return QString();
    }
    QDir().rmdir(fresh.chopped(1));
    const QString aside = asideName(dataDir);
    if (const auto kept = renameDurably(ready, aside); !kept)
        return fail(kept.error());
    return aside;
}

}  // namespace

Expected<RestoreReport> restore(const QString &dataDir, const QString &from, const QString &actor,
                                const Clock &clock, std::stop_token stop,
                                const BackupProgress &progress)
{
    auto backup = newestIn(from);
    if (!backup)
        return fail(backup.error());
    if (const auto made = makeDirectoryDurably(dataDir); !made)
        return fail(made.error());
    const auto alone = lockStation(dataDir, FileLock::Kind::Exclusive, 0);
    if (!alone)
        return fail(alone.error());
    if (const auto finished = finishRestore(dataDir); !finished)
        return fail(finished.error());

    const QString stage = dataDir + restoreStageName;
    const QString fresh = stage + u"/new"_s;
    QDir(stage).removeRecursively();
    const auto staged = [&]() -> Expected<int> {
        if (auto room = requireRoom(dataDir, backup->manifest.bytes()); !room)
            return fail(room.error());
        for (const auto &name : {u"/blobs"_s, u"/spool"_s}) {
            if (auto made = makeDirectoryDurably(fresh + name); !made)
                return fail(made.error());
        }
        if (auto copied = copyAll(*backup, fresh, stop, progress); !copied)
            return fail(copied.error());
        auto queued = revive(fresh, *backup, actor, clock.nowMs());
        if (!queued)
            return queued;
        removeOthers(fresh);
        if (auto synced = syncFolders(stage); !synced)
            return fail(synced.error());
        return queued;
    }();
    if (!staged) {
        QDir(stage).removeRecursively();
        return fail(staged.error());
    }
    if (const auto decided = renameDurably(stage, dataDir + readyName); !decided)
        return fail(decided.error());
    auto aside = putInPlace(dataDir);
    if (!aside)
        return fail(aside.error());
    return RestoreReport{*std::move(backup), *std::move(aside), *staged};
}

bool isRestorePending(const QString &dataDir)
{
    return QFileInfo::exists(dataDir + readyName);
}

Expected<> finishRestore(const QString &dataDir)
{
    if (!isRestorePending(dataDir))
        return {};
    const auto placed = putInPlace(dataDir);
    return placed ? Expected<>() : Expected<>(fail(placed.error()));
}

}  // namespace station::store
