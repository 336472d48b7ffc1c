#include "core/store/database.h"

#include "core/base/durable_file.h"
#include "core/base/sha256.h"
#include "core/base/uuid7.h"
#include "core/store/migrations.h"
#include "core/store/query.h"

#include <SQLiteCpp/Transaction.h>

#include <QFile>

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <unistd.h>

namespace station::store {
namespace {

constexpr int busyTimeoutMs = 10'000;

/// Held while the schema is made: SQLite's own waiting does not cover the switch
/// to WAL, and two programs may start at once.
class SchemaLock {
public:
    explicit SchemaLock(const QString &dataDir)
        : m_fd(::open(QFile::encodeName(dataDir + QStringLiteral("/schema.lock")).constData(),
                      O_RDWR | O_CREAT | O_CLOEXEC, 0600))
    {
        if (m_fd >= 0)
            ::flock(m_fd, LOCK_EX);
    }
    ~SchemaLock()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    SchemaLock(const SchemaLock &) = delete;
    SchemaLock &operator=(const SchemaLock &) = delete;

private:
    int m_fd;
};

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
    // Made by us for its mode; SQLite takes a file that is empty.
    if (auto made = createDurably(temporary, {}); !made)
        return made;
    Query(database, "VACUUM INTO ?", temporary).run();
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

}  // namespace

Error storageError(const SQLite::Exception &exception)
{
    // Not what(): its text may quote values.
    const auto detail = QStringLiteral("sqlite %1: %2")
                            .arg(exception.getExtendedErrorCode())
                            .arg(QString::fromUtf8(exception.getErrorStr()));
    return {exception.getErrorCode() == SQLITE_FULL ? Fault::StorageFull : Fault::StorageFailed,
            detail,
            {}};
}

Expected<std::unique_ptr<SQLite::Database>> openDatabase(const QString &dataDir)
{
    const QString file = dataDir + QStringLiteral("/station.db");
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

        const int newest = migrations().back().version;
        if (schemaVersion(*database) < newest) {
            const SchemaLock lock(dataDir);
            if (const auto kept =
                    schemaVersion(*database) < newest ? keepCopy(*database, file) : Expected<>();
                !kept)
                return fail(kept.error());
            migrate(*database);
        }
        if (const int version = schemaVersion(*database); version > newest)
            return fail(Fault::StorageNewer, QStringLiteral("schema %1").arg(version));
        if (const auto checked = checkMigrations(*database); !checked)
            return fail(checked.error());
        return database;
    });
}

}  // namespace station::store
