#include "app/compose/station_sealing.h"

#include "core/sealing/desktop_keyring.h"
#include "core/sealing/key_place.h"
#include "core/sealing/recovery_envelope.h"
#include "core/store/column_form.h"

#include <QFileInfo>
#include <QStandardPaths>

#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace station::compose {
namespace {

using config::SealingKey;

/// In the order in which they are asked: a file answers at once. A new key goes into the last
/// that takes it.
std::vector<std::unique_ptr<sealing::KeyPlace>> placesOf(const config::StorageSettings &settings)
{
    std::vector<std::unique_ptr<sealing::KeyPlace>> places;
    if (settings.sealing != SealingKey::Keyring)
        places.push_back(std::make_unique<sealing::KeyFile>(settings.sealingKeyFile));
    if (settings.sealing != SealingKey::File)
        places.push_back(std::make_unique<sealing::DesktopKeyring>());
    return places;
}

QString lockFileOf(const config::StorageSettings &settings)
{
    return settings.sealingKeyFile + u".lock"_s;
}

}  // namespace

SealingKeys::SealingKeys(const config::StorageSettings &settings, const QString &configDir,
                         QString dataDir)
    : m_settings(settings), m_dataDir(std::move(dataDir))
{
    if (!m_settings.sealing && configDir.isEmpty())
        m_settings.sealing = SealingKey::File;
    if (m_settings.sealingKeyFile.isEmpty())
        m_settings.sealingKeyFile =
            QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
            u"/tram-so-hoa/sealing.key"_s;
}

Expected<StationSealing> SealingKeys::open() const
{
    const auto needed = store::sealingKeyOf(m_dataDir);
    if (!needed)
        return fail(needed.error());
    if (isOff()) {
        if (!needed->isEmpty())
            return fail(Fault::SettingsInvalid, u"the data is sealed with key "_s + *needed,
                        u"storage.sealing"_s);
        return StationSealing{};
    }
    const auto found = sealing::findKeys(placesOf(m_settings), *needed, lockFileOf(m_settings));
    if (!found)
        return fail(found.error());
    auto sealer = sealing::Sealer::with(found->keys, *needed);
    if (!sealer)
        return fail(sealer.error());
    const QString &certificate = m_settings.recoveryCertificateFile;
    if (!certificate.isEmpty()) {
        if (const auto kept = sealing::keepRecoverable(found->keys, m_dataDir, certificate); !kept)
            return fail(kept.error());
    }
    return StationSealing{*std::move(sealer), found->place};
}

Expected<QString> SealingKeys::place() const
{
    const auto needed = store::sealingKeyOf(m_dataDir);
    if (!needed)
        return fail(needed.error());
    if (needed->isEmpty())
        return fail(Fault::KeyUnavailable, u"nothing is sealed"_s);
    const auto found = sealing::findKeys(placesOf(m_settings), *needed, lockFileOf(m_settings));
    return found ? Expected<QString>(found->place) : Expected<QString>(fail(found.error()));
}

Expected<std::optional<bool>> SealingKeys::isRecoverable() const
{
    const auto needed = store::sealingKeyOf(m_dataDir);
    if (!needed)
        return fail(needed.error());
    if (m_settings.recoveryCertificateFile.isEmpty() || needed->isEmpty())
        return std::nullopt;
    const auto recoverable =
        sealing::isRecoverable(*needed, m_dataDir, m_settings.recoveryCertificateFile);
    if (!recoverable)
        return fail(recoverable.error());
    return *recoverable;
}

Expected<QString> SealingKeys::recover(const QString &privateKeyFile,
                                       const Secret &passphrase) const
{
    const auto needed = store::sealingKeyOf(m_dataDir);
    if (!needed)
        return fail(needed.error());
    auto keys = sealing::recoveredKeys(m_dataDir, privateKeyFile, passphrase);
    if (!keys)
        return fail(keys.error());
    if (!needed->isEmpty() && !keys->contains(*needed))
        return fail(Fault::KeyUnavailable, u"the envelopes lack key "_s + *needed);
    return sealing::restoreKeys(placesOf(m_settings), *std::move(keys), lockFileOf(m_settings));
}

}  // namespace station::compose
