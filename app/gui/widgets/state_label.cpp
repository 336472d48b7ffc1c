#include "app/gui/widgets/state_label.h"

#include <QPainter>

namespace station::gui {
namespace {

constexpr int markSize = 15;
constexpr int gap = 6;

}  // namespace

StateLabel::StateLabel(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void StateLabel::setState(Mark mark, Tone tone, const QString &word)
{
    m_mark = mark;
    m_tone = tone;
    m_word = word;
    setAccessibleName(word);
    setToolTip(word);
    updateGeometry();
    update();
}

QSize StateLabel::sizeHint() const
{
    return {markSize + gap + fontMetrics().horizontalAdvance(m_word) + 2,
            fontMetrics().height() + 2};
}

void StateLabel::paintEvent(QPaintEvent *)
{
    if (m_word.isEmpty())
        return;
    QPainter painter(this);
    const QColor colour = ink(m_tone, palette());
    paintMark(painter, QRectF(0, (height() - markSize) / 2.0, markSize, markSize), m_mark, colour);
    painter.setPen(colour);
    const QRect text = rect().adjusted(markSize + gap, 0, 0, 0);
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                     fontMetrics().elidedText(m_word, Qt::ElideRight, text.width()));
}

}  // namespace station::gui
