#include "core/sealing/disk_encryption.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStringList>

#include <algorithm>
#include <fcntl.h>
#include <linux/fscrypt.h>
#include <optional>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace station::sealing {
namespace {

using State = DiskEncryption::State;

constexpr int deepestStack = 16;  // devices on devices; a loop file may lie on itself

struct Mount {
    QString device{};  ///< "259:2"
    QString point{};
    QString fileSystem{};
    QString source{};
};

/// Blanks and the like are written as "\040".
QString unescaped(const QString &field)
{
    QByteArray bytes = field.toUtf8();
    for (qsizetype at = bytes.indexOf('\\'); at >= 0; at = bytes.indexOf('\\', at + 1)) {
        bool isOctal = false;
        const int code = bytes.mid(at + 1, 3).toInt(&isOctal, 8);
        if (isOctal)
            bytes.replace(at, 4, QByteArray(1, static_cast<char>(code)));
    }
    return QString::fromUtf8(bytes);
}

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : QString();
}

/// The innermost mount that holds the path.
std::optional<Mount> mountOf(const QString &path, const QString &procDir)
{
    std::optional<Mount> found;
    for (const auto &line : textOf(procDir + u"/self/mountinfo"_s).split(u'\n')) {
        // proc(5): "36 35 98:0 /mnt1 /mnt2 rw,noatime master:1 - ext3 /dev/root rw".
        const auto fields = line.split(u' ');
        const auto dash = fields.indexOf(u"-"_s);
        if (dash < 6 || fields.size() < dash + 3)
            continue;
        const QString point = unescaped(fields[4]);
        const bool holds =
            path == point || path.startsWith(point.endsWith(u'/') ? point : point + u'/');
        // A later one at the same place lies above.
        if (holds && (!found || point.size() >= found->point.size()))
            found = Mount{fields[2], point, fields[dash + 1], unescaped(fields[dash + 2])};
    }
    return found;
}

bool hasFscryptPolicy(const QString &folder)
{
    const int fd =
        ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return false;
    fscrypt_get_policy_ex_arg policy{};
    policy.policy_size = sizeof policy.policy;
    const bool has = ::ioctl(fd, FS_IOC_GET_ENCRYPTION_POLICY_EX, &policy) == 0;
    ::close(fd);
    return has;
}

/// Of the device by its name, where a file system has no device number of its own (btrfs).
QString numberOf(const QString &device)
{
    struct stat status {};
    if (::stat(QFile::encodeName(device).constData(), &status) != 0 || !S_ISBLK(status.st_mode))
        return {};
    return u"%1:%2"_s.arg(major(status.st_rdev)).arg(minor(status.st_rdev));
}

class Stack {
public:
    Stack(QString procDir, QString sysDir)
        : m_procDir(std::move(procDir)), m_sysDir(std::move(sysDir))
    {
    }

    DiskEncryption below(const QString &folder, int depth = 0) const
    {
        const auto mount = mountOf(folder, m_procDir);
        if (!mount || depth > deepestStack)
            return {State::Unknown, u"no mount"_s};
        const QString &kind = mount->fileSystem;
        if (kind == u"ecryptfs" || kind == u"fuse.gocryptfs" || kind == u"fuse.cryfs" ||
            kind == u"fuse.encfs" || kind == u"fuse.securefs")
            return {State::Yes, kind};
        const QString number =
            mount->device.startsWith(u"0:") ? numberOf(mount->source) : mount->device;
        if (number.isEmpty())
            return {State::Unknown, kind};
        return device(m_sysDir + u"/dev/block/"_s + number, depth);
    }

private:
    DiskEncryption device(const QString &path, int depth) const
    {
        const QString folder = QFileInfo(path).canonicalFilePath();
        if (folder.isEmpty() || depth > deepestStack)
            return {State::Unknown, u"no such device"_s};
        const QString name = QFileInfo(folder).fileName();
        // "CRYPT-LUKS2-…": cryptsetup names its devices so.
        if (textOf(folder + u"/dm/uuid"_s).startsWith(u"CRYPT-"))
            return {State::Yes, name + u' ' + textOf(folder + u"/dm/uuid"_s).section(u'-', 0, 1)};
        const QString backing = textOf(folder + u"/loop/backing_file"_s);
        if (!backing.isEmpty())
            return below(QFileInfo(backing).path(), depth + 1);
        const auto slaves =
            QDir(folder + u"/slaves"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::Hidden);
        if (slaves.isEmpty())
            return {State::No, name};
        // A volume over several disks is as closed as the most open one.
        DiskEncryption worst{State::Yes, {}};
        for (const auto &slave : slaves) {
            auto one = device(folder + u"/slaves/"_s + slave, depth + 1);
            if (one.state == State::Yes && worst.how.isEmpty())
                worst.how = one.how;
            if (one.state != State::Yes && worst.state != State::No)
                worst = std::move(one);
        }
        return worst;
    }

    QString m_procDir;
    QString m_sysDir;
};

}  // namespace

DiskEncryption diskEncryption(const QString &folder, const QString &procDir, const QString &sysDir)
{
    const QString path = QFileInfo(folder).canonicalFilePath();
    if (path.isEmpty())
        return {State::Unknown, u"no folder"_s};
    if (hasFscryptPolicy(path))
        return {State::Yes, u"fscrypt"_s};
    return Stack(procDir, sysDir).below(path);
}

}  // namespace station::sealing
