#include "signing/client/token_lock.h"

#include "core/base/sha256.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace station::signing {
namespace {

constexpr int lookMs = 20;

/// A folder that nobody else can write to.
QString runtimeFolder()
{
    const QString ofSession = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (!ofSession.isEmpty() && QFileInfo(ofSession).isDir())
        return ofSession;
    const QString own = QStringLiteral("/tmp/tramsohoa-%1").arg(::geteuid());
    (void)::mkdir(QFile::encodeName(own).constData(), 0700);
    struct stat folder {};
    const bool safe = ::lstat(QFile::encodeName(own).constData(), &folder) == 0 &&
                      S_ISDIR(folder.st_mode) && folder.st_uid == ::geteuid();
    return safe ? own : QString();
}

}  // namespace

Expected<TokenLock> TokenLock::take(const QString &tokenSerial, int waitMs)
{
    const QString folder = runtimeFolder();
    const QString path =
        folder + QStringLiteral("/tramsohoa-token-") + sha256Hex(tokenSerial.toUtf8());
    const int file = folder.isEmpty() ? -1
                                      : ::open(QFile::encodeName(path).constData(),
                                               O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0)
        return fail(Fault::TokenFailed, QStringLiteral("lock file"));
    TokenLock lock(file);
    QElapsedTimer timer;
    timer.start();
    while (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            return fail(Fault::TokenFailed, QStringLiteral("lock file"));
        if (timer.elapsed() >= waitMs)
            return fail(Fault::TokenFailed, QStringLiteral("token in use"));
        ::usleep(lookMs * 1000);
    }
    return lock;
}

TokenLock::TokenLock(TokenLock &&other) noexcept : m_file(std::exchange(other.m_file, -1)) {}

TokenLock::~TokenLock()
{
    if (m_file >= 0)
        ::close(m_file);
}

}  // namespace station::signing
