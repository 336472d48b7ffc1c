#include "core/pdf/pdfa_writer.h"

#include "core/base/durable_file.h"
#include "core/base/uuid7.h"
#include "core/pdf/pdfa_document.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>

#include <unistd.h>

namespace station::pdf {

namespace {

template <typename Target>
Expected<> addAll(Target &target, const std::vector<PdfPage> &pages)
{
    for (const PdfPage &page : pages) {
        if (const auto added = target.add(page); !added)
            return added;
    }
    return target.finish();
}

}  // namespace

std::vector<PdfWord> wordsOf(const recognition::RecognizedPage &page)
{
    std::vector<PdfWord> words;
    for (const auto &word : page.words)
        words.push_back({word.text, word.box, word.line});
    return words;
}

struct PdfAFile::Parts {
    Parts(const QString &path, const QString &temporary) : target(path), file(temporary) {}
    ~Parts()
    {
        if (file.isOpen())
            file.remove();
    }

    QString target;
    QFile file;
    std::optional<PdfADocument> document{};
};

PdfAFile::PdfAFile(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
PdfAFile::PdfAFile(PdfAFile &&) noexcept = default;
PdfAFile &PdfAFile::operator=(PdfAFile &&) noexcept = default;
PdfAFile::~PdfAFile() = default;

Expected<PdfAFile> PdfAFile::begin(const QString &path, const PdfInfo &info, TextLayer layer)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (const auto made = makeDirectoryDurably(folder); !made)
        return fail(made.error());
    auto parts = std::make_unique<Parts>(path, folder + QStringLiteral("/.tmp-") + newUuid7());
    if (!parts->file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered,
                          QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return fail(parts->file.error() == QFileDevice::ResourceError ? Fault::StorageFull
                                                                      : Fault::StorageFailed,
                    QStringLiteral("create: %1").arg(parts->file.errorString()));
    parts->document.emplace(parts->file, info, layer);
    return PdfAFile(std::move(parts));
}

Expected<> PdfAFile::add(const PdfPage &page)
{
    return m_parts->document->add(page);
}

Expected<> PdfAFile::finish()
{
    if (const auto done = m_parts->document->finish(); !done)
        return done;
    // A failed fsync is final: the pages in memory may be gone already.
    if (::fsync(m_parts->file.handle()) != 0)
        return fail(Fault::StorageFailed, QStringLiteral("fsync"));
    m_parts->file.close();
    return renameDurably(m_parts->file.fileName(), m_parts->target);
}

Expected<> writePdfA(const QString &path, const std::vector<PdfPage> &pages, const PdfInfo &info,
                     TextLayer layer)
{
    auto file = PdfAFile::begin(path, info, layer);
    return file ? addAll(*file, pages) : fail(file.error());
}

Expected<QByteArray> pdfA(const std::vector<PdfPage> &pages, const PdfInfo &info, TextLayer layer)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    PdfADocument document(buffer, info, layer);
    if (const auto done = addAll(document, pages); !done)
        return fail(done.error());
    return bytes;
}

}  // namespace station::pdf
