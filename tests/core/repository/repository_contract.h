#pragma once

#include "core/base/byte_source.h"
#include "core/repository/repository.h"

#include <QByteArray>
#include <QString>

#include <atomic>
#include <functional>
#include <memory>

namespace station::repository {

/// The cases of `repository_contract.cpp` hold for every engine; a program that lists that file
/// says here which one: a further access to the same storage.
std::unique_ptr<Repository> openRepository();

/// A file that nobody has in memory: bytes that follow from their place.
class PatternSource final : public ByteSource {
public:
    explicit PatternSource(qint64 size, int seed = 0) : m_size(size), m_seed(seed) {}

    qint64 size() const override { return m_size; }
    Expected<QByteArray> read(qint64 offset, qint64 length) const override;
    QString sha256() const;

    mutable std::atomic<qint64> bytesRead = 0;
    /// Called before each reading with the place.
    std::function<void(qint64 offset)> onRead{};

private:
    qint64 m_size;
    int m_seed;
};

}  // namespace station::repository
