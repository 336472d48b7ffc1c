#include "signing/online/shared_state.h"

#include "core/base/durable_file.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace station::signing {
namespace {

constexpr qint64 mostBytes = 1024 * 1024;

/// Held by one program at a time; gone with its process. Beside the file,
/// because the file itself is replaced.
class FileLock {
public:
    explicit FileLock(const QString &path)
        : m_fd(::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600))
    {
        if (m_fd >= 0)
            ::flock(m_fd, LOCK_EX);
    }
    ~FileLock()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;

private:
    int m_fd;
};

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
    const FileLock lock(m_file + QStringLiteral(".lock"));
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
