#pragma once

#include "core/base/expected.h"
#include "core/store/audit_entry.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace station::store {

struct BackupFile {
    QString path{};  ///< Below the backup's folder, as below the data folder.
    qint64 size = 0;
    QString sha256{};        ///< Of the bytes as they lie there, sealed or not.
    qint64 changedAtMs = 0;  ///< Of the original when it was copied.

    bool operator==(const BackupFile &) const = default;
};

/// `backup.json`: what a backup holds and what tells that it is whole. Ids and hashes only.
struct BackupManifest {
    QString stationId{};
    qint64 madeAtMs = 0;
    int schema = 0;
    AuditHead audit{};
    std::vector<BackupFile> files{};
    QStringList missing{};  ///< SHA-256 that rows name and the disk did not have: a disk fault.

    qint64 bytes() const;
    bool operator==(const BackupManifest &) const = default;
};

/// The manifest's name in a backup's folder.
inline const QString backupManifestName = QStringLiteral("backup.json");

QByteArray toJson(const BackupManifest &manifest);
/// FileMissing, or FileUnreadable when it is no such file or names one outside of the folder.
Expected<BackupManifest> readBackupManifest(const QString &folder);

}  // namespace station::store
