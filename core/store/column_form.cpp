#include "core/store/column_form.h"

#include "core/base/durable_file.h"
#include "core/store/components_table.h"
#include "core/store/corrections_table.h"
#include "core/store/database.h"
#include "core/store/dossiers_table.h"
#include "core/store/drafts_table.h"
#include "core/store/fields_table.h"
#include "core/store/handovers_table.h"
#include "core/store/holds_table.h"
#include "core/store/notices_table.h"
#include "core/store/outbox_table.h"
#include "core/store/owner_entries_table.h"
#include "core/store/proposals_table.h"
#include "core/store/query.h"

#include <SQLiteCpp/Transaction.h>

#include <QDir>
#include <QFile>

namespace station::store {
namespace {

constexpr int patienceMs = 10'000;

struct Form {
    QString keyId{};
    bool isWritten = false;
    bool isSwept = true;
};

QString fileIn(const QString &dataDir)
{
    return dataDir + QStringLiteral("/station.db");
}

std::unique_ptr<SQLite::Database> connectTo(const QString &dataDir)
{
    auto database = std::make_unique<SQLite::Database>(
        QFile::encodeName(fileIn(dataDir)).toStdString(), SQLite::OPEN_READWRITE, patienceMs);
    database->exec("PRAGMA synchronous = FULL");
    return database;
}

/// As in a database from before it could be sealed.
Form formOf(SQLite::Database &database)
{
    if (!database.tableExists("sealing"))
        return {};
    Query row(database, "SELECT key_id, written, swept FROM sealing");
    return row.next() ? Form{row.text(0), row.flag(1), row.flag(2)} : Form{};
}

/// What `work` says of the form of the station's database; `none` when there is no database.
template <typename Value, typename Work>
Expected<Value> ofForm(const QString &dataDir, Work work)
{
    if (!QFile::exists(fileIn(dataDir)))
        return Value{};
    const auto lock = lockStation(dataDir, FileLock::Kind::Shared, patienceMs);
    if (!lock)
        return fail(lock.error());
    return guarded([&]() -> Expected<Value> { return work(formOf(*connectTo(dataDir))); });
}

tl::unexpected<Error> otherKey(const QString &keyId)
{
    return fail(Fault::KeyUnavailable, QStringLiteral("data key ") + keyId);
}

void rewriteAll(SQLite::Database &database, const PersonalColumns &from, const PersonalColumns &to)
{
    DossiersTable(database, from).rewrite(to);
    ComponentsTable(database, from).rewrite(to);
    CorrectionsTable(database, from).rewrite(to);
    DraftsTable(database, from).rewrite(to);
    FieldsTable(database, from).rewrite(to);
    HandoversTable(database, from).rewrite(to);
    HoldsTable(database, from).rewrite(to);
    NoticesTable(database, from).rewrite(to);
    OutboxTable(database, from).rewrite(to);
    OwnerEntriesTable(database, from).rewrite(to);
    ProposalsTable(database, from).rewrite(to);
}

}  // namespace

Expected<QString> sealingKeyOf(const QString &dataDir)
{
    return ofForm<QString>(dataDir, [](const Form &form) { return form.keyId; });
}

Expected<bool> isInForm(SQLite::Database &database, const PersonalColumns &wanted)
{
    return guarded([&]() -> Expected<bool> {
        const auto form = formOf(database);
        if (!form.keyId.isEmpty() && form.keyId != wanted.keyId())
            return otherKey(form.keyId);
        return form.isWritten && form.keyId == wanted.keyId();
    });
}

Expected<> bringIntoForm(const QString &dataDir,
                         const std::shared_ptr<const sealing::Sealer> &sealer)
{
    const auto alone = lockStation(dataDir, FileLock::Kind::Exclusive, patienceMs);
    if (!alone)
        return fail(alone.error());
    return guarded([&]() -> Expected<> {
        const auto database = connectTo(dataDir);
        const PersonalColumns to(sealer);
        const auto done = isInForm(*database, to);
        // Another program was faster.
        if (!done || *done)
            return done ? Expected<>() : Expected<>(fail(done.error()));
        SQLite::Transaction transaction(*database, SQLite::TransactionBehavior::IMMEDIATE);
        const bool hasRows =
            database->execAndGet("SELECT EXISTS (SELECT 1 FROM dossiers)").getInt() != 0;
        rewriteAll(*database, PersonalColumns(nullptr), to);
        Query(*database, "UPDATE sealing SET key_id = ?, written = 1, swept = ?", to.keyId(),
              !hasRows || !sealer)
            .run();
        transaction.commit();
        return {};
    });
}

Expected<> sweepTraces(const QString &dataDir)
{
    const auto wanted = hasTraces(dataDir);
    if (!wanted || !*wanted)
        return wanted ? Expected<>() : Expected<>(fail(wanted.error()));
    const auto alone = lockStation(dataDir, FileLock::Kind::Exclusive, 0);
    if (!alone)
        return fail(alone.error());
    return guarded([&]() -> Expected<> {
        const auto database = connectTo(dataDir);
        database->exec("VACUUM");
        database->exec("PRAGMA wal_checkpoint(TRUNCATE)");
        const QDir folder(dataDir);
        for (const auto &name :
             folder.entryList({QStringLiteral("station.db.before-*")}, QDir::Files)) {
            if (auto removed = removeDurably(folder.filePath(name)); !removed)
                return removed;
        }
        database->exec("UPDATE sealing SET swept = 1");
        return {};
    });
}

Expected<bool> hasTraces(const QString &dataDir)
{
    return ofForm<bool>(dataDir, [](const Form &form) { return !form.isSwept; });
}

}  // namespace station::store
