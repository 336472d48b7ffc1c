#include "core/pdf/separator_sheets.h"

#include "core/base/durable_file.h"
#include "core/recognition/separator.h"

#include <QFileInfo>
#include <QStringList>

// The macro chooses the interface of zxing-cpp 1.4 that its successors keep.
#define ZX_USE_UTF8
#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

// PoDoFo's headers are not clean under our warnings.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wpedantic"
#include <podofo/podofo.h>
#pragma GCC diagnostic pop

namespace station::pdf {
namespace {

using namespace Qt::StringLiterals;

const QString fontFile = u"/usr/share/fonts/truetype/liberation2/LiberationSans-Bold.ttf"_s;

constexpr double ptPerMm = 72.0 / 25.4;
constexpr double sheetWidthMm = 210.0;
constexpr double sheetHeightMm = 297.0;
constexpr double marginMm = 20.0;
constexpr double qrMm = 50.0;  // modules of 2 mm: read at 150 dpi through a bad copier

// Kodak, "Patch Code Information" (A-61599): narrow and wide bar, gap, patch T.
constexpr double narrowMm = 2.03;
constexpr double wideMm = 5.08;
constexpr double patchTopMm = 12.0;  // 6 mm at least from the leading edge
constexpr double titlePt = 40.0;
constexpr double sentencePt = 18.0;

PoDoFo::PdfString podofoText(const QString &text)
{
    return PoDoFo::PdfString(reinterpret_cast<const PoDoFo::pdf_utf8 *>(text.toUtf8().constData()));
}

/// Draws the sheets. Positions are in mm from the upper left corner; members
/// throw PoDoFo::PdfError.
class Drawing {
public:
    bool start()
    {
        m_font = m_document.CreateFontSubset("SheetFont", true, false, false,
                                             new PoDoFo::PdfIdentityEncoding(0, 0xffff, true),
                                             QFile::encodeName(fontFile).constData());
        return m_font != nullptr;
    }
    Expected<> add(const SeparatorSheet &sheet);
    QByteArray finish();

private:
    void bar(double leftMm, double topMm, double widthMm, double heightMm);
    void qr(const QString &payload, double leftMm, double topMm);
    void patchT();
    Expected<double> paragraph(const QString &text, double sizePt, double topMm);
    double widthPt(const QString &text) const;

    PoDoFo::PdfMemDocument m_document{};
    PoDoFo::PdfPainter m_painter{};
    PoDoFo::PdfFont *m_font = nullptr;
};

void Drawing::bar(double leftMm, double topMm, double widthMm, double heightMm)
{
    m_painter.Rectangle(leftMm * ptPerMm, (sheetHeightMm - topMm - heightMm) * ptPerMm,
                        widthMm * ptPerMm, heightMm * ptPerMm);
    m_painter.Fill();
}

void Drawing::qr(const QString &payload, double leftMm, double topMm)
{
    constexpr int levelH = 8;  // the strongest correction: the sheets are used for years
    const auto modules = ZXing::MultiFormatWriter(ZXing::BarcodeFormat::QRCode)
                             .setEncoding(ZXing::CharacterSet::UTF8)
                             .setEccLevel(levelH)
                             .setMargin(0)
                             .encode(payload.toStdString(), 0, 0);
    const double module = qrMm / modules.width();
    for (int y = 0; y < modules.height(); ++y) {
        for (int x = 0; x < modules.width(); ++x) {
            if (!modules.get(x, y))
                continue;
            int end = x;  // one bar for a run leaves no hairlines between its modules
            while (end < modules.width() && modules.get(end, y))
                ++end;
            bar(leftMm + x * module, topMm + y * module, (end - x) * module, module * 1.01);
            x = end;
        }
    }
}

void Drawing::patchT()
{
    double top = patchTopMm;
    for (const double height : {narrowMm, wideMm, narrowMm, wideMm}) {
        bar(marginMm, top, sheetWidthMm - 2 * marginMm, height);
        top += height + narrowMm;
    }
}

double Drawing::widthPt(const QString &text) const
{
    double width = 0;
    for (const QChar letter : text)
        width += m_font->GetFontMetrics()->UnicodeCharWidth(letter.unicode());
    return width;
}

/// Wrapped between the margins, centred; returns where the next one may begin.
Expected<double> Drawing::paragraph(const QString &text, double sizePt, double topMm)
{
    const QString normal = text.normalized(QString::NormalizationForm_C).simplified();
    for (const QChar letter : normal) {
        if (letter != u' ' && m_font->GetFontMetrics()->GetGlyphId(letter.unicode()) == 0)
            return fail(Fault::GlyphMissing, u"U+%1"_s.arg(letter.unicode(), 4, 16, QChar(u'0')));
    }
    m_font->SetFontSize(static_cast<float>(sizePt));
    m_painter.SetFont(m_font);
    const double roomPt = (sheetWidthMm - 2 * marginMm) * ptPerMm;
    QStringList lines;
    for (const auto &word : normal.split(u' ', Qt::SkipEmptyParts)) {
        const QString longer = lines.isEmpty() ? word : lines.last() + u' ' + word;
        if (!lines.isEmpty() && widthPt(longer) <= roomPt)
            lines.last() = longer;
        else
            lines << word;
    }
    const double lineMm = sizePt * 1.25 / ptPerMm;
    for (const auto &line : lines) {
        topMm += lineMm;
        const double leftPt = (sheetWidthMm * ptPerMm - widthPt(line)) / 2;
        m_painter.DrawText(std::max(leftPt, 0.0), (sheetHeightMm - topMm) * ptPerMm,
                           podofoText(line));
    }
    return topMm + lineMm / 2;
}

Expected<> Drawing::add(const SeparatorSheet &sheet)
{
    m_painter.SetPage(m_document.CreatePage(
        PoDoFo::PdfRect(0, 0, sheetWidthMm * ptPerMm, sheetHeightMm * ptPerMm)));
    m_painter.SetColor(0, 0, 0);
    if (sheet.component.isEmpty()) {
        patchT();
    } else {
        // Far apart: a stain or a torn corner spares one of them.
        const QString payload = recognition::separatorPayload(sheet.component);
        qr(payload, marginMm, marginMm);
        qr(payload, sheetWidthMm - marginMm - qrMm, sheetHeightMm - marginMm - qrMm);
    }
    const auto below = paragraph(sheet.title, titlePt, 95.0);
    const auto end = below ? paragraph(sheet.sentence, sentencePt, *below) : below;
    m_painter.FinishPage();
    return end ? Expected<>() : fail(end.error());
}

QByteArray Drawing::finish()
{
    PoDoFo::PdfRefCountedBuffer buffer;
    PoDoFo::PdfOutputDevice device(&buffer);
    m_document.Write(&device);
    return {buffer.GetBuffer(), static_cast<qsizetype>(buffer.GetSize())};
}

}  // namespace

Expected<QByteArray> separatorSheets(const std::vector<SeparatorSheet> &sheets)
{
    if (sheets.empty())
        return fail(Fault::InvalidInput, u"no sheet"_s);
    // A missing font file makes the library look for another one by name.
    if (!QFileInfo(fontFile).isFile())
        return fail(Fault::FileMissing, u"sheet font"_s);
    PoDoFo::PdfError::EnableLogging(false);
    PoDoFo::PdfError::EnableDebug(false);
    try {
        Drawing drawing;
        if (!drawing.start())
            return fail(Fault::FileMissing, u"sheet font"_s);
        for (const auto &sheet : sheets) {
            if (const auto added = drawing.add(sheet); !added)
                return fail(added.error());
        }
        return drawing.finish();
    } catch (const PoDoFo::PdfError &error) {
        return fail(Fault::Internal,
                    QString::fromLatin1(PoDoFo::PdfError::ErrorName(error.GetError())));
    } catch (const std::exception &error) {
        return fail(Fault::InvalidInput,
                    QString::fromLatin1(error.what()));  // a code too long for a QR
    }
}

Expected<> writeSeparatorSheets(const QString &path, const std::vector<SeparatorSheet> &sheets)
{
    const auto bytes = separatorSheets(sheets);
    return bytes ? writeDurably(path, *bytes) : fail(bytes.error());
}

}  // namespace station::pdf
