#pragma once

#include "core/base/expected.h"
#include "core/base/secret.h"
#include "core/sealing/primitives.h"

#include <QByteArray>
#include <QString>

namespace station::repository {

/// The secret that all stations of a province share. It hides what must not
/// stand in a key (HMAC) and seals what must not be read by whoever runs the
/// storage (AES-256-GCM). A plain hash would not do: all personal ids can be
/// hashed in minutes.
class ProvinceKey {
public:
    /// One line `<version> <64 hex digits>`. SettingsInvalid when it is not, or
    /// when others than the owner may read the file; FileMissing.
    static Expected<ProvinceKey> load(const QString &file);
    /// For a station of its own (embedded default): makes the file, 0600.
    static Expected<ProvinceKey> loadOrCreate(const QString &file);

    /// `k<version>-` and the first 128 bits of HMAC-SHA-256(type ‖ 0x00 ‖
    /// value), hexadecimal. The value must be normalised by its own type.
    QString hidden(const QByteArray &type, const QString &value) const;

    /// Seals with a fresh nonce. `context` (a key, an id) is authenticated with it:
    /// a block that was moved elsewhere does not open.
    Expected<QByteArray> seal(const QByteArray &plain, const QByteArray &context) const;
    /// RepositoryDamaged when the block, its context or the key is another one.
    Expected<QByteArray> unseal(const QByteArray &sealed, const QByteArray &context) const;

    int version() const { return m_version; }

private:
    ProvinceKey(int version, sealing::KeyedHash hash, Secret sealing);
    int m_version;
    sealing::KeyedHash m_hash;
    Secret m_sealing;  // HKDF of the master key
};

}  // namespace station::repository
