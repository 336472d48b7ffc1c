#include "app/gui/printing/page_painter.h"

#include <QFont>
#include <QPageSize>
#include <QPainter>
#include <QPrinter>

namespace station::gui {
namespace {

using pdf::Typeface;

constexpr double mmPerInch = 25.4;
constexpr double mmPerPt = mmPerInch / 72.0;
constexpr int fontPixels = 64;  // then scaled: a font takes whole pixels only

QFont fontOf(Typeface typeface)
{
    QFont font(typeface == Typeface::SansBold ? QStringLiteral("Liberation Sans")
                                              : QStringLiteral("Liberation Serif"));
    font.setPixelSize(fontPixels);
    font.setBold(typeface == Typeface::SansBold || typeface == Typeface::SerifBold);
    font.setItalic(typeface == Typeface::SerifItalic);
    // As the page was measured.
    font.setKerning(false);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

/// One unit of the painter is a millimetre.
void paintPage(QPainter &painter, const pdf::PrintedPage &page)
{
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    for (const pdf::PrintedBar &bar : page.bars)
        painter.fillRect(QRectF(bar.leftMm, bar.topMm, bar.widthMm, bar.heightMm), Qt::black);
    painter.setPen(Qt::black);
    for (const pdf::PrintedText &text : page.texts) {
        painter.save();
        painter.translate(text.leftMm, text.baselineMm);
        const double scale = text.sizePt * mmPerPt / fontPixels;
        painter.scale(scale, scale);
        painter.setFont(fontOf(text.typeface));
        painter.drawText(QPointF(), text.text);
        painter.restore();
    }
}

QPageSize sizeOf(const pdf::PrintedPage &page)
{
    return QPageSize(QSizeF(page.widthMm, page.heightMm), QPageSize::Millimeter, {},
                     QPageSize::FuzzyOrientationMatch);
}

}  // namespace

QImage pageImage(const pdf::PrintedPage &page, double dpi)
{
    const double scale = dpi / mmPerInch;
    QImage image(qRound(page.widthMm * scale), qRound(page.heightMm * scale),
                 QImage::Format_Grayscale8);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(scale, scale);
    paintPage(painter, page);
    return image;
}

bool printPages(QPrinter &printer, const pdf::PrintedPages &pages)
{
    if (pages.empty())
        return false;
    printer.setFullPage(true);
    printer.setPageSize(sizeOf(pages.front()));
    QPainter painter;
    if (!painter.begin(&printer))
        return false;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (i > 0 && !printer.newPage())
            return false;
        painter.save();
        painter.scale(printer.resolution() / mmPerInch, printer.resolution() / mmPerInch);
        paintPage(painter, pages[i]);
        painter.restore();
    }
    return painter.end();
}

}  // namespace station::gui
