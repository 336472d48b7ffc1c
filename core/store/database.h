#pragma once

#include "core/base/expected.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>

#include <QString>

#include <memory>
#include <type_traits>

namespace station::store {

/// Opens `<data>/station.db` with the settings that make a commit durable, and
/// brings its schema up to date.
Expected<std::unique_ptr<SQLite::Database>> openDatabase(const QString &dataDir);

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
