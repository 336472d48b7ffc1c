#include "core/pdf/separator_sheets.h"

#include "core/pdf/page_composer.h"
#include "core/recognition/separator.h"

namespace station::pdf {
namespace {

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
constexpr double titleTopMm = 100.0;
constexpr double gapMm = 9.0;

void patchT(PageComposer &composer)
{
    double top = patchTopMm;
    for (const double height : {narrowMm, wideMm, narrowMm, wideMm}) {
        composer.bar(marginMm, top, sheetWidthMm - 2 * marginMm, height);
        top += height + narrowMm;
    }
}

void add(PageComposer &composer, const SeparatorSheet &sheet)
{
    composer.newPage();
    if (sheet.component.isEmpty()) {
        patchT(composer);
    } else {
        // Far apart: a stain or a torn corner spares one of them. The strongest correction: the
        // sheets are used for years.
        const QString payload = recognition::separatorPayload(sheet.component);
        const auto strongest = PageComposer::Correction::Strongest;
        composer.qr(payload, marginMm, marginMm, qrMm, strongest);
        composer.qr(payload, sheetWidthMm - marginMm - qrMm, sheetHeightMm - marginMm - qrMm, qrMm,
                    strongest);
    }
    const TextColumn column{marginMm, sheetWidthMm - 2 * marginMm};
    const double below = composer.paragraph({{sheet.title, Typeface::SansBold}}, titlePt, column,
                                            TextAlign::Center, titleTopMm);
    composer.paragraph({{sheet.sentence, Typeface::SansBold}}, sentencePt, column,
                       TextAlign::Center, below + gapMm);
}

}  // namespace

Expected<PrintedPages> separatorSheets(const std::vector<SeparatorSheet> &sheets)
{
    PageComposer composer(sheetWidthMm, sheetHeightMm);
    for (const auto &sheet : sheets)
        add(composer, sheet);
    return composer.finish();
}

}  // namespace station::pdf
