#include "scanner/worker/page_file.h"

#include "core/base/durable_file.h"
#include "core/base/uuid7.h"

#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace station::scanner {
namespace {

constexpr qsizetype bufferSize = 256 * 1024;

tl::unexpected<Error> storageError(const char *call)
{
    const int code = errno;
    const auto fault = code == ENOSPC || code == EDQUOT ? Fault::StorageFull : Fault::StorageFailed;
    return fail(fault, QStringLiteral("%1: %2").arg(QLatin1String(call),
                                                    QString::fromLocal8Bit(std::strerror(code))));
}

QByteArray partName(const QString &path)
{
    return QFile::encodeName(path + QStringLiteral(".part"));
}

}  // namespace

Expected<PageFile> PageFile::create(const QString &folder, Pixels pixels, int width,
                                    const dossier::SideNote &note)
{
    const QString path = folder + u'/' + newUuid7();
    const int file =
        ::open(partName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return storageError("create");
    PageFile page(path, file);
    page.m_pixels = pixels;
    page.m_width = width;
    page.m_note = note;
    page.m_buffer = page.header(0);
    return page;
}

PageFile::PageFile(QString path, int file) : m_path(std::move(path)), m_file(file) {}

PageFile::PageFile(PageFile &&other) noexcept
    : m_path(std::move(other.m_path)), m_file(std::exchange(other.m_file, -1)),
      m_buffer(std::move(other.m_buffer)), m_pixels(other.m_pixels), m_width(other.m_width),
      m_note(std::move(other.m_note))
{
}

/// Of one length whatever the height: PNM allows any white space between numbers.
QByteArray PageFile::header(int height) const
{
    QByteArray text = 'P' + QByteArray::number(static_cast<int>(m_pixels)) + '\n';
    if (!m_note.runId.isEmpty())
        text += dossier::pnmComment(m_note);
    text +=
        QByteArray::number(m_width) + ' ' + QByteArray::number(height).rightJustified(10) + '\n';
    if (m_pixels != Pixels::Bitmap)
        text += "255\n";
    return text;
}

PageFile::~PageFile()
{
    if (m_file < 0)
        return;
    ::close(m_file);
    ::unlink(partName(m_path).constData());
}

Expected<> PageFile::append(const std::vector<std::uint8_t> &line)
{
    m_buffer.append(reinterpret_cast<const char *>(line.data()),
                    static_cast<qsizetype>(line.size()));
    return m_buffer.size() < bufferSize ? Expected<>() : flush();
}

Expected<> PageFile::flush()
{
    qsizetype written = 0;
    while (written < m_buffer.size()) {
        const auto n = ::write(m_file, m_buffer.constData() + written,
                               static_cast<std::size_t>(m_buffer.size() - written));
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return storageError("write");
        written += n;
    }
    m_buffer.resize(0);
    return {};
}

Expected<QString> PageFile::finish(int height, bool damaged)
{
    if (const auto flushed = flush(); !flushed)
        return fail(flushed.error());
    m_note.damaged = damaged;
    const QByteArray text = header(height);
    if (::pwrite(m_file, text.constData(), static_cast<std::size_t>(text.size()), 0) != text.size())
        return storageError("write header");
    if (::fdatasync(m_file) != 0)
        return storageError("fdatasync");
    const QString finished = m_path + QStringLiteral(".pnm");
    if (const auto renamed = renameDurably(m_path + QStringLiteral(".part"), finished); !renamed)
        return fail(renamed.error());
    ::close(std::exchange(m_file, -1));
    return finished;
}

}  // namespace station::scanner
