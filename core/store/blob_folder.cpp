#include "core/store/blob_folder.h"

#include "core/base/digest.h"
#include "core/base/durable_file.h"
#include "core/base/mapped_file.h"
#include "core/base/sha256.h"
#include "core/sealing/sealed_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <mutex>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace station::store {
namespace {

constexpr qint64 mostBytes = 512LL * 1024 * 1024;
constexpr qint64 pieceSize = 1024 * 1024;
constexpr int sha256Letters = 64;

Expected<> makeNamesLast(const QString &folder)
{
    const int fd =
        ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = fd >= 0 && ::fsync(fd) == 0;
    if (fd >= 0)
        ::close(fd);
    return synced ? Expected<>()
                  : Expected<>(fail(Fault::StorageFailed, QStringLiteral("fsync directory")));
}

/// Whoever made the file may have closed it without fsync, or with other modes.
Expected<> settle(const QString &file)
{
    const int fd = ::open(QFile::encodeName(file).constData(), O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return fail(Fault::FileMissing, QStringLiteral("open"), QFileInfo(file).fileName());
    const bool settled = ::fchmod(fd, 0600) == 0 && ::fsync(fd) == 0;
    ::close(fd);
    return settled ? Expected<>() : Expected<>(fail(Fault::StorageFailed, QStringLiteral("fsync")));
}

Expected<bool> isSealed(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(Fault::FileMissing, file.errorString(), QFileInfo(path).fileName());
    return sealing::looksSealed(file.read(sealing::sealedHeadSize));
}

/// A blob from before there was a sealer.
class PlainSource final : public ByteSource {
public:
    static Expected<std::unique_ptr<ByteSource>> open(const QString &path)
    {
        auto source = std::make_unique<PlainSource>();
        source->m_file.setFileName(path);
        if (!source->m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            return fail(Fault::FileMissing, source->m_file.errorString(),
                        QFileInfo(path).fileName());
        return source;
    }
    qint64 size() const override { return m_file.size(); }
    Expected<QByteArray> read(qint64 offset, qint64 length) const override
    {
        const std::scoped_lock lock(m_mutex);
        m_file.seek(offset);
        QByteArray bytes = m_file.read(length);
        if (m_file.error() != QFileDevice::NoError)
            return fail(Fault::StorageFailed, m_file.errorString());
        return bytes;
    }

private:
    mutable std::mutex m_mutex;  // guards the position
    mutable QFile m_file;
};

Expected<> copyInto(int fd, const ByteSource &source)
{
    for (qint64 at = 0; at < source.size(); at += pieceSize) {
        const auto piece = source.read(at, pieceSize);
        if (!piece)
            return fail(piece.error());
        for (qsizetype written = 0; written < piece->size();) {
            const auto n = ::write(fd, piece->constData() + written,
                                   static_cast<size_t>(piece->size() - written));
            if (n < 0)
                return fail(Fault::StorageFailed, QStringLiteral("file in memory"));
            written += n;
        }
    }
    return {};
}

}  // namespace

PlainFile::PlainFile(PlainFile &&other) noexcept
    : m_path(std::move(other.m_path)), m_fd(std::exchange(other.m_fd, -1))
{
}

PlainFile &PlainFile::operator=(PlainFile &&other) noexcept
{
    std::swap(m_path, other.m_path);
    std::swap(m_fd, other.m_fd);
    return *this;
}

PlainFile::~PlainFile()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

BlobFolder::BlobFolder(const QString &dataDir, std::shared_ptr<const sealing::Sealer> sealer)
    : m_root(dataDir + QStringLiteral("/blobs")), m_sealer(std::move(sealer))
{
}

Expected<dossier::Blob> BlobFolder::put(const QByteArray &bytes)
{
    const dossier::Blob blob{sha256Hex(bytes), bytes.size()};
    if (const auto written = write(bytes, blob.sha256); !written)
        return fail(written.error());
    return blob;
}

Expected<dossier::Blob> BlobFolder::take(const QString &file)
{
    if (m_sealer) {
        const auto plain = MappedFile::open(file, mostBytes);
        if (!plain)
            return fail(plain.error());
        auto blob = put(plain->bytes());
        if (!blob)
            return blob;
        // Only now: a kill before leaves both.
        if (const auto removed = removeDurably(file); !removed)
            return fail(removed.error());
        return blob;
    }
    if (const auto settled = settle(file); !settled)
        return fail(settled.error());
    auto sha256 = sha256OfFile(file);
    if (!sha256)
        return fail(sha256.error());
    const dossier::Blob blob{*std::move(sha256), QFileInfo(file).size()};
    if (const auto renamed = renameDurably(file, path(blob.sha256)); !renamed)
        return fail(renamed.error());
    return blob;
}

Expected<std::unique_ptr<ByteSource>> BlobFolder::open(const dossier::Blob &blob) const
{
    const QString file = path(blob.sha256);
    const auto sealed = isSealed(file);
    if (!sealed)
        return fail(sealed.error());
    if (!*sealed)
        return PlainSource::open(file);
    if (!m_sealer)
        return fail(Fault::KeyUnavailable, QStringLiteral("sealed blob ") + blob.sha256);
    return sealing::SealedFile::open(*m_sealer, file, blob.sha256);
}

Expected<QByteArray> BlobFolder::get(const dossier::Blob &blob) const
{
    const auto source = open(blob);
    if (!source)
        return fail(source.error());
    if ((*source)->size() > mostBytes)
        return fail(Fault::FileTooLarge, QString::number((*source)->size()));
    auto bytes = (*source)->read(0, (*source)->size());
    if (bytes && sha256Hex(*bytes) != blob.sha256)
        return fail(Fault::StorageFailed, QStringLiteral("blob changed: ") + blob.sha256);
    return bytes;
}

Expected<> BlobFolder::verify(const dossier::Blob &blob) const
{
    const auto source = open(blob);
    if (!source)
        return fail(source.error());
    Digest digest;
    for (qint64 at = 0; at < (*source)->size(); at += pieceSize) {
        const auto piece = (*source)->read(at, pieceSize);
        if (!piece)
            return fail(piece.error());
        digest.add(*piece);
    }
    if (digest.hex() != blob.sha256)
        return fail(Fault::StorageFailed, QStringLiteral("blob changed: ") + blob.sha256);
    return {};
}

Expected<PlainFile> BlobFolder::plainFile(const dossier::Blob &blob) const
{
    const QString file = path(blob.sha256);
    const auto sealed = isSealed(file);
    if (!sealed)
        return fail(sealed.error());
    if (!*sealed)
        return PlainFile(file);
    const auto source = open(blob);
    if (!source)
        return fail(source.error());
    const int fd = ::memfd_create("blob", MFD_CLOEXEC);
    PlainFile plain(QStringLiteral("/proc/self/fd/%1").arg(fd), fd);
    if (fd < 0)
        return fail(Fault::StorageFailed, QStringLiteral("memfd_create"));
    if (const auto copied = copyInto(fd, **source); !copied)
        return fail(copied.error());
    return plain;
}

bool BlobFolder::contains(const QString &sha256) const
{
    return QFileInfo::exists(path(sha256));
}

QString BlobFolder::path(const QString &sha256) const
{
    return m_root + QLatin1Char('/') + sha256.left(2) + QLatin1Char('/') + sha256;
}

Expected<int> BlobFolder::sealOld(int limit)
{
    // The last folder that is done; all of it is once and for all, because what comes is sealed.
    const QString progress = m_root + QStringLiteral("/sealed-up-to");
    const QString done = QString::fromLatin1(readWhole(progress, 16).value_or(QByteArray()));
    int sealed = 0;
    const auto shards = QDir(m_root).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const auto &shard : shards) {
        if (!m_sealer || shard <= done)
            continue;
        const auto files = QDir(m_root + QLatin1Char('/') + shard).entryInfoList(QDir::Files);
        for (const auto &file : files) {
            const auto isDone = isSealed(file.filePath());
            // Removed meanwhile: it was loose.
            if (file.fileName().size() != sha256Letters || !isDone || *isDone)
                continue;
            if (sealed == limit)
                return sealed;
            const auto plain = readWhole(file.filePath(), mostBytes);
            if (!plain)
                return fail(plain.error());
            // A damaged one stays as it is, for whoever looks into it.
            if (sha256Hex(*plain) != file.fileName())
                continue;
            if (const auto written = write(*plain, file.fileName()); !written)
                return fail(written.error());
            ++sealed;
        }
        // One that was found sealed may have been renamed by a program that was killed right then.
        if (const auto lasting = makeNamesLast(m_root + QLatin1Char('/') + shard); !lasting)
            return fail(lasting.error());
        if (const auto noted = writeDurably(progress, shard.toLatin1()); !noted)
            return fail(noted.error());
    }
    return sealed;
}

Expected<> BlobFolder::write(QByteArrayView plain, const QString &sha256) const
{
    if (!m_sealer)
        return writeDurably(path(sha256), QByteArray::fromRawData(plain.data(), plain.size()));
    const auto sealed = sealing::sealedFile(*m_sealer, plain, sha256);
    return sealed ? writeDurably(path(sha256), *sealed) : Expected<>(fail(sealed.error()));
}

}  // namespace station::store
