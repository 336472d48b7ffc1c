#include "app/gui/counter/component_delegate.h"

#include "app/gui/base/theme.h"
#include "app/gui/counter/component_model.h"
#include "app/gui/widgets/key_chip.h"
#include "app/gui/widgets/mark.h"

#include <QListView>
#include <QPainter>
#include <QScrollBar>
#include <QTextLayout>

namespace station::gui {
namespace {

constexpr int padding = 9;
constexpr int textLeft = 42;
constexpr int markSize = 16;

QFont nameFont(const QStyleOptionViewItem &option)
{
    QFont font = option.font;
    font.setWeight(QFont::DemiBold);
    return font;
}

int textWidth(const QStyleOptionViewItem &option)
{
    const auto *view = qobject_cast<const QListView *>(option.widget);
    if (!view)
        return qMax(80, option.rect.width() - textLeft - padding);
    // The same with and without a scroll bar: the list does not lay out its rows again
    // when the bar takes some of their width.
    const int bar = view->verticalScrollBar()->sizeHint().width();
    return qMax(80, view->maximumViewportSize().width() - bar - textLeft - padding);
}

/// Breaks the name at words into at most two lines; the second ends with "…".
QStringList nameLines(const QString &name, const QFont &font, int width)
{
    QTextLayout layout(name, font);
    layout.beginLayout();
    QTextLine first = layout.createLine();
    first.setLineWidth(width);
    layout.endLayout();
    if (first.textLength() >= name.size())
        return {name};
    const QString rest = name.mid(first.textLength());
    return {name.left(first.textLength()).trimmed(),
            QFontMetrics(font).elidedText(rest, Qt::ElideRight, width)};
}

}  // namespace

void ComponentDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    painter->save();
    const QPalette &palette = option.palette;
    const bool selected = option.state & QStyle::State_Selected;
    const QRect row = option.rect.adjusted(4, 2, -4, -2);

    if (selected) {
        const bool focused = option.state & QStyle::State_HasFocus;
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(focused ? ink(Tone::Accent, palette) : hairline(palette), 1.5));
        painter->setBrush(wash(Tone::Accent, palette));
        painter->drawRoundedRect(QRectF(row).adjusted(1, 1, -1, -1), 6, 6);
    }

    int y = option.rect.top() + padding;
    if (index.row() < 9)
        paintKeyChip(*painter, QPointF(option.rect.left() + padding, y),
                     QString::number(index.row() + 1), option.font, palette);

    const int x = option.rect.left() + textLeft;
    const int width = textWidth(option);
    const bool required = index.data(ComponentModel::RequiredRole).toBool();
    const QFont bold = nameFont(option);
    painter->setFont(bold);
    painter->setPen(ink(Tone::Plain, palette));
    const int lineHeight = QFontMetrics(bold).height() + 1;
    for (const QString &line : nameLines(index.data().toString(), bold, width)) {
        painter->drawText(QRect(x, y, width, lineHeight), Qt::AlignVCenter | Qt::AlignLeft, line);
        y += lineHeight;
    }

    painter->setFont(option.font);
    const auto tone = static_cast<Tone>(index.data(ComponentModel::ToneRole).toInt());
    const auto mark = static_cast<Mark>(index.data(ComponentModel::MarkRole).toInt());
    y += 2;
    paintMark(*painter, QRectF(x, y + (lineHeight - markSize) / 2, markSize, markSize), mark,
              ink(tone, palette));
    painter->setPen(ink(tone, palette));
    QString state = index.data(ComponentModel::StateRole).toString();
    if (!required)
        state += QStringLiteral(" · ") + tr("optional");
    const QRect stateBox(x + markSize + 6, y, width - markSize - 6, lineHeight);
    painter->drawText(stateBox, Qt::AlignVCenter | Qt::AlignLeft,
                      option.fontMetrics.elidedText(state, Qt::ElideRight, stateBox.width()));

    const QString notice = index.data(ComponentModel::NoticeRole).toString();
    if (!notice.isEmpty()) {
        y += lineHeight;
        paintMark(*painter, QRectF(x, y + (lineHeight - markSize) / 2, markSize, markSize),
                  Mark::Attention, ink(Tone::Attention, palette));
        painter->setPen(ink(Tone::Attention, palette));
        const QRect noticeBox = stateBox.translated(0, lineHeight);
        painter->drawText(noticeBox, Qt::AlignVCenter | Qt::AlignLeft,
                          option.fontMetrics.elidedText(notice, Qt::ElideRight, noticeBox.width()));
    }
    painter->restore();
}

QSize ComponentDelegate::sizeHint(const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const
{
    const QFont bold = nameFont(option);
    auto lines = nameLines(index.data().toString(), bold, textWidth(option)).size() + 1;
    if (!index.data(ComponentModel::NoticeRole).toString().isEmpty())
        ++lines;
    const int lineHeight = QFontMetrics(bold).height() + 1;
    return {textLeft + 120, 2 * padding + static_cast<int>(lines) * lineHeight + 2};
}

}  // namespace station::gui
