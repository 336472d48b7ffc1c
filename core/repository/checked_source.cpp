#include "core/repository/checked_source.h"

namespace station::repository {

Expected<QByteArray> CheckedSource::read(qint64 offset, qint64 length) const
{
    auto bytes = readChecked(offset, length);
    m_error = bytes ? std::nullopt : std::optional(bytes.error());
    return bytes;
}

Expected<QByteArray> CheckedSource::readChecked(qint64 offset, qint64 length) const
{
    if (m_stop.stop_requested())
        return fail(Fault::Cancelled);
    auto bytes = m_inner.read(offset, length);
    if (!bytes)
        return bytes;
    if (offset == 0) {
        m_digest = Digest();
        m_next = 0;
    }
    if (offset != m_next)
        return fail(Fault::Internal, QStringLiteral("not read from front to back"));
    m_digest.add(*bytes);
    m_next += bytes->size();
    if (m_next == size() && m_digest.hex() != m_sha256)
        return fail(Fault::RepositoryDamaged, QStringLiteral("bytes do not fit their hash"));
    return bytes;
}

Expected<> CheckedSource::checkEmpty() const
{
    if (size() > 0)
        return {};
    if (const auto end = read(0, 0); !end)
        return fail(end.error());
    return {};
}

}  // namespace station::repository
