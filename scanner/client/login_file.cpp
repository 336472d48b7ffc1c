#include "scanner/client/login_file.h"

#include <QFile>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace station::scanner {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype largestFile = 64 * 1024;

Expected<Secret> readOpened(int file, const QString &path)
{
    const auto refused = [&](const QString &why) {
        return fail(Fault::SettingsInvalid, u"login file: "_s + why, path);
    };
    struct stat about {};
    if (::fstat(file, &about) != 0 || !S_ISREG(about.st_mode))
        return refused(u"is no file"_s);
    if ((about.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return refused(u"others may read it, its mode has to be 0600"_s);
    if (about.st_size > largestFile)
        return refused(u"is larger than 64 KB"_s);
    QByteArray bytes(about.st_size, '\0');
    if (::read(file, bytes.data(), static_cast<std::size_t>(bytes.size())) != bytes.size())
        return refused(u"cannot be read"_s);
    return Secret(std::move(bytes));
}

}  // namespace

Expected<Secret> readLogin(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0)
        return fail(Fault::SettingsInvalid, u"login file: cannot be opened"_s, path);
    auto login = readOpened(file, path);
    ::close(file);
    return login;
}

}  // namespace station::scanner
