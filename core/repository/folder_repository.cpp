#include "core/repository/folder_repository.h"

#include "core/base/durable_file.h"
#include "core/base/sha256.h"
#include "core/base/uuid7.h"
#include "core/repository/layout.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <fcntl.h>
#include <unistd.h>

namespace station::repository {
namespace {

/// The kernel's copy of a file would agree with us even if the disk does not.
void dropFromCache(const QString &path)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return;
    ::posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED);
    ::close(fd);
}

/// A full or missing share is not the station's own disk: the work waits.
tl::unexpected<Error> unreachable(const Error &error)
{
    return fail(Fault::RepositoryDown, error.detail);
}

/// Only folders that can hold such keys are entered.
void collect(const QString &root, const QString &folder, const QString &prefix,
             const QString &after, QStringList &keys)
{
    const auto entries = QDir(root + QLatin1Char('/') + folder)
                             .entryInfoList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot);
    for (const auto &entry : entries) {
        const QString key = folder + entry.fileName();
        if (!entry.isDir()) {
            if (key.startsWith(prefix) && key > after)
                keys << key;
            continue;
        }
        const QString below = key + QLatin1Char('/');
        const bool mayFit = below.startsWith(prefix) || prefix.startsWith(below);
        if (mayFit && (below > after || after.startsWith(below)))
            collect(root, below, prefix, after, keys);
    }
}

}  // namespace

FolderRepository::FolderRepository(const QString &root) : m_root(QDir(root).absolutePath()) {}

Expected<QString> FolderRepository::pathOf(const QString &key) const
{
    if (!layout::isKey(key))
        return fail(Fault::InvalidInput, QStringLiteral("repository key"));
    return m_root + QLatin1Char('/') + key;
}

Expected<Repository::Put> FolderRepository::putIfAbsent(const QString &key,
                                                        const ByteSource &content,
                                                        const QString &sha256,
                                                        const std::stop_token & /*stop*/)
{
    const auto path = pathOf(key);
    if (!path)
        return fail(path.error());
    const auto bytes = content.read(0, content.size());
    if (!bytes)
        return fail(bytes.error());
    if (sha256Hex(*bytes) != sha256)
        return fail(Fault::RepositoryDamaged, QStringLiteral("bytes do not fit their hash"));

    const auto created = createDurably(*path, *bytes);
    if (!created && created.error().fault != Fault::Conflict)
        return unreachable(created.error());

    dropFromCache(*path);
    const auto stored = sha256OfFile(*path);
    if (!stored)
        return unreachable(stored.error());
    if (*stored == sha256)
        return created ? Put::Created : Put::AlreadyThere;
    if (!created)
        return fail(Fault::Conflict, key);
    // Ours, and wrong: out of the way, so that a retry can put it right.
    QFile::remove(*path);
    return fail(Fault::RepositoryDamaged, key);
}

Expected<QByteArray> FolderRepository::get(const QString &key)
{
    const auto path = pathOf(key);
    if (!path)
        return fail(path.error());
    return readWhole(*path);
}

Expected<> FolderRepository::verify(const QString &key, const QString &sha256,
                                    const std::stop_token & /*stop*/)
{
    const auto path = pathOf(key);
    if (!path)
        return fail(path.error());
    dropFromCache(*path);
    const auto stored = sha256OfFile(*path);
    if (!stored)
        return fail(stored.error());
    if (*stored != sha256)
        return fail(Fault::RepositoryDamaged, key);
    return {};
}

Expected<qint64> FolderRepository::head(const QString &key)
{
    const auto path = pathOf(key);
    if (!path)
        return fail(path.error());
    const QFileInfo file(*path);
    if (!file.isFile())
        return fail(Fault::FileMissing, key);
    return file.size();
}

Expected<QStringList> FolderRepository::list(const QString &prefix, const QString &after)
{
    QStringList keys;
    collect(m_root, {}, prefix, after, keys);
    std::ranges::sort(keys);
    return keys;
}

Expected<Capabilities> FolderRepository::probe()
{
    const QByteArray one = "one";
    const QByteArray other = "other";
    const QString key = QStringLiteral("ctl/probe/") + newUuid7();
    Capabilities found{.refusesWrongHash = true};  // our own check, see putIfAbsent
    const auto first = putIfAbsent(key, one, sha256Hex(one));
    if (!first)
        return fail(first.error());
    const auto second = putIfAbsent(key, other, sha256Hex(other));
    found.createsOnce = !second && second.error().fault == Fault::Conflict;
    found.readsBack = get(key).value_or(QByteArray()) == one;
    if (const auto path = pathOf(key))
        QFile::remove(*path);
    return found;
}

}  // namespace station::repository
