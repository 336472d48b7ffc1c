#include "core/pdf/printed_pdf.h"

#include "core/base/durable_file.h"
#include "core/pdf/podofo.h"
#include "core/pdf/print_fonts.h"

namespace station::pdf {
namespace {

using namespace Qt::StringLiterals;

constexpr double ptPerMm = 72.0 / 25.4;

PoDoFo::PdfString podofoText(const QString &text)
{
    return PoDoFo::PdfString(reinterpret_cast<const PoDoFo::pdf_utf8 *>(text.toUtf8().constData()));
}

Expected<> draw(const PrintedPage &page, PoDoFo::PdfPainter &painter, PrintFonts &fonts)
{
    painter.SetColor(0, 0, 0);
    for (const PrintedBar &bar : page.bars) {
        painter.Rectangle(bar.leftMm * ptPerMm,
                          (page.heightMm - bar.topMm - bar.heightMm) * ptPerMm,
                          bar.widthMm * ptPerMm, bar.heightMm * ptPerMm);
        painter.Fill();
    }
    for (const PrintedText &text : page.texts) {
        const auto font = fonts.font(text.typeface);
        if (!font)
            return fail(font.error());
        (*font)->SetFontSize(static_cast<float>(text.sizePt));
        painter.SetFont(*font);
        painter.DrawText(text.leftMm * ptPerMm, (page.heightMm - text.baselineMm) * ptPerMm,
                         podofoText(text.text));
    }
    return {};
}

}  // namespace

Expected<QByteArray> printedPdf(const PrintedPages &pages)
{
    if (pages.empty())
        return fail(Fault::InvalidInput, u"no page"_s);
    try {
        PoDoFo::PdfMemDocument document;
        // The time of writing would make each file another one.
        document.GetInfo()->GetObject()->GetDictionary().RemoveKey("CreationDate");
        PrintFonts fonts(document);
        for (const PrintedPage &page : pages) {
            PoDoFo::PdfPainter painter;
            painter.SetPage(document.CreatePage(
                PoDoFo::PdfRect(0, 0, page.widthMm * ptPerMm, page.heightMm * ptPerMm)));
            const auto drawn = draw(page, painter, fonts);
            painter.FinishPage();
            if (!drawn)
                return fail(drawn.error());
        }
        PoDoFo::PdfRefCountedBuffer buffer;
        PoDoFo::PdfOutputDevice device(&buffer);
        document.Write(&device);
        return QByteArray(buffer.GetBuffer(), static_cast<qsizetype>(buffer.GetSize()));
    } catch (const PoDoFo::PdfError &error) {
        return fail(Fault::Internal,
                    QString::fromLatin1(PoDoFo::PdfError::ErrorName(error.GetError())));
    }
}

Expected<> writePrintedPdf(const QString &path, const PrintedPages &pages)
{
    const auto bytes = printedPdf(pages);
    return bytes ? writeDurably(path, *bytes) : fail(bytes.error());
}

}  // namespace station::pdf
