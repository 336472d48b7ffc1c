#pragma once

#include "core/base/expected.h"
#include "core/base/file_lock.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>

#include <QString>

#include <memory>
#include <type_traits>

namespace station::store {

/// `<data>/station.lock`: shared by whoever has the database open, held alone by a migration and
/// by a restore, which change it under everybody's feet.
Expected<FileLock> lockStation(const QString &dataDir, FileLock::Kind kind, int waitMs);

/// The open database and what keeps migration and restore away from it meanwhile.
struct StationDatabase {
    FileLock lock;
    std::unique_ptr<SQLite::Database> database;
    /// Written by a newer program: nothing may be changed, and what this program does not know
    /// it does not see.
    int newerSchema = 0;
};

enum class NewerSchema { Refuse, Read };

/// Opens `<data>/station.db` with the settings that make a commit durable, makes it when there
/// is none, finishes a restore that was interrupted, and brings its schema up to date. Waits some
/// seconds for other programs when it has to be alone for that, then StorageInUse.
Expected<StationDatabase> openDatabase(const QString &dataDir,
                                       NewerSchema newer = NewerSchema::Refuse);

/// The whole database as one new file, 0600; others go on writing.
Expected<> writeSnapshot(SQLite::Database &database, const QString &file);

Error storageError(const SQLite::Exception &exception);

/// Runs work that talks to the database and returns an Expected; an exception of
/// the library becomes an Error. A transaction inside is rolled back by then.
template <typename Work>
std::invoke_result_t<Work> guarded(Work work)
{
    try {
        return work();
    } catch (const SQLite::Exception &exception) {
        return fail(storageError(exception));
    }
}

}  // namespace station::store
