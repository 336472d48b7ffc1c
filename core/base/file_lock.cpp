#include "core/base/file_lock.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QThread>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace station {
namespace {

constexpr int lookMs = 10;

tl::unexpected<Error> failed(const char *call)
{
    const int code = errno;
    return fail(code == ENOSPC || code == EDQUOT ? Fault::StorageFull : Fault::StorageFailed,
                QStringLiteral("lock file: %1: %2")
                    .arg(QLatin1String(call), QString::fromLocal8Bit(std::strerror(code))));
}

/// Lines of /proc/locks: "1: FLOCK  ADVISORY  WRITE 1234 fe:00:5678 0 EOF".
QString holderOf(int file)
{
    struct stat locked {};
    QFile locks(QStringLiteral("/proc/locks"));
    if (::fstat(file, &locked) != 0 || !locks.open(QIODevice::ReadOnly))
        return QStringLiteral("held");
    const auto inode = ':' + QByteArray::number(static_cast<qulonglong>(locked.st_ino));
    const auto lines = locks.readAll().split('\n');
    for (const auto &line : lines) {
        const auto words = line.simplified().split(' ');
        if (words.size() > 5 && words[1] == "FLOCK" && words[5].endsWith(inode))
            return QStringLiteral("pid ") + QString::fromLatin1(words[4]);
    }
    return QStringLiteral("held");
}

/// Still what others find under that name; a restore may have put another file there.
bool isAt(const QByteArray &path, int file)
{
    struct stat opened {};
    struct stat named {};
    return ::fstat(file, &opened) == 0 && ::stat(path.constData(), &named) == 0 &&
           opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

}  // namespace

Expected<FileLock> FileLock::acquire(const QString &path, Kind kind, int waitMs)
{
    const QByteArray name = QFile::encodeName(path);
    const QDeadlineTimer patience(waitMs);
    for (;;) {
        const int file = ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
        if (file < 0)
            return failed("open");
        FileLock lock(file);
        if (::flock(file, (kind == Kind::Shared ? LOCK_SH : LOCK_EX) | LOCK_NB) == 0) {
            if (isAt(name, file))
                return lock;
            continue;
        }
        if (errno != EWOULDBLOCK && errno != EINTR)
            return failed("flock");
        if (patience.hasExpired())
            return fail(Fault::StorageInUse, holderOf(file));
        QThread::msleep(lookMs);
    }
}

FileLock::FileLock(FileLock &&other) noexcept : m_file(std::exchange(other.m_file, -1)) {}

FileLock &FileLock::operator=(FileLock &&other) noexcept
{
    FileLock released(std::exchange(m_file, std::exchange(other.m_file, -1)));
    return *this;
}

FileLock::~FileLock()
{
    if (m_file >= 0)
        ::close(m_file);
}

}  // namespace station
