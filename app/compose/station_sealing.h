#pragma once

#include "core/base/expected.h"
#include "core/base/secret.h"
#include "core/config/settings.h"
#include "core/sealing/sealer.h"

#include <QString>

#include <memory>
#include <optional>

namespace station::compose {

/// By which a station's data is sealed, and where its key lies.
struct StationSealing {
    std::shared_ptr<const sealing::Sealer> sealer{};  ///< Null: nothing is sealed.
    QString place{};                                  ///< "keyring" or a file's path.
};

/// Where the key of a station may lie and how new ones are made. Without a folder of settings it
/// is a file in the account's own folder of settings: a training station asks nobody's keyring.
class SealingKeys {
public:
    /// `configDir` is empty for a station with embedded settings only.
    SealingKeys(const config::StorageSettings &settings, const QString &configDir, QString dataDir);

    /// Finds the key, or makes it for data that is not sealed, and keeps it wrapped for the
    /// recovery certificate. KeyUnavailable when the data's key is lost or its place does not
    /// answer; SettingsInvalid when sealed data is to be used without a key.
    Expected<StationSealing> open() const;
    /// Where the key of sealed data lies; looks only. KeyUnavailable.
    Expected<QString> place() const;
    /// Whether the office can get the key back; nothing when it has no recovery certificate.
    Expected<std::optional<bool>> isRecoverable() const;
    /// Gets the data's key back with the recovery certificate's private key (PEM) and puts it
    /// where the account keeps its keys. Returns where that is.
    Expected<QString> recover(const QString &privateKeyFile, const Secret &passphrase) const;

private:
    bool isOff() const { return m_settings.sealing == config::SealingKey::None; }

    config::StorageSettings m_settings;
    QString m_dataDir;
};

}  // namespace station::compose
