#include "signing/client/token_lock.h"

#include "core/base/sha256.h"

#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>
#include <unistd.h>

namespace station::signing {
namespace {

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
    if (folder.isEmpty())
        return fail(Fault::TokenFailed, QStringLiteral("lock file"));
    auto lock = FileLock::acquire(path, FileLock::Kind::Exclusive, waitMs);
    if (!lock)
        return fail(Fault::TokenFailed, lock.error().fault == Fault::StorageInUse
                                            ? QStringLiteral("token in use")
                                            : QStringLiteral("lock file"));
    return TokenLock(*std::move(lock));
}

}  // namespace station::signing
