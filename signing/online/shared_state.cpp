#include "signing/online/shared_state.h"

#include "core/base/durable_file.h"
#include "core/base/file_lock.h"

#include <QFileInfo>
#include <QJsonDocument>

namespace station::signing {
namespace {

constexpr qint64 mostBytes = 1024 * 1024;
constexpr int lockWaitMs = 60'000;  // others hold it for one write

}  // namespace

QJsonObject SharedState::current() const
{
    if (!m_kept.isEmpty() || m_file.isEmpty())
        return m_kept;
    const auto bytes = readWhole(m_file, mostBytes);
    return bytes ? QJsonDocument::fromJson(*bytes).object() : QJsonObject();
}

QJsonObject SharedState::read() const
{
    const std::lock_guard guard(m_mutex);
    return current();
}

Expected<> SharedState::change(const std::function<void(QJsonObject &)> &edit)
{
    const std::lock_guard guard(m_mutex);
    if (m_file.isEmpty()) {
        edit(m_kept);
        return {};
    }
    if (const auto made = makeDirectoryDurably(QFileInfo(m_file).absolutePath()); !made) {
        edit(m_kept);
        return made;
    }
    // Beside the file, because the file itself is replaced.
    const auto lock =
        FileLock::acquire(m_file + QStringLiteral(".lock"), FileLock::Kind::Exclusive, lockWaitMs);
    if (!lock) {
        m_kept = current();
        edit(m_kept);
        return fail(lock.error());
    }
    const QJsonObject before = current();
    QJsonObject after = before;
    edit(after);
    if (after == before && m_kept.isEmpty())
        return {};
    const auto written = writeDurably(m_file, QJsonDocument(after).toJson(QJsonDocument::Compact));
    m_kept = written ? QJsonObject() : after;
    return written;
}

}  // namespace station::signing
