#include "app/gui/counter/side_delegate.h"

#include "app/gui/base/theme.h"
#include "app/gui/counter/side_model.h"
#include "app/gui/widgets/mark.h"

#include <QImage>
#include <QPainter>

namespace station::gui {

void SideDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const QPalette &palette = option.palette;
    const bool selected = option.state & QStyle::State_Selected;

    QRect place(QPoint(0, option.rect.top() + 8), picture);
    place.moveLeft(option.rect.center().x() - picture.width() / 2);

    const auto thumbnail = index.data(Qt::DecorationRole).value<QImage>();
    QRectF paper(place);
    if (!thumbnail.isNull()) {
        const QSizeF size = QSizeF(thumbnail.size()).scaled(place.size(), Qt::KeepAspectRatio);
        paper = QRectF(QPointF(place.center().x() - size.width() / 2 + 0.5,
                               place.center().y() - size.height() / 2 + 0.5),
                       size);
        painter->drawImage(paper, thumbnail);
    } else {
        painter->fillRect(paper, palette.color(QPalette::Midlight));
    }
    painter->setBrush(Qt::NoBrush);
    painter->setPen(selected ? QPen(ink(Tone::Accent, palette), 3) : QPen(hairline(palette), 1));
    painter->drawRoundedRect(selected ? paper.adjusted(-2, -2, 2, 2) : paper, 2, 2);

    const QString flag = index.data(SideModel::FlagRole).toString();
    if (!flag.isEmpty()) {
        const Tone tone = index.data(SideModel::SeenRole).toBool() ? Tone::Quiet : Tone::Attention;
        QRectF band(paper.left(), paper.bottom() - 26, paper.width(), 26);
        painter->fillRect(band, wash(tone, palette));
        paintMark(*painter, QRectF(band.left() + 6, band.top() + 6, 14, 14), Mark::Attention,
                  ink(tone, palette));
        painter->setPen(ink(tone, palette));
        painter->drawText(band.adjusted(25, 0, -2, 0), Qt::AlignVCenter | Qt::AlignLeft, flag);
    }

    painter->setPen(selected ? ink(Tone::Plain, palette) : ink(Tone::Quiet, palette));
    const QRect label(option.rect.left(), place.bottom() + 5, option.rect.width(),
                      option.fontMetrics.height());
    painter->drawText(label, Qt::AlignCenter, index.data().toString());
    painter->restore();
}

QSize SideDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {picture.width() + 20, picture.height() + option.fontMetrics.height() + 20};
}

}  // namespace station::gui
