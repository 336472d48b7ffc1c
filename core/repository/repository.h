#pragma once

#include "core/base/byte_source.h"
#include "core/base/expected.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <stop_token>

namespace station::repository {

/// What a repository was seen to do when it was tried, not what it says of itself.
struct Capabilities {
    bool refusesWrongHash = false;  ///< A body that differs from its announced SHA-256 is refused.
    bool createsOnce = false;       ///< A second create of one control key is refused, atomically.
    bool readsBack = false;         ///< Gives back what was stored, at once.
    bool keepsVersions = false;     ///< An overwritten document can still be had.
    bool locksDocuments = false;    ///< Nobody can delete a document before its time.
    qint64 clockOffsetMs = 0;       ///< Its clock minus ours.
    QStringList findings{};         ///< English, technical: what was tried and what came back.

    /// A claim of a code holds only where a key can be created once.
    bool fitsForClaims() const { return createsOnce && readsBack; }
    /// The station's own copy may go only where the other one was proved.
    bool fitsForPurge() const { return refusesWrongHash && readsBack; }
};

/// The province's electronic store of papers (Kho quản lý dữ liệu điện tử).
/// Flat keys with '/', two areas: `doc/` holds blobs and manifests that are
/// never changed, `ctl/` small objects that are created once (claims, index
/// entries, events). Keys carry no personal data and no code (see `layout.h`).
///
/// Thread-safe: each call stands alone. Blocking; never on the GUI thread.
///
/// Errors of every function, by what can be done: RepositoryDown (wait), NetworkLogin (a portal
/// answers instead), RepositoryRefused (login, certificate, right), RepositoryFull, ClockWrong (no
/// offset helps), RepositoryDamaged (bytes are not what they should be), Cancelled.
class Repository {
public:
    enum class Put { Created, AlreadyThere };

    virtual ~Repository() = default;

    /// Stores `content` under `key` if nothing is there. AlreadyThere when the
    /// very same bytes are there, Conflict when others are. `sha256` (hex) must
    /// be that of `content`; a mismatch, also after reading back, is
    /// RepositoryDamaged. Returns only after the object is durable and was read back.
    virtual Expected<Put> putIfAbsent(const QString &key, const ByteSource &content,
                                      const QString &sha256, const std::stop_token &stop) = 0;
    Expected<Put> putIfAbsent(const QString &key, const QByteArray &bytes, const QString &sha256)
    {
        return putIfAbsent(key, MemorySource(bytes), sha256, {});
    }

    /// The same for a key that names its bytes and that the caller has never tried to store: nobody
    /// can have stored others there, so a repository may do without looking first. Where somebody
    /// else stored the same bytes meanwhile, they may be stored once more.
    virtual Expected<Put> putNew(const QString &key, const ByteSource &content,
                                 const QString &sha256, const std::stop_token &stop)
    {
        return putIfAbsent(key, content, sha256, stop);
    }

    /// Fails with FileMissing when there is no such key.
    virtual Expected<QByteArray> get(const QString &key) = 0;
    /// Reads the whole object and throws it away: FileMissing, or RepositoryDamaged when its
    /// SHA-256 (hex) is another one.
    virtual Expected<> verify(const QString &key, const QString &sha256,
                              const std::stop_token &stop) = 0;
    /// Size in bytes; FileMissing when there is no such key.
    virtual Expected<qint64> head(const QString &key) = 0;
    /// Keys with that prefix after `after`, sorted by code point.
    virtual Expected<QStringList> list(const QString &prefix, const QString &after = {}) = 0;

    /// Tries everything of Capabilities with objects below `doc/probe/` and `ctl/probe/`, which may
    /// stay behind where nothing can be deleted.
    virtual Expected<Capabilities> probe() = 0;
};

}  // namespace station::repository
