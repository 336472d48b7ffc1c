#pragma once

#include "core/base/expected.h"
#include "core/dossier/copies.h"

#include <QByteArray>
#include <QString>

namespace station::store {

/// `<data>/blobs/<aa>/<sha256>`: files named after their content, written once,
/// never changed. A blob is durable when `put` or `take` returns; only then
/// may a row name it. Thread-safe.
class BlobFolder {
public:
    explicit BlobFolder(const QString &dataDir);

    Expected<dossier::Blob> put(const QByteArray &bytes);
    /// Moves a finished file of the same disk in; the old name is gone.
    /// Fails with FileMissing, StorageFull, StorageFailed.
    Expected<dossier::Blob> take(const QString &file);

    /// Whole content, hashed again. FileMissing, or StorageFailed when the disk
    /// gives back other bytes than were written.
    Expected<QByteArray> get(const dossier::Blob &blob) const;
    Expected<> verify(const dossier::Blob &blob) const;
    bool contains(const QString &sha256) const;
    QString path(const QString &sha256) const;

private:
    QString m_root;
};

}  // namespace station::store
