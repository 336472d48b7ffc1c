#pragma once

#include <QByteArray>

#include <openssl/evp.h>

#include <functional>

namespace station::signing {

/// Told that a stretch of the file has been read and may leave the memory.
using BytesRead = std::function<void(qsizetype begin, qsizetype end)>;

/// What one signature signs: the file up to the hole and from there to `end`.
class SignedBytes {
public:
    SignedBytes() = default;
    /// `file` and `read` must outlive this.
    SignedBytes(const QByteArray &file, qsizetype holeBegin, qsizetype holeEnd, qsizetype end,
                const BytesRead &read)
        : m_file(&file), m_holeBegin(holeBegin), m_holeEnd(holeEnd), m_end(end), m_read(&read)
    {
    }

    bool isEmpty() const { return m_file == nullptr; }
    QByteArray digest(const EVP_MD *algorithm) const;

private:
    const QByteArray *m_file = nullptr;
    qsizetype m_holeBegin = 0;
    qsizetype m_holeEnd = 0;
    qsizetype m_end = 0;
    const BytesRead *m_read = nullptr;
};

}  // namespace station::signing
