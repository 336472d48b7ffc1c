#pragma once

#include "core/base/expected.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace station::repository {

/// The province's electronic store of papers (Kho quản lý dữ liệu điện tử).
/// Flat keys with '/', two areas: `doc/` holds blobs and manifests that are
/// never changed, `ctl/` small objects that are created once (claims, index
/// entries, events). Keys carry no personal data and no code (see `layout.h`).
///
/// Thread-safe: each call stands alone. Blocking.
class Repository {
public:
    enum class Put { Created, AlreadyThere };

    virtual ~Repository() = default;

    /// Stores `bytes` under `key` if nothing is there. AlreadyThere when the
    /// very same bytes are there, Conflict when others are. `sha256` (hex) must
    /// be that of `bytes`; a mismatch, also after reading back, is
    /// RepositoryDamaged. Returns only after the object is durable.
    virtual Expected<Put> putIfAbsent(const QString &key, const QByteArray &bytes,
                                      const QString &sha256) = 0;

    /// Fails with FileMissing when there is no such key.
    virtual Expected<QByteArray> get(const QString &key) = 0;
    /// Size in bytes; FileMissing when there is no such key.
    virtual Expected<qint64> head(const QString &key) = 0;
    /// Keys with that prefix after `after`, sorted by code point.
    virtual Expected<QStringList> list(const QString &prefix, const QString &after = {}) = 0;
};

}  // namespace station::repository
