#include "app/gui/widgets/key_chip.h"

#include "app/gui/base/theme.h"

#include <QFontMetricsF>
#include <QPainter>

namespace station::gui {
namespace {

QFont chipFont(QFont font)
{
    if (font.pixelSize() > 0)
        font.setPixelSize(font.pixelSize() - 2);
    else
        font.setPointSizeF(font.pointSizeF() * 0.88);
    font.setWeight(QFont::Medium);
    return font;
}

}  // namespace

QSizeF keyChipSize(const QString &key, const QFont &font)
{
    const QFontMetricsF metrics(chipFont(font));
    const qreal height = metrics.height() + 1;
    return {qMax(height, metrics.horizontalAdvance(key) + 10), height};
}

void paintKeyChip(QPainter &painter, QPointF topLeft, const QString &key, const QFont &font,
                  const QPalette &palette, bool onAccent)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box(topLeft, keyChipSize(key, font));
    const QColor text =
        onAccent ? palette.color(QPalette::HighlightedText) : ink(Tone::Quiet, palette);
    QColor frame = text;
    frame.setAlphaF(0.55F);
    painter.setPen(QPen(frame, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setPen(text);
    painter.setFont(chipFont(font));
    painter.drawText(box, Qt::AlignCenter, key);
    painter.restore();
}

}  // namespace station::gui
