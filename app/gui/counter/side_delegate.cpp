#include "app/gui/counter/side_delegate.h"

#include "app/gui/base/theme.h"
#include "app/gui/counter/side_model.h"
#include "app/gui/widgets/mark.h"

#include <QImage>
#include <QPainter>

namespace station::gui {
namespace {

constexpr int bandHeight = 24;
constexpr qreal asideOpacity = 0.3;

QRectF paintPicture(QPainter &painter, const QRect &place, const QImage &thumbnail,
                    const QPalette &palette)
{
    if (thumbnail.isNull()) {
        painter.fillRect(place, palette.color(QPalette::Midlight));
        return place;
    }
    const QSizeF size = QSizeF(thumbnail.size()).scaled(place.size(), Qt::KeepAspectRatio);
    const QRectF paper(QPointF(place.center().x() - size.width() / 2 + 0.5,
                               place.center().y() - size.height() / 2 + 0.5),
                       size);
    painter.drawImage(paper, thumbnail);
    return paper;
}

/// Icon and word of the gravest flag, and how many more there are.
void paintFlag(QPainter &painter, const QRectF &paper, const QModelIndex &index,
               const QStyleOptionViewItem &option)
{
    const QString word = index.data(SideModel::FlagRole).toString();
    if (word.isEmpty())
        return;
    const bool look = index.data(SideModel::LookRole).toBool();
    const Tone tone = look ? Tone::Attention : Tone::Quiet;
    const QRectF band(paper.left(), paper.bottom() - bandHeight, paper.width(), bandHeight);
    painter.fillRect(band, wash(tone, option.palette));
    const auto mark = static_cast<Mark>(index.data(SideModel::FlagMarkRole).toInt());
    paintMark(painter, QRectF(band.left() + 4, band.top() + 5, 14, 14), mark,
              ink(tone, option.palette));
    painter.setPen(ink(tone, option.palette));
    QRectF text = band.adjusted(21, 0, -1, 0);
    if (const int more = index.data(SideModel::MoreFlagsRole).toInt(); more > 0) {
        const QString count = QStringLiteral("+%1").arg(more);
        painter.drawText(text, Qt::AlignVCenter | Qt::AlignRight, count);
        text.setRight(text.right() - option.fontMetrics.horizontalAdvance(count) - 2);
    }
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                     option.fontMetrics.elidedText(word, Qt::ElideRight, qFloor(text.width())));
}

/// In a corner of the page: an eye when it was looked at, else a dashed ring that waits.
void paintSight(QPainter &painter, const QRectF &paper, const QModelIndex &index)
{
    const QVariant seen = index.data(SideModel::SightRole);
    if (!seen.isValid())
        return;
    // Paper is white in both appearances.
    const QPalette palette = paletteFor(Appearance::Light);
    const QColor colour = ink(seen.toBool() ? Tone::Good : Tone::Attention, palette);
    const QRectF disc(paper.right() - 24, paper.top() + 4, 20, 20);
    painter.setPen(QPen(colour, 1.4, seen.toBool() ? Qt::SolidLine : Qt::DashLine));
    painter.setBrush(palette.color(QPalette::Base));
    painter.drawEllipse(disc);
    if (seen.toBool())
        paintMark(painter, disc.adjusted(3.5, 3.5, -3.5, -3.5), Mark::Eye, colour);
}

}  // namespace

void SideDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const QPalette &palette = option.palette;
    const bool selected = option.state & QStyle::State_Selected;
    const bool aside = index.data(SideModel::OutRole).toBool();

    QRect place(QPoint(0, option.rect.top() + 8), picture);
    place.moveLeft(option.rect.center().x() - picture.width() / 2);

    painter->setOpacity(aside ? asideOpacity : 1);
    const auto thumbnail = index.data(Qt::DecorationRole).value<QImage>();
    const QRectF paper = paintPicture(*painter, place, thumbnail, palette);
    painter->setOpacity(1);
    if (aside) {
        painter->setPen(QPen(ink(Tone::Quiet, palette), 2));
        painter->drawLine(paper.bottomLeft() - QPointF(0, bandHeight), paper.topRight());
    }
    painter->setBrush(Qt::NoBrush);
    painter->setPen(selected ? QPen(ink(Tone::Accent, palette), 3)
                             : QPen(hairline(palette), 1, aside ? Qt::DashLine : Qt::SolidLine));
    painter->drawRoundedRect(selected ? paper.adjusted(-2, -2, 2, 2) : paper, 2, 2);
    paintFlag(*painter, paper, index, option);
    paintSight(*painter, paper, index);

    painter->setPen(selected ? ink(Tone::Plain, palette) : ink(Tone::Quiet, palette));
    const QRect label(option.rect.left(), place.bottom() + 5, option.rect.width(),
                      option.fontMetrics.height());
    QFont font = option.font;
    font.setStrikeOut(aside);
    painter->setFont(font);
    painter->drawText(label, Qt::AlignCenter, index.data().toString());
    painter->restore();
}

QSize SideDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {picture.width() + 20, picture.height() + option.fontMetrics.height() + 20};
}

}  // namespace station::gui
