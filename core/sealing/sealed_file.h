#pragma once

#include "core/base/byte_source.h"
#include "core/base/expected.h"
#include "core/sealing/sealer.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QFile>
#include <QString>

#include <memory>
#include <mutex>

namespace station::sealing {

/// A file of sealed bytes, in segments that open each for itself, so that any part of a large
/// one is read without the rest:
///
///     head      magic (8) ‖ key id (8) ‖ salt (16) ‖ SHA-256 of the plain bytes (32)
///               ‖ their number (8) ‖ bytes of a segment (4); big-endian
///     segment   AES-256-GCM of 1 MiB, fewer in the last one ‖ tag (16)
///
/// Key and nonce prefix are derived from the data key and the salt, so no two files share them.
/// The nonce of a segment is prefix (7) ‖ its number (4) ‖ whether it is the last (1), the head
/// is authenticated with each: none can be cut off, moved, repeated or put into another file.

constexpr int sealedHeadSize = 76;

/// Internal when OpenSSL refuses.
Expected<QByteArray> sealedFile(const Sealer &sealer, QByteArrayView plain, const QString &sha256);

/// Whether bytes from a file's begin are those of a sealed file.
bool looksSealed(QByteArrayView begin);

/// Of a file, its bytes as they were before they were sealed. What does not open is refused by
/// `read`: StorageFailed. Thread-safe.
class SealedFile final : public ByteSource {
public:
    /// StorageFailed when it is no sealed file, is cut or is that of other bytes than `sha256`;
    /// KeyUnavailable, FileMissing.
    static Expected<std::unique_ptr<SealedFile>> open(const Sealer &sealer, const QString &path,
                                                      const QString &sha256);

    qint64 size() const override { return m_size; }
    Expected<QByteArray> read(qint64 offset, qint64 length) const override;

private:
    SealedFile() = default;
    Expected<QByteArray> segment(qint64 number) const;

    mutable std::mutex m_mutex;  // guards the file's position and the last segment
    mutable QFile m_file;
    mutable qint64 m_lastNumber = -1;
    mutable QByteArray m_last;
    QByteArray m_head;
    Secret m_key;
    QByteArray m_noncePrefix;
    qint64 m_size = 0;
    qint64 m_segmentSize = 0;
};

}  // namespace station::sealing
