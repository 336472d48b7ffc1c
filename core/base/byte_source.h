#pragma once

#include "core/base/expected.h"

#include <QByteArray>

#include <algorithm>
#include <utility>

namespace station {

/// Bytes that are read piece by piece, and as often as wanted: a file that lies sealed on the
/// disk is sent without ever being whole in memory.
///
/// Thread-safe for reading.
class ByteSource {
public:
    virtual ~ByteSource() = default;

    virtual qint64 size() const = 0;
    /// Exactly `length` bytes from `offset`, fewer only at the end. Fails with StorageFailed or
    /// FileMissing.
    virtual Expected<QByteArray> read(qint64 offset, qint64 length) const = 0;
};

/// Bytes that are in memory anyway.
class MemorySource final : public ByteSource {
public:
    explicit MemorySource(QByteArray bytes) : m_bytes(std::move(bytes)) {}

    qint64 size() const override { return m_bytes.size(); }
    Expected<QByteArray> read(qint64 offset, qint64 length) const override
    {
        return m_bytes.mid(std::min(offset, size()), length);
    }

private:
    QByteArray m_bytes;
};

}  // namespace station
