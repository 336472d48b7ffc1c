#include "core/repository/folder_repository.h"

#include "core/base/digest.h"
#include "core/base/durable_file.h"
#include "core/base/error_code.h"
#include "core/base/sha256.h"
#include "core/base/uuid7.h"
#include "core/repository/checked_source.h"
#include "core/repository/layout.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <functional>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace station::repository {
namespace {

constexpr qint64 pieceSize = 256LL * 1024;
constexpr qint64 mostInMemory = 512LL * 1024 * 1024;
constexpr int races = 5;
constexpr int racers = 4;

bool isNoRight(int code)
{
    return code == EACCES || code == EPERM || code == EROFS;
}

tl::unexpected<Error> readError(const char *call, int code)
{
    const QString detail = QStringLiteral("%1: %2").arg(
        QLatin1String(call), QString::fromLocal8Bit(std::strerror(code)));
    if (code == ENOENT || code == ENOTDIR)
        return fail(Fault::FileMissing, detail);
    return fail(isNoRight(code) ? Fault::RepositoryRefused : Fault::RepositoryDown, detail);
}

/// A full or missing share is not the station's own disk: the work waits.
tl::unexpected<Error> writeError(const Error &error, const QString &path)
{
    if (error.fault == Fault::StorageFull)
        return fail(Fault::RepositoryFull, error.detail);
    QString folder = path;
    do {
        folder = QFileInfo(folder).absolutePath();
    } while (!QFileInfo(folder).isDir() && folder != QDir::rootPath());
    const bool mayWrite = ::access(QFile::encodeName(folder).constData(), W_OK | X_OK) == 0;
    return fail(!mayWrite && isNoRight(errno) ? Fault::RepositoryRefused : Fault::RepositoryDown,
                error.detail);
}

/// Hands the file's bytes on in pieces, from the disk: the kernel's copy of a file would agree
/// with us even if the disk does not.
Expected<> readPieces(const QString &path, const std::stop_token &stop,
                      const std::function<void(const char *bytes, qint64 size)> &take)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return readError("open", errno);
    ::posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED);
    QByteArray piece(pieceSize, Qt::Uninitialized);
    ssize_t size = 0;
    while (!stop.stop_requested() &&
           (size = ::read(fd, piece.data(), static_cast<std::size_t>(pieceSize))) > 0)
        take(piece.constData(), size);
    const int code = errno;
    ::close(fd);
    if (stop.stop_requested())
        return fail(Fault::Cancelled);
    return size < 0 ? Expected<>(readError("read", code)) : Expected<>();
}

Expected<QString> hashOf(const QString &path, const std::stop_token &stop)
{
    Digest digest;
    const auto read =
        readPieces(path, stop, [&](const char *bytes, qint64 size) { digest.add(bytes, size); });
    if (!read)
        return fail(read.error());
    return digest.hex();
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

FolderRepository::FolderRepository(const QString &root, const QString &memory)
    : m_root(QDir(root).absolutePath()), m_mark(m_root, memory)
{
}

Expected<QString> FolderRepository::pathOf(const QString &key) const
{
    if (!layout::isKey(key))
        return fail(Fault::InvalidInput, QStringLiteral("repository key"));
    return m_root + QLatin1Char('/') + key;
}

Expected<QString> FolderRepository::placeOf(const QString &key)
{
    if (const auto same = m_mark.check(); !same)
        return fail(same.error());
    return pathOf(key);
}

Expected<Repository::Put> FolderRepository::putIfAbsent(const QString &key,
                                                        const ByteSource &content,
                                                        const QString &sha256,
                                                        const std::stop_token &stop)
{
    const auto path = pathOf(key);
    if (!path)
        return fail(path.error());
    if (const auto same = m_mark.checkOrMake(); !same)
        return same.error().fault == Fault::RepositoryDown ? fail(same.error())
                                                           : writeError(same.error(), *path);
    const CheckedSource checked(content, sha256, stop);
    if (const auto empty = checked.checkEmpty(); !empty)
        return fail(empty.error());

    const auto created = createDurably(*path, checked);
    if (!created && checked.error())
        return fail(*checked.error());
    if (!created && created.error().fault != Fault::Conflict)
        return writeError(created.error(), *path);

    const auto stored = hashOf(*path, stop);
    if (!stored)
        return fail(stored.error());
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
    const auto path = placeOf(key);
    if (!path)
        return fail(path.error());
    QByteArray whole;
    bool tooLong = false;
    const auto read = readPieces(*path, {}, [&](const char *bytes, qint64 size) {
        tooLong = whole.size() + size > mostInMemory;
        if (!tooLong)
            whole.append(bytes, size);
    });
    if (!read)
        return fail(read.error());
    if (tooLong)
        return fail(Fault::FileTooLarge, key);
    return whole;
}

Expected<> FolderRepository::verify(const QString &key, const QString &sha256,
                                    const std::stop_token &stop)
{
    const auto path = placeOf(key);
    if (!path)
        return fail(path.error());
    const auto stored = hashOf(*path, stop);
    if (!stored)
        return fail(stored.error());
    if (*stored != sha256)
        return fail(Fault::RepositoryDamaged, key);
    return {};
}

Expected<qint64> FolderRepository::head(const QString &key)
{
    const auto path = placeOf(key);
    if (!path)
        return fail(path.error());
    struct stat about = {};
    if (::stat(QFile::encodeName(*path).constData(), &about) != 0)
        return readError("stat", errno);
    if (!S_ISREG(about.st_mode))
        return fail(Fault::FileMissing, key);
    return about.st_size;
}

Expected<QStringList> FolderRepository::list(const QString &prefix, const QString &after)
{
    if (const auto same = m_mark.check(); !same)
        return fail(same.error());
    // Before the first put there is no folder, and nothing in it.
    if (::access(QFile::encodeName(m_root).constData(), R_OK | X_OK) != 0 && errno != ENOENT)
        return readError("list", errno);
    QStringList keys;
    collect(m_root, {}, prefix, after, keys);
    std::ranges::sort(keys);
    return keys;
}

void FolderRepository::tryRace(Capabilities &found)
{
    for (int race = 0; race < races && found.createsOnce; ++race) {
        const QString key = QStringLiteral("ctl/probe/") + newUuid7();
        std::atomic<int> winners = 0;
        {
            std::vector<std::jthread> threads;
            for (int racer = 0; racer < racers; ++racer) {
                threads.emplace_back([&, racer] {
                    const QByteArray mine = QByteArray::number(racer);
                    const auto put = putIfAbsent(key, mine, sha256Hex(mine));
                    winners += put && *put == Put::Created ? 1 : 0;
                });
            }
        }
        QFile::remove(pathOf(key).value());
        found.createsOnce = winners == 1;
        if (winners != 1)
            found.findings
                << QStringLiteral("race of %1 creates: %2 winners").arg(racers).arg(winners.load());
    }
    if (found.createsOnce)
        found.findings
            << QStringLiteral("%1 races of %2 creates: one winner each").arg(races).arg(racers);
}

Expected<Capabilities> FolderRepository::probe()
{
    const QByteArray one(100'000, '1');
    const QByteArray other = "other";
    const QString key = QStringLiteral("ctl/probe/") + newUuid7();
    const QString path = pathOf(key).value();
    const auto said = [](const auto &outcome) {
        return outcome ? QStringLiteral("done") : errorCode(outcome.error().fault);
    };
    Capabilities found;
    if (const auto same = m_mark.check(); !same)
        return fail(same.error());
    const auto wrong = putIfAbsent(key, one, sha256Hex(other));
    const bool isThere = QFileInfo::exists(path);
    found.refusesWrongHash = !wrong && !isThere;
    found.findings << QStringLiteral("body with another SHA-256 than announced: ") + said(wrong);

    const qint64 beforeMs = QDateTime::currentMSecsSinceEpoch();
    const auto first = putIfAbsent(key, one, sha256Hex(one));
    if (!first)
        return fail(first.error());
    const qint64 afterMs = QDateTime::currentMSecsSinceEpoch();
    // A share's files have the time of the machine that keeps them.
    const qint64 writtenMs = QFileInfo(path).lastModified().toMSecsSinceEpoch();
    if (writtenMs < beforeMs - 2000 || writtenMs > afterMs + 2000)  // FAT counts in two seconds
        found.clockOffsetMs = writtenMs - (beforeMs + afterMs) / 2;
    found.findings << QStringLiteral("clock: %1 ms ahead of this machine").arg(found.clockOffsetMs);

    found.readsBack = get(key).value_or(QByteArray()) == one;
    found.findings << QStringLiteral("read back: ") +
                          (found.readsBack ? QStringLiteral("the same") : QStringLiteral("others"));
    const auto second = putIfAbsent(key, other, sha256Hex(other));
    found.createsOnce = !second && second.error().fault == Fault::Conflict;
    found.findings << QStringLiteral("second create of a key: ") + said(second);
    QFile::remove(path);
    if (found.createsOnce)
        tryRace(found);
    found.findings << QStringLiteral("a folder keeps no versions and locks nothing");
    return found;
}

}  // namespace station::repository
