#pragma once

#include "core/base/clock.h"
#include "core/base/expected.h"
#include "core/store/backup_manifest.h"

#include <QString>

#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace station::store {

struct BackupPlan {
    QString folder{};  ///< On another disk; has to exist. Empty: no backup is made.
    int everyMinutes = 60;
    int keep = 48;  ///< So many of this station; older ones are removed.
};

struct BackupReport {
    QString folder{};  ///< Of the new backup.
    BackupManifest manifest{};
    int copied = 0;         ///< Files; the others are the same file as in the backup before.
    bool sameDisk = false;  ///< Saves from a mistake, not from a dead disk.
};

/// Files done and all of them.
using BackupProgress = std::function<void(int, int)>;

/// What exists on this station alone, in a second place:
///
///     <folder>/<station id>/20261126-071500/  backup.json  station.db  blobs/…  spool/… recovery/…
///
/// The whole database, the copies that the repository does not hold yet, the sides of unfinished
/// dossiers, and the data key as it lies wrapped for the office. Other keys are not part of it. A
/// backup appears under its name when it is whole. Files that have not changed are one file in all
/// backups, where the disk can.
///
/// Not in anybody's way: a connection of its own that only reads, and a thread of its own that
/// stands last in line for processor and disk.
class Backup {
public:
    Backup(QString dataDir, BackupPlan plan, const Clock &clock);

    /// The newest one is older than the plan wants, or from the future.
    Expected<bool> isDue() const;
    /// FileMissing when the plan's folder is not there (not mounted), StorageInUse when another
    /// program makes one now, StorageFull and StorageFailed of either disk, Cancelled.
    Expected<BackupReport> make(std::stop_token stop = {}, const BackupProgress &progress = {});
    /// For whoever looks now and then. Nothing when there is nothing to be done.
    Expected<std::optional<BackupReport>> runIfDue(std::stop_token stop = {});

private:
    Expected<QString> stationFolder() const;

    QString m_dataDir;
    BackupPlan m_plan;
    const Clock &m_clock;
};

struct BackupEntry {
    QString folder{};
    BackupManifest manifest{};
};

/// All that lie in `folder`: it may be one backup, those of a station, or those of many. Newest
/// first; half ones and other files are left out.
std::vector<BackupEntry> backupsIn(const QString &folder);

}  // namespace station::store
