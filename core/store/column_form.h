#pragma once

#include "core/base/expected.h"
#include "core/store/personal_columns.h"

#include <SQLiteCpp/Database.h>

#include <QString>

#include <memory>

namespace station::store {

/// The data key with which a station's database is sealed; empty when it is not, or when there
/// is none yet.
Expected<QString> sealingKeyOf(const QString &dataDir);

/// Whether the open database is written as `wanted` writes. False when it still has to be
/// brought there; KeyUnavailable when it is sealed with another key, or `wanted` has none.
Expected<bool> isInForm(SQLite::Database &database, const PersonalColumns &wanted);

/// Alone with the database, writes what tells of persons in the form of `sealer`, in one
/// transaction. StorageInUse while others have it open.
Expected<> bringIntoForm(const QString &dataDir,
                         const std::shared_ptr<const sealing::Sealer> &sealer);

/// What was readable before the database was sealed may still stand in unused parts of the file,
/// and in the copies that were made before migrations. Rewrites the one and removes the others;
/// does nothing when that is done. Takes room and time, and has to be alone: StorageFull,
/// StorageInUse.
Expected<> sweepTraces(const QString &dataDir);
/// Whether that has still to be done.
Expected<bool> hasTraces(const QString &dataDir);

}  // namespace station::store
