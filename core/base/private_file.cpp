#include "core/base/private_file.h"

#include <QFile>

#include <algorithm>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace station {

Expected<Secret> readPrivateFile(const QString &path)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return fail(Fault::FileMissing, QStringLiteral("cannot be read"), path);
    struct stat about = {};
    const bool isFile = ::fstat(fd, &about) == 0 && S_ISREG(about.st_mode);
    const bool isPrivate = (about.st_mode & (S_IRWXG | S_IRWXO)) == 0;
    QByteArray bytes(4096, '\0');
    const ssize_t size =
        isFile && isPrivate ? ::read(fd, bytes.data(), static_cast<std::size_t>(bytes.size())) : 0;
    ::close(fd);
    Secret whole(std::move(bytes));
    if (!isFile)
        return fail(Fault::SettingsInvalid, QStringLiteral("is no file"), path);
    if (!isPrivate)
        return fail(Fault::SettingsInvalid, QStringLiteral("others may read it (chmod 600)"), path);
    return Secret(QByteArray(whole.view().data(), std::max<qsizetype>(size, 0)));
}

}  // namespace station
