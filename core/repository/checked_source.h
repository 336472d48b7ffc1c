#pragma once

#include "core/base/byte_source.h"
#include "core/base/digest.h"

#include <QString>

#include <optional>
#include <stop_token>

namespace station::repository {

/// Bytes that are hashed while they are read from front to back. The last piece is handed out only
/// when the whole has the announced SHA-256 (hex), else its reading fails with RepositoryDamaged:
/// whoever sends or writes them never comes to the end with wrong ones. Asked to stop, it fails
/// with Cancelled. One reader at a time, who may begin again at the front.
class CheckedSource final : public ByteSource {
public:
    CheckedSource(const ByteSource &inner, QString sha256, std::stop_token stop)
        : m_inner(inner), m_sha256(std::move(sha256)), m_stop(std::move(stop))
    {
    }

    qint64 size() const override { return m_inner.size(); }
    Expected<QByteArray> read(qint64 offset, qint64 length) const override;
    /// For no bytes at all, which nobody reads.
    Expected<> checkEmpty() const;
    /// Why the last reading failed.
    const std::optional<Error> &error() const { return m_error; }

private:
    Expected<QByteArray> readChecked(qint64 offset, qint64 length) const;

    const ByteSource &m_inner;
    QString m_sha256;
    std::stop_token m_stop;
    mutable Digest m_digest;
    mutable qint64 m_next = 0;  // where the hash goes on
    mutable std::optional<Error> m_error;
};

}  // namespace station::repository
