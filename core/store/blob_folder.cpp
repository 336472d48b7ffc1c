#include "core/store/blob_folder.h"

#include "core/base/durable_file.h"
#include "core/base/sha256.h"

#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace station::store {
namespace {

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

}  // namespace

BlobFolder::BlobFolder(const QString &dataDir) : m_root(dataDir + QStringLiteral("/blobs")) {}

Expected<dossier::Blob> BlobFolder::put(const QByteArray &bytes)
{
    const dossier::Blob blob{sha256Hex(bytes), bytes.size()};
    if (const auto written = writeDurably(path(blob.sha256), bytes); !written)
        return fail(written.error());
    return blob;
}

Expected<dossier::Blob> BlobFolder::take(const QString &file)
{
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

Expected<QByteArray> BlobFolder::get(const dossier::Blob &blob) const
{
    auto bytes = readWhole(path(blob.sha256));
    if (bytes && sha256Hex(*bytes) != blob.sha256)
        return fail(Fault::StorageFailed, QStringLiteral("blob changed: ") + blob.sha256);
    return bytes;
}

Expected<> BlobFolder::verify(const dossier::Blob &blob) const
{
    const auto sha256 = sha256OfFile(path(blob.sha256));
    if (!sha256)
        return fail(sha256.error());
    if (*sha256 != blob.sha256)
        return fail(Fault::StorageFailed, QStringLiteral("blob changed: ") + blob.sha256);
    return {};
}

bool BlobFolder::contains(const QString &sha256) const
{
    return QFileInfo::exists(path(sha256));
}

QString BlobFolder::path(const QString &sha256) const
{
    return m_root + QLatin1Char('/') + sha256.left(2) + QLatin1Char('/') + sha256;
}

}  // namespace station::store
