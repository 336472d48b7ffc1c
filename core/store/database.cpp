#include "core/store/database.h"

#include "core/base/durable_file.h"
#include "core/base/sha256.h"
#include "core/base/uuid7.h"
#include "core/store/file_copy.h"
#include "core/store/migrations.h"
#include "core/store/query.h"
#include "core/store/reserve.h"
#include "core/store/restore.h"

#include <SQLiteCpp/Transaction.h>

#include <QDeadlineTimer>
#include <QFile>
#include <QThread>

#include <optional>
#include <sqlite3.h>

#include <cerrno>
#include <unistd.h>

namespace station::store {
namespace {

constexpr int busyTimeoutMs = 10'000;
constexpr int patienceMs = 5'000;  // with another program that starts, or is about to end
constexpr int lookMs = 20;

/// What SQLite knows of a full disk is ENOSPC only; a quota that is used up is the same to us.
template <auto call, typename... Arguments>
ssize_t writing(Arguments... arguments)
{
    const ssize_t written = call(arguments...);
    if (written < 0 && errno == EDQUOT)
        errno = ENOSPC;
    return written;
}

/// Once for the process, before its first database is opened.
void callUsedUpQuotaFull()
{
    static const bool done = [] {
        auto *files = ::sqlite3_vfs_find(nullptr);
        const auto replace = [files](const char *name, auto *call) {
            files->xSetSystemCall(files, name, reinterpret_cast<sqlite3_syscall_ptr>(call));
        };
        // Which of them it uses was decided when it was built.
        replace("write", &writing<&::write, int, const void *, size_t>);
        replace("pwrite", &writing<&::pwrite, int, const void *, size_t, off_t>);
        replace("pwrite64", &writing<&::pwrite64, int, const void *, size_t, off64_t>);
        return true;
    }();
    (void)done;
}

QString databaseFile(const QString &dataDir)
{
    return dataDir + QStringLiteral("/station.db");
}

int schemaVersion(SQLite::Database &database)
{
    return database.execAndGet("PRAGMA user_version").getInt();
}

/// What an older program wrote, as `station.db.before-0002`, in case that the
/// migration has to be taken back by hand. Nothing for a database without data.
Expected<> keepCopy(SQLite::Database &database, const QString &file)
{
    const int from = schemaVersion(database);
    if (from == 0 || database.execAndGet("SELECT count(*) FROM audit").getInt64() == 0)
        return {};
    const QString copy =
        QStringLiteral("%1.before-%2").arg(file).arg(from + 1, 4, 10, QLatin1Char('0'));
    const QString temporary = copy + QStringLiteral(".part");
    if (auto removed = removeDurably(temporary); !removed)
        return removed;
    if (auto written = writeSnapshot(database, temporary); !written)
        return written;
    return renameDurably(temporary, copy);
}

void migrate(SQLite::Database &database)
{
    database.exec("PRAGMA journal_mode = WAL");
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    database.exec("CREATE TABLE IF NOT EXISTS schema_migrations ("
                  "version INTEGER PRIMARY KEY, sha256 TEXT NOT NULL)");
    const int from = schemaVersion(database);
    for (const auto &[version, sql] : migrations()) {
        if (version <= from)
            continue;
        database.exec(sql);
        Query(database, "INSERT INTO schema_migrations VALUES (?, ?)", version,
              sha256Hex(QByteArray(sql)))
            .run();
        database.exec("PRAGMA user_version = " + std::to_string(version));
    }
    Query(database, "INSERT OR IGNORE INTO station VALUES (1, ?)", newUuid7()).run();
    transaction.commit();
}

Expected<> checkMigrations(SQLite::Database &database)
{
    for (const auto &[version, sql] : migrations()) {
        Query row(database, "SELECT sha256 FROM schema_migrations WHERE version = ?", version);
        if (!row.next() || row.text(0) != sha256Hex(QByteArray(sql)))
            return fail(Fault::StorageFailed, QStringLiteral("schema %1 differs").arg(version));
    }
    return {};
}

Expected<std::unique_ptr<SQLite::Database>> connected(const QString &file)
{
    callUsedUpQuotaFull();
    if (!QFile::exists(file)) {
        // Made by us, because SQLite gives the mode of the database to its journal.
        const auto made = createDurably(file, {});
        if (!made && made.error().fault != Fault::Conflict)
            return fail(made.error());
    }
    return guarded([&]() -> Expected<std::unique_ptr<SQLite::Database>> {
        auto database = std::make_unique<SQLite::Database>(QFile::encodeName(file).toStdString(),
                                                           SQLite::OPEN_READWRITE, busyTimeoutMs);
        database->exec("PRAGMA synchronous = FULL");
        database->exec("PRAGMA foreign_keys = ON");
        return database;
    });
}

/// Nothing when somebody has to be alone with the database first.
Expected<std::optional<StationDatabase>> openShared(const QString &dataDir, NewerSchema newer)
{
    using Opened = std::optional<StationDatabase>;
    auto lock = lockStation(dataDir, FileLock::Kind::Shared, patienceMs);
    if (!lock)
        return fail(lock.error());
    if (isRestorePending(dataDir))
        return Opened();
    auto database = connected(databaseFile(dataDir));
    if (!database)
        return fail(database.error());
    return guarded([&]() -> Expected<Opened> {
        const int newest = migrations().back().version;
        const int version = schemaVersion(**database);
        if (version < newest)
            return Opened();
        if (version > newest && newer == NewerSchema::Refuse)
            return fail(Fault::StorageNewer, QStringLiteral("schema %1").arg(version));
        if (const auto checked = checkMigrations(**database); !checked)
            return fail(checked.error());
        return Opened(StationDatabase{*std::move(lock), *std::move(database),
                                      version > newest ? version : 0});
    });
}

/// Alone with it.
Expected<> bringUpToDate(const QString &dataDir)
{
    if (const auto finished = finishRestore(dataDir); !finished)
        return finished;
    const QString file = databaseFile(dataDir);
    const auto database = connected(file);
    if (!database)
        return fail(database.error());
    return guarded([&]() -> Expected<> {
        if (schemaVersion(**database) >= migrations().back().version)
            return {};
        if (const auto kept = keepCopy(**database, file); !kept)
            return kept;
        migrate(**database);
        return {};
    });
}

Expected<StationDatabase> openWaiting(const QString &dataDir, NewerSchema newer)
{
    const QDeadlineTimer patience(patienceMs);
    for (;;) {
        auto opened = openShared(dataDir, newer);
        if (!opened)
            return fail(opened.error());
        if (*opened)
            return **std::move(opened);
        const auto alone = lockStation(dataDir, FileLock::Kind::Exclusive, 0);
        if (alone) {
            if (const auto done = bringUpToDate(dataDir); !done)
                return fail(done.error());
        } else if (alone.error().fault != Fault::StorageInUse || patience.hasExpired()) {
            return fail(alone.error());
        } else {
            QThread::msleep(lookMs);  // or the other one does it meanwhile
        }
    }
}

}  // namespace

Error storageError(const SQLite::Exception &exception)
{
    // Not what(): its text may quote values.
    const auto detail = QStringLiteral("sqlite %1: %2")
                            .arg(exception.getExtendedErrorCode())
                            .arg(QString::fromUtf8(exception.getErrorStr()));
    // The second when the index of the journal cannot grow.
    const bool full = exception.getErrorCode() == SQLITE_FULL ||
                      exception.getExtendedErrorCode() == SQLITE_IOERR_SHMSIZE;
    return {full ? Fault::StorageFull : Fault::StorageFailed, detail, {}};
}

Expected<> writeSnapshot(SQLite::Database &database, const QString &file)
{
    // Made by us for its mode; SQLite takes a file that is empty.
    if (auto made = createDurably(file, {}); !made)
        return made;
    return guarded([&]() -> Expected<> {
        Query(database, "VACUUM INTO ?", file).run();
        return syncFile(file);  // SQLite does not do it for this one
    });
}

Expected<FileLock> lockStation(const QString &dataDir, FileLock::Kind kind, int waitMs)
{
    return FileLock::acquire(dataDir + QStringLiteral("/station.lock"), kind, waitMs);
}

Expected<StationDatabase> openDatabase(const QString &dataDir, NewerSchema newer)
{
    if (const auto made = makeDirectoryDurably(dataDir); !made)
        return fail(made.error());
    auto opened = openWaiting(dataDir, newer);
    // Opening takes a little room, too.
    if (!opened && opened.error().fault == Fault::StorageFull && releaseReserve(dataDir))
        opened = openWaiting(dataDir, newer);
    return opened;
}

}  // namespace station::store
