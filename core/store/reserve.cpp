#include "core/store/reserve.h"

#include "core/base/durable_file.h"
#include "core/base/free_room.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <fcntl.h>
#include <unistd.h>

namespace station::store {
namespace {

constexpr qint64 mostBytes = 256LL * 1024 * 1024;

QString reserveFile(const QString &dataDir)
{
    return dataDir + QStringLiteral("/reserve");
}

/// Blocks that are really taken; a size alone takes none.
bool allocate(const QString &file, qint64 bytes)
{
    const int fd =
        ::open(QFile::encodeName(file).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0)
        return false;
    const bool allocated = ::posix_fallocate(fd, 0, bytes) == 0;
    ::close(fd);
    return allocated;
}

}  // namespace

Expected<bool> keepReserve(const QString &dataDir, qint64 intakeReserveBytes)
{
    const QString file = reserveFile(dataDir);
    const qint64 bytes = std::min(intakeReserveBytes / 2, mostBytes);
    if (QFileInfo(file).size() == bytes)
        return true;
    if (const auto removed = removeDurably(file); !removed)
        return fail(removed.error());
    if (freeBytes(dataDir).value_or(0) < intakeReserveBytes + bytes)
        return false;
    const QString temporary = file + QStringLiteral(".part");
    if (const auto removed = removeDurably(temporary); !removed)
        return fail(removed.error());
    if (!allocate(temporary, bytes)) {
        (void)removeDurably(temporary);
        return false;
    }
    if (const auto renamed = renameDurably(temporary, file); !renamed)
        return fail(renamed.error());
    return true;
}

bool releaseReserve(const QString &dataDir)
{
    return ::unlink(QFile::encodeName(reserveFile(dataDir)).constData()) == 0;
}

}  // namespace station::store
