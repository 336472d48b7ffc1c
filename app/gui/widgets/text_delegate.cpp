#include "app/gui/widgets/text_delegate.h"

#include "app/gui/base/theme.h"
#include "app/gui/widgets/mark.h"

#include <QAbstractScrollArea>
#include <QPainter>

namespace station::gui {
namespace {

constexpr int sideMargin = 12;
constexpr int topMargin = 7;
constexpr int markSize = 16;
constexpr int markGap = 7;

/// How far the lines after the first stand to the right.
int indentOf(const QModelIndex &index)
{
    return index.data(TextDelegate::MarkRole).isValid() ? markSize + markGap : 0;
}

struct Lines {
    QString first{};
    QString rest{};
};

Lines linesOf(const QModelIndex &index)
{
    const QString text = index.data().toString();
    const auto end = text.indexOf(QLatin1Char('\n'));
    if (end < 0)
        return {text, {}};
    return {text.left(end), text.mid(end + 1)};
}

QFont firstFont(const QStyleOptionViewItem &option, const Lines &lines)
{
    QFont font = option.font;
    if (!lines.rest.isEmpty())
        font.setWeight(QFont::DemiBold);
    return font;
}

int heightOf(const QString &text, const QFont &font, int width)
{
    if (text.isEmpty())
        return 0;
    return QFontMetrics(font).boundingRect(0, 0, width, 1000, Qt::TextWordWrap, text).height();
}

}  // namespace

void TextDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    painter->save();
    const QPalette &palette = option.palette;
    if (option.state & QStyle::State_Selected) {
        const bool focused = option.state & QStyle::State_HasFocus;
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setBrush(wash(Tone::Accent, palette));
        painter->setPen(QPen(focused ? ink(Tone::Accent, palette) : hairline(palette), 1.5));
        painter->drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -2), 6, 6);
    }
    const Lines lines = linesOf(index);
    QRect box = option.rect.adjusted(sideMargin, topMargin, -sideMargin, -topMargin);
    const QFont first = firstFont(option, lines);
    painter->setFont(first);
    const bool enabled = option.state & QStyle::State_Enabled;
    painter->setPen(ink(enabled ? Tone::Plain : Tone::Quiet, palette));
    painter->drawText(box, Qt::TextWordWrap, lines.first);
    box.setTop(box.top() + heightOf(lines.first, first, box.width()));
    painter->setFont(option.font);
    Tone tone = Tone::Quiet;
    if (const int indent = indentOf(index); indent > 0) {
        tone = static_cast<Tone>(index.data(ToneRole).toInt());
        paintMark(*painter, QRectF(box.left(), box.top() + 2, markSize, markSize),
                  static_cast<Mark>(index.data(MarkRole).toInt()), ink(tone, palette));
        box.setLeft(box.left() + indent);
    }
    painter->setPen(ink(tone, palette));
    painter->drawText(box, Qt::TextWordWrap, lines.rest);
    painter->restore();
}

QSize TextDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QAbstractScrollArea *>(option.widget);
    const int width = (view ? view->viewport()->width() : 300) - 2 * sideMargin;
    const Lines lines = linesOf(index);
    const int height = heightOf(lines.first, firstFont(option, lines), width) +
                       heightOf(lines.rest, option.font, width - indentOf(index));
    return {width, height + 2 * topMargin};
}

}  // namespace station::gui
