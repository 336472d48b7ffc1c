#include "core/store/file_copy.h"

#include "core/base/digest.h"
#include "core/base/durable_file.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace station::store {
namespace {

constexpr qint64 pieceBytes = 1024 * 1024;

tl::unexpected<Error> failed(const char *call)
{
    const int code = errno;
    return fail(code == ENOSPC || code == EDQUOT ? Fault::StorageFull : Fault::StorageFailed,
                QStringLiteral("%1: %2").arg(QLatin1String(call),
                                             QString::fromLocal8Bit(std::strerror(code))));
}

bool writeAll(int fd, const QByteArray &bytes)
{
    qsizetype written = 0;
    while (written < bytes.size()) {
        const auto n =
            ::write(fd, bytes.constData() + written, static_cast<size_t>(bytes.size() - written));
        if (n < 0 && errno != EINTR)
            return false;
        written += std::max<qsizetype>(n, 0);
    }
    return true;
}

}  // namespace

Expected<CopiedFile> copyHashing(const QString &from, const QString &to)
{
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(Fault::FileMissing, source.errorString(), QFileInfo(from).fileName());
    if (const auto made = makeDirectoryDurably(QFileInfo(to).absolutePath()); !made)
        return fail(made.error());
    const int fd =
        ::open(QFile::encodeName(to).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0)
        return failed("create");
    Digest hash;
    CopiedFile copied;
    Expected<> done;
    for (;;) {
        const QByteArray piece = source.read(pieceBytes);
        if (source.error() != QFileDevice::NoError)
            done = fail(Fault::StorageFailed, source.errorString(), QFileInfo(from).fileName());
        else if (!piece.isEmpty() && !writeAll(fd, piece))
            done = failed("write");
        if (piece.isEmpty() || !done)
            break;
        hash.add(piece);
        copied.size += piece.size();
    }
    if (done && ::fsync(fd) != 0)
        done = failed("fsync");
    ::close(fd);
    if (!done)
        return fail(done.error());
    copied.sha256 = hash.hex();
    return copied;
}

Expected<> syncFile(const QString &path)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return failed("open");
    const bool synced = ::fsync(fd) == 0;
    const auto error = failed("fsync");
    ::close(fd);
    return synced ? Expected<>() : Expected<>(error);
}

Expected<> syncFolders(const QString &root)
{
    QDirIterator folders(root, QDir::Dirs | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (folders.hasNext()) {
        if (auto synced = syncFile(folders.next()); !synced)
            return synced;
    }
    return syncFile(root);
}

bool isSameDisk(const QString &one, const QString &other)
{
    struct stat first {};
    struct stat second {};
    return ::stat(QFile::encodeName(one).constData(), &first) == 0 &&
           ::stat(QFile::encodeName(other).constData(), &second) == 0 &&
           first.st_dev == second.st_dev;
}

}  // namespace station::store
