#include "app/gui/widgets/badge.h"

#include <QPainter>

namespace station::gui {
namespace {

constexpr int besideWord = 9;
constexpr int aboveWord = 4;

}  // namespace

Badge::Badge(const QString &word, Tone tone, QWidget *parent)
    : QWidget(parent), m_word(word), m_tone(tone)
{
    setAccessibleName(word);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QFont Badge::bigFont() const
{
    QFont big = font();
    big.setWeight(QFont::Bold);
    big.setPixelSize(fontInfo().pixelSize() + 2);
    big.setLetterSpacing(QFont::AbsoluteSpacing, 0.8);
    return big;
}

QSize Badge::sizeHint() const
{
    const QFontMetrics metrics(bigFont());
    return {metrics.horizontalAdvance(m_word) + 2 * besideWord, metrics.height() + 2 * aboveWord};
}

void Badge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor colour = ink(m_tone, palette());
    painter.setPen(QPen(colour, 1.6, Qt::DashLine));
    painter.setBrush(wash(m_tone, palette()));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), 5, 5);
    painter.setFont(bigFont());
    painter.setPen(colour);
    painter.drawText(rect(), Qt::AlignCenter, m_word);
}

}  // namespace station::gui
