#include "signing/pades/growing_copy.h"

#include "core/base/durable_file.h"
#include "core/base/uuid7.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace station::signing {
namespace {

constexpr qsizetype pieceBytes = 64 * 1024;  // measured: a megabyte takes four times as long

tl::unexpected<Error> storageError(const char *call)
{
    const int code = errno;
    return fail(code == ENOSPC || code == EDQUOT ? Fault::StorageFull : Fault::StorageFailed,
                QStringLiteral("%1: %2").arg(QLatin1String(call), QLatin1String(strerror(code))));
}

Expected<> writeAll(int file, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const auto count = ::write(file, bytes.data(), static_cast<std::size_t>(bytes.size()));
        if (count < 0 && errno != EINTR)
            return storageError("write");
        bytes = bytes.sliced(qMax<qsizetype>(0, count));
    }
    return {};
}

}  // namespace

QString temporaryBeside(const QString &path)
{
    return QFileInfo(path).absolutePath() + QStringLiteral("/.tmp-") + newUuid7();
}

Expected<> moveDurably(const QString &from, const QString &to)
{
    QFile file(from);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Fault::StorageFailed, file.errorString());
    if (::fsync(file.handle()) != 0) {
        const auto error = storageError("fsync");
        file.remove();
        return error;
    }
    return renameDurably(from, to);
}

Expected<GrowingCopy> GrowingCopy::of(const QString &source, const QString &path)
{
    QFile input(source);
    if (!input.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(Fault::FileUnreadable, input.errorString(), QFileInfo(source).fileName());
    if (input.size() == 0)
        return fail(Fault::FileEmpty, {}, QFileInfo(source).fileName());
    if (input.size() > largestPdf)
        return fail(Fault::FileTooLarge, QString::number(input.size()),
                    QFileInfo(source).fileName());
    if (const auto made = makeDirectoryDurably(QFileInfo(path).absolutePath()); !made)
        return fail(made.error());
    const int file =
        ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return storageError("create");
    GrowingCopy copy(path, file);
    QByteArray piece(pieceBytes, Qt::Uninitialized);
    for (;;) {
        const qint64 count = input.read(piece.data(), piece.size());
        if (count < 0)
            return fail(Fault::FileUnreadable, input.errorString(), QFileInfo(source).fileName());
        if (count == 0)
            break;
        const auto read = QByteArrayView(piece).first(count);
        copy.m_digest.add(read);
        copy.m_size += count;
        if (const auto written = writeAll(file, read); !written)
            return fail(written.error());
    }
    return copy;
}

GrowingCopy::GrowingCopy(GrowingCopy &&other) noexcept
    : m_path(std::exchange(other.m_path, {})), m_file(std::exchange(other.m_file, -1)),
      m_size(other.m_size), m_digest(std::move(other.m_digest))
{
}

GrowingCopy::~GrowingCopy()
{
    if (m_file >= 0)
        ::close(m_file);
    if (!m_path.isEmpty())
        QFile::remove(m_path);
}

Expected<> GrowingCopy::append(const QByteArray &revision)
{
    return writeAll(m_file, revision);
}

Expected<> GrowingCopy::overwrite(qint64 at, const QByteArray &bytes)
{
    if (::lseek(m_file, at, SEEK_SET) < 0)
        return storageError("lseek");
    const auto written = writeAll(m_file, bytes);
    ::lseek(m_file, 0, SEEK_END);
    return written;
}

Expected<> GrowingCopy::moveTo(const QString &destination)
{
    if (::rename(QFile::encodeName(m_path).constData(),
                 QFile::encodeName(destination).constData()) != 0)
        return storageError("rename");
    m_path.clear();
    return {};
}

Expected<> GrowingCopy::keepAs(const QString &destination)
{
    return moveDurably(std::exchange(m_path, {}), destination);
}

}  // namespace station::signing
