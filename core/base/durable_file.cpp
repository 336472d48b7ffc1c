#include "core/base/durable_file.h"

#include "core/base/uuid7.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <mutex>
#include <sys/stat.h>
#include <unistd.h>

namespace station {
namespace {

constexpr qint64 pieceSize = 1024LL * 1024;

tl::unexpected<Error> storageError(const char *call)
{
    const int code = errno;
    const auto fault = code == ENOSPC || code == EDQUOT ? Fault::StorageFull : Fault::StorageFailed;
    return fail(fault, QStringLiteral("%1: %2").arg(QLatin1String(call),
                                                    QString::fromLocal8Bit(std::strerror(code))));
}

/// Closes on every way out; a close error after fsync has nothing left to lose.
class Descriptor {
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    int get() const { return m_fd; }
    bool isOpen() const { return m_fd >= 0; }

private:
    int m_fd;
};

Expected<> syncDirectory(const QString &path)
{
    const Descriptor dir(
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!dir.isOpen())
        return storageError("open directory");
    if (::fsync(dir.get()) != 0)
        return storageError("fsync directory");
    return {};
}

QString parentOf(const QString &path)
{
    return QFileInfo(path).absolutePath();
}

/// A folder that is there may have been made by a program that was killed before it could sync
/// the parent: its name would go with the next power cut, and everything in it. Each program
/// makes sure once. (One step up is enough: nobody makes a folder in one that does not last.)
Expected<> makeNameLast(const QString &folder)
{
    static std::mutex mutex;
    static QSet<QString> lasting;
    const std::lock_guard lock(mutex);
    if (lasting.contains(folder))
        return {};
    const auto synced = syncDirectory(parentOf(folder));
    // A parent that we may not even open is none in which we make folders.
    if (!synced && errno != EACCES && errno != EPERM)
        return synced;
    lasting.insert(folder);
    return {};
}

/// False when it could not be written; errno says why.
bool writeAll(int fd, const QByteArray &bytes)
{
    qsizetype written = 0;
    while (written < bytes.size()) {
        const auto n =
            ::write(fd, bytes.constData() + written, static_cast<size_t>(bytes.size() - written));
        if (n < 0 && errno != EINTR)
            return false;
        written += n < 0 ? 0 : n;
    }
    return true;
}

Expected<> writeContent(int fd, const ByteSource &content)
{
    for (qint64 offset = 0; offset < content.size();) {
        const auto piece = content.read(offset, std::min(pieceSize, content.size() - offset));
        if (!piece)
            return fail(piece.error());
        if (piece->isEmpty())
            return fail(Fault::StorageFailed, QStringLiteral("the content became shorter"));
        if (!writeAll(fd, *piece))
            return storageError("write");
        offset += piece->size();
    }
    if (::fsync(fd) != 0)
        return storageError("fsync");
    return {};
}

/// Writes and syncs a temporary file beside `path`; returns its name.
Expected<QString> writeTemporary(const QString &path, const ByteSource &content)
{
    if (const auto made = makeDirectoryDurably(parentOf(path)); !made)
        return fail(made.error());
    const QString temporary = parentOf(path) + QStringLiteral("/.tmp-") + newUuid7();
    const Descriptor file(::open(QFile::encodeName(temporary).constData(),
                                 O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (!file.isOpen())
        return storageError("create");
    if (auto written = writeContent(file.get(), content); !written) {
        ::unlink(QFile::encodeName(temporary).constData());
        return fail(std::move(written.error()));
    }
    return temporary;
}

/// Zero when `to` now names the file and was free before; errno says why not.
int takeName(const char *from, const char *to)
{
    int taken = ::link(from, to);
    // FAT and some shares know no links.
    if (taken != 0 && (errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS))
        taken = ::renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE);
    return taken;
}

/// Conflict. The caller may rely on what is there: its name has to last, whoever made it.
Expected<> alreadyThere(const QString &path)
{
    if (const auto made = makeDirectoryDurably(parentOf(path)); !made)
        return made;
    const auto synced = syncDirectory(parentOf(path));
    return synced ? fail(Fault::Conflict, QStringLiteral("exists")) : synced;
}

}  // namespace

Expected<> makeDirectoryDurably(const QString &path)
{
    if (QFileInfo(path).isDir())
        return makeNameLast(path);
    const QString parent = parentOf(path);
    if (parent != path) {
        if (const auto made = makeDirectoryDurably(parent); !made)
            return made;
    }
    if (::mkdir(QFile::encodeName(path).constData(), 0700) != 0 && errno != EEXIST)
        return storageError("mkdir");
    return syncDirectory(parent);
}

Expected<> writeDurably(const QString &path, const QByteArray &bytes)
{
    const auto temporary = writeTemporary(path, MemorySource(bytes));
    if (!temporary)
        return fail(temporary.error());
    auto renamed = renameDurably(*temporary, path);
    if (!renamed)
        ::unlink(QFile::encodeName(*temporary).constData());
    return renamed;
}

Expected<> createDurably(const QString &path, const ByteSource &content)
{
    if (QFileInfo::exists(path))
        return alreadyThere(path);  // not written only to find that out
    const auto temporary = writeTemporary(path, content);
    if (!temporary)
        return fail(temporary.error());
    const QByteArray from = QFile::encodeName(*temporary);
    const int taken = takeName(from.constData(), QFile::encodeName(path).constData());
    const int code = errno;
    ::unlink(from.constData());
    if (taken != 0) {
        errno = code;
        return code == EEXIST ? alreadyThere(path) : storageError("link");
    }
    return syncDirectory(parentOf(path));
}

Expected<> renameDurably(const QString &from, const QString &to)
{
    if (const auto made = makeDirectoryDurably(parentOf(to)); !made)
        return made;
    if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return storageError("rename");
    return syncDirectory(parentOf(to));
}

Expected<> removeDurably(const QString &path)
{
    if (::unlink(QFile::encodeName(path).constData()) != 0) {
        if (errno == ENOENT)
            return {};
        return storageError("unlink");
    }
    return syncDirectory(parentOf(path));
}

Expected<QByteArray> readWhole(const QString &path, qint64 limit)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Fault::FileMissing, file.errorString(), QFileInfo(path).fileName());
    if (file.size() > limit)
        return fail(Fault::FileTooLarge, QString::number(file.size()), QFileInfo(path).fileName());
    QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return fail(Fault::StorageFailed, file.errorString(), QFileInfo(path).fileName());
    return bytes;
}

}  // namespace station
