#include "core/workflow/digitizing.h"

#include "core/base/durable_file.h"
#include "core/imaging/layered_picture.h"
#include "core/workflow/station_context.h"

namespace station::workflow {
namespace {

/// The mixed-raster form where the side has one, else its JPEG.
Expected<> putPicture(pdf::PdfPage &page, const QString &stem, bool layered)
{
    if (layered) {
        const auto bytes = readWhole(stem + QStringLiteral(".layers"));
        if (!bytes)
            return fail(bytes.error());
        page.layers = imaging::layeredPictureFrom(*bytes);
    }
    if (page.layers)
        return {};
    auto jpeg = readWhole(stem + QStringLiteral(".jpg"));
    if (!jpeg)
        return fail(jpeg.error());
    page.jpeg = *std::move(jpeg);
    return {};
}

}  // namespace

Expected<Digitizing> Digitizing::begin(const QString &output, pdf::TextLayer layer, qint64 nowMs)
{
    auto file = pdf::PdfAFile::begin(output,
                                     {.title = QStringLiteral("Bản sao điện tử"),
                                      .producer = producerName(),
                                      .createdAtMs = nowMs},
                                     layer);
    if (!file)
        return fail(file.error());
    return Digitizing(*std::move(file));
}

Expected<> Digitizing::add(const FilePage &page)
{
    const auto &side = page.read->side;
    if (side.blank) {
        ++m_report.blank;
        return {};
    }
    pdf::PdfPage added{.dpi = side.dpi};
    if (const auto put = putPicture(added, page.stem, side.layered); !put)
        return put;
    added.words = pdf::wordsOf(page.read->page);
    if (const auto done = m_file.add(added); !done)
        return done;
    ++m_report.pages;
    m_report.layered += added.layers ? 1 : 0;
    return {};
}

Expected<DigitizeReport> Digitizing::finish()
{
    if (m_report.pages == 0)
        return fail(Fault::InvalidInput, QStringLiteral("all blank"),
                    QStringLiteral("blank sides only"));
    if (const auto finished = m_file.finish(); !finished)
        return fail(finished.error());
    return m_report;
}

}  // namespace station::workflow
