#pragma once

#include "core/base/byte_source.h"
#include "core/base/expected.h"
#include "core/dossier/copies.h"
#include "core/sealing/sealer.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace station::store {

/// A blob's bytes as a file, for libraries that read nothing else. Of a sealed blob it is one in
/// memory, gone with this object, that only this process can open.
class PlainFile {
public:
    explicit PlainFile(QString path, int fd = -1) : m_path(std::move(path)), m_fd(fd) {}
    PlainFile(PlainFile &&other) noexcept;
    PlainFile &operator=(PlainFile &&other) noexcept;
    ~PlainFile();

    const QString &path() const { return m_path; }

private:
    QString m_path;
    int m_fd;
};

/// `<data>/blobs/<aa>/<sha256>`: files named after their content, written once,
/// never changed. A blob is durable when `put` or `take` returns; only then
/// may a row name it. Thread-safe.
///
/// With a sealer what is put there is sealed; the name stays the hash of the plain bytes. Blobs
/// from before are read as they are. KeyUnavailable wherever one was sealed with a key that is
/// not at hand.
class BlobFolder {
public:
    explicit BlobFolder(const QString &dataDir,
                        std::shared_ptr<const sealing::Sealer> sealer = nullptr);

    Expected<dossier::Blob> put(const QByteArray &bytes);
    /// Moves a finished file of the same disk in; the old name is gone.
    /// Fails with FileMissing, StorageFull, StorageFailed.
    Expected<dossier::Blob> take(const QString &file);

    /// To be read piece by piece. FileMissing; StorageFailed when a sealed one is damaged. What
    /// a plain one gives is not checked: its reader hashes.
    Expected<std::unique_ptr<ByteSource>> open(const dossier::Blob &blob) const;
    /// Whole content, hashed again. FileMissing, or StorageFailed when the disk
    /// gives back other bytes than were written.
    Expected<QByteArray> get(const dossier::Blob &blob) const;
    Expected<> verify(const dossier::Blob &blob) const;
    /// StorageFailed, FileMissing as `open`.
    Expected<PlainFile> plainFile(const dossier::Blob &blob) const;
    bool contains(const QString &sha256) const;
    /// Where it lies on the disk, sealed or not.
    QString path(const QString &sha256) const;

    /// Seals blobs that were put there before there was a sealer, `limit` of them at most, and
    /// remembers how far it came. Returns how many; 0: none is left.
    Expected<int> sealOld(int limit);

private:
    Expected<> write(QByteArrayView plain, const QString &sha256) const;

    QString m_root;
    std::shared_ptr<const sealing::Sealer> m_sealer;
};

}  // namespace station::store
