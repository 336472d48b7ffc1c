#pragma once

#include "core/base/expected.h"
#include "core/base/secret.h"
#include "core/sealing/primitives.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace station::repository {

/// The secret that all stations of a province share. It hides what must not
/// stand in a key (HMAC) and seals what must not be read by whoever runs the
/// storage (AES-256-GCM). A plain hash would not do: all personal ids can be
/// hashed in minutes.
///
/// It has one version or more: what is written is written under the newest, what was written
/// under an older one is found and read as long as that is in the file.
class ProvinceKey {
public:
    /// One line `<version> <64 hex digits>` for each version. SettingsInvalid when it is not so,
    /// or when others than the owner may read the file; FileMissing.
    static Expected<ProvinceKey> load(const QString &file);
    /// For a station of its own (embedded default): makes the file, 0600.
    static Expected<ProvinceKey> loadOrCreate(const QString &file);
    /// Writes `to` with what is in `file` and one version more, which it returns. They may be the
    /// same.
    static Expected<int> addVersion(const QString &file, const QString &to);

    /// `k<version>-` and the first 128 bits of HMAC-SHA-256(type ‖ 0x00 ‖
    /// value), hexadecimal, of the newest version. The value must be normalised by its own type.
    QString hidden(const QByteArray &type, const QString &value) const;
    /// The same of every version, the newest first.
    QStringList hiddenByEach(const QByteArray &type, const QString &value) const;

    /// Seals with a fresh nonce. `context` (a key, an id) is authenticated with it:
    /// a block that was moved elsewhere does not open.
    Expected<QByteArray> seal(const QByteArray &plain, const QByteArray &context) const;
    /// RepositoryDamaged when the block, its context or the key is another one; KeyUnavailable
    /// when it was sealed with a version that this station does not have.
    Expected<QByteArray> unseal(const QByteArray &sealed, const QByteArray &context) const;

    int version() const { return m_versions.front().number; }  ///< The newest.
    std::vector<int> versions() const;                         ///< The newest first.

private:
    struct Version {
        int number;
        sealing::KeyedHash hash;
        Secret sealing;  // HKDF of the master key
        QString hidden(const QByteArray &type, const QString &value) const;
    };
    static Expected<Version> versionFrom(const QByteArray &line, const QString &file);
    explicit ProvinceKey(std::vector<Version> versions) : m_versions(std::move(versions)) {}

    std::vector<Version> m_versions;  // the newest first; never empty
};

}  // namespace station::repository
