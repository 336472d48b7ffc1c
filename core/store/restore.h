#pragma once

#include "core/base/clock.h"
#include "core/base/expected.h"
#include "core/store/backup.h"

#include <QString>

#include <stop_token>

namespace station::store {

struct RestoreReport {
    BackupEntry backup{};
    QString aside{};      ///< Where the data lies that was there before; empty: there was none.
    int queuedAgain = 0;  ///< Steps of hand-overs that will be sent (again).
};

/// Puts the backup in `from` (of several the newest; of one station only) in the place of database,
/// blobs and spool of `dataDir`, which is made if need be. What was there is moved aside and
/// never removed; keys, settings and training parts stay.
///
/// Before that every file is hashed and the audit chain read to the head that the backup names.
/// Afterwards everything that the repository did not prove to hold is queued again, and the
/// chain tells of the restore. A power cut leaves the old data or, once somebody opens the store,
/// the restored ones.
///
/// FileMissing: no backup there, or one of its files is gone. FileUnreadable: damaged; nothing was
/// changed. InvalidInput: backups of several stations. StorageNewer; StorageInUse: a program has
/// the data open; StorageFull; StorageFailed; AuditBroken; Cancelled.
Expected<RestoreReport> restore(const QString &dataDir, const QString &from, const QString &actor,
                                const Clock &clock, std::stop_token stop = {},
                                const BackupProgress &progress = {});

/// Below the data folder: what a restore that was killed had not yet examined.
inline const QString restoreStageName = QStringLiteral("/restore.part");

/// A restore has decided but not yet put everything in its place.
bool isRestorePending(const QString &dataDir);
/// Ends such a restore; nothing to do without one. Only alone (lockStation).
Expected<> finishRestore(const QString &dataDir);

}  // namespace station::store
