#pragma once

#include "app/compose/station.h"
#include "core/base/expected.h"
#include "core/sealing/disk_encryption.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace station::compose {

/// How well a station's data is kept. Looks only: changes and mends nothing, and the data may be
/// ones that cannot be used.
struct SelfTest {
    sealing::DiskEncryption disk{};

    bool hasData = false;  ///< A database; all else of sealing says nothing without one.
    bool isSealed = false;
    bool isSealingOff = false;        ///< The settings say so.
    QString keyPlace{};               ///< "keyring" or a file's path; empty: not to be had.
    std::optional<Error> keyFault{};  ///< Why not.
    bool hasTraces = false;           ///< Of what was readable before it was sealed.
    /// Nothing: the office has no recovery certificate.
    std::optional<bool> isKeyRecoverable{};
    std::optional<Error> recoveryFault{};

    /// Files and folders that others than the owner may read or change, below the data folder;
    /// the first ones by name.
    int openToOthers = 0;
    QStringList openExamples{};

    qint64 freeBytes = 0;
    qint64 reserveBytes = 0;
    bool isClockSynchronised = false;

    int lostInRepository = 0;  ///< Objects that a sample audit or a purge found gone.

    bool isBackupSet = false;
    qint64 newestBackupMs = 0;  ///< 0: none was found.
    bool isBackupDue = false;

    bool needsAttention() const;
};

/// Fails with SettingsInvalid.
Expected<SelfTest> selfTest(const StationOptions &options);

}  // namespace station::compose
