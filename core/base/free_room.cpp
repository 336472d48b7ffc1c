#include "core/base/free_room.h"

#include <QFile>

#include <sys/statvfs.h>

namespace station {

std::optional<qint64> freeBytes(const QString &folder)
{
    struct statvfs disk {};
    if (::statvfs(QFile::encodeName(folder).constData(), &disk) != 0)
        return std::nullopt;
    return static_cast<qint64>(disk.f_bavail) * static_cast<qint64>(disk.f_frsize);
}

}  // namespace station
