#include "app/gui/widgets/mark.h"

#include <QPainter>
#include <QPainterPath>

#include <utility>

namespace station::gui {
namespace {

constexpr QRectF sheet{3.5, 1.5, 9, 13};

/// What is peculiar about a side is drawn on a small sheet.
void paintSideShape(QPainter &painter, Mark mark)
{
    const QColor ink = painter.pen().color();
    switch (mark) {
    case Mark::CutShort:
        painter.drawPolyline(
            QPolygonF{{3.5, 9}, {3.5, 1.5}, {12.5, 1.5}, {12.5, 9}, {10, 7}, {8, 10}, {6, 7.5}});
        painter.drawLine(QPointF(6, 7.5), QPointF(3.5, 9));
        painter.setPen(QPen(ink, 1.2, Qt::DotLine));
        painter.drawLine(QPointF(3.5, 14.5), QPointF(12.5, 14.5));
        break;
    case Mark::CutOff:
        painter.drawPolyline(QPolygonF{{12.5, 1.5}, {3.5, 1.5}, {3.5, 14.5}, {12.5, 14.5}});
        for (const qreal y : {5.0, 8.0, 11.0})
            painter.drawLine(QPointF(6.5, y), QPointF(15, y));
        break;
    case Mark::Crooked:
        painter.translate(8, 8);
        painter.rotate(16);
        painter.translate(-8, -8);
        painter.drawRect(QRectF(4, 2.5, 8, 11));
        break;
    case Mark::Dark:
        painter.setBrush(ink);
        painter.drawRoundedRect(sheet, 1, 1);
        break;
    case Mark::Faint:
        painter.drawRoundedRect(sheet, 1, 1);
        painter.setPen(QPen(ink, 1, Qt::DotLine));
        for (const qreal y : {5.0, 8.0, 11.0})
            painter.drawLine(QPointF(5.5, y), QPointF(10.5, y));
        break;
    case Mark::TwoSheets:
        painter.drawRect(QRectF(2, 4, 8, 10.5));
        painter.drawPolyline(QPolygonF{{5.5, 1.5}, {14, 1.5}, {14, 12}, {12, 12}});
        break;
    case Mark::Coarse:
        painter.drawRoundedRect(sheet, 1, 1);
        painter.setBrush(ink);
        for (const QPointF &at : {QPointF(5.5, 4), QPointF(8.5, 7), QPointF(5.5, 10)})
            painter.drawRect(QRectF(at, QSizeF(1.6, 1.6)));
        break;
    case Mark::Turned:
        painter.drawArc(QRectF(2.5, 2.5, 11, 11), 60 * 16, 270 * 16);
        painter.drawPolyline(QPolygonF{{10.6, 0.8}, {11, 3.4}, {8.4, 4.6}});
        break;
    case Mark::Twin:
        painter.drawRect(QRectF(1.5, 3, 5.5, 10));
        painter.drawRect(QRectF(9, 3, 5.5, 10));
        break;
    case Mark::Separator:
        painter.drawRoundedRect(sheet, 1, 1);
        painter.setBrush(ink);
        painter.drawRect(QRectF(6, 5, 4, 4));
        break;
    case Mark::Aside:
        painter.setPen(QPen(ink, 1.3, Qt::DashLine));
        painter.drawRect(sheet);
        painter.setPen(QPen(ink, 1.5, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(1.5, 14), QPointF(14.5, 2));
        break;
    case Mark::Items:
        painter.drawRoundedRect(QRectF(1.5, 2, 8, 5), 1, 1);
        painter.drawRoundedRect(QRectF(6.5, 9, 8, 5), 1, 1);
        break;
    case Mark::Blurred:
        painter.drawRoundedRect(sheet, 1, 1);
        for (const qreal y : {5.0, 8.0, 11.0}) {
            QColor soft = ink;
            soft.setAlphaF(0.45F);
            painter.setPen(QPen(soft, 3, Qt::SolidLine, Qt::RoundCap));
            painter.drawLine(QPointF(6.2, y), QPointF(9.8, y));
        }
        break;
    case Mark::Unread:
        painter.drawRoundedRect(sheet, 1, 1);
        painter.drawPolyline(QPolygonF{{6, 5}, {10, 5}, {8, 5}, {8, 11}});
        painter.drawLine(QPointF(1.5, 14), QPointF(14.5, 2));
        break;
    case Mark::ByHand:
        for (const auto &[y, knob] : {std::pair(3.5, 10.5), {8.0, 5.0}, {12.5, 9.0}}) {
            painter.drawLine(QPointF(1.5, y), QPointF(14.5, y));
            painter.setBrush(ink);
            painter.drawEllipse(QPointF(knob, y), 1.7, 1.7);
        }
        break;
    case Mark::Part:
        painter.setPen(QPen(ink, 1.1, Qt::DotLine));
        painter.drawRoundedRect(QRectF(1.5, 1.5, 13, 13), 1, 1);
        painter.setPen(QPen(ink, 1.5));
        painter.drawRoundedRect(QRectF(4, 4, 7, 5), 1, 1);
        break;
    default:  // Mark::Blank
        painter.drawRoundedRect(sheet, 1, 1);
    }
}

// All shapes are laid out on a square of 16 units.
void paintShape(QPainter &painter, Mark mark)
{
    const QColor ink = painter.pen().color();
    switch (mark) {
    case Mark::Waiting:
        painter.setPen(QPen(ink, 1.4, Qt::DotLine, Qt::RoundCap));
        painter.drawEllipse(QRectF(2, 2, 12, 12));
        break;
    case Mark::Scan:
        painter.drawRoundedRect(QRectF(3.5, 1.5, 9, 13), 1, 1);
        painter.drawLine(QPointF(1, 8), QPointF(15, 8));
        break;
    case Mark::Pen: {
        QPainterPath pen(QPointF(3, 13));
        pen.lineTo(3.8, 9.8);
        pen.lineTo(11, 2.6);
        pen.lineTo(13.4, 5);
        pen.lineTo(6.2, 12.2);
        pen.closeSubpath();
        painter.drawPath(pen);
        break;
    }
    case Mark::Eye: {
        QPainterPath eye(QPointF(1, 8));
        eye.quadTo(8, 0.5, 15, 8);
        eye.quadTo(8, 15.5, 1, 8);
        painter.drawPath(eye);
        painter.setBrush(ink);
        painter.drawEllipse(QPointF(8, 8), 1.8, 1.8);
        break;
    }
    case Mark::Check:
        painter.setBrush(ink);
        painter.drawEllipse(QRectF(1.5, 1.5, 13, 13));
        painter.setCompositionMode(QPainter::CompositionMode_DestinationOut);
        painter.setPen(QPen(Qt::black, 1.9, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(QPolygonF{{4.8, 8.3}, {7.1, 10.6}, {11.3, 5.7}});
        break;
    case Mark::Sent:
        painter.drawPolyline(QPolygonF{{1.5, 8.5}, {4.5, 11.5}, {9.5, 5}});
        painter.drawPolyline(QPolygonF{{7.5, 10.5}, {8.6, 11.5}, {14.5, 4.2}});
        break;
    case Mark::Link:
        painter.drawRoundedRect(QRectF(1, 5, 8, 6), 3, 3);
        painter.drawRoundedRect(QRectF(7, 5, 8, 6), 3, 3);
        break;
    case Mark::Clip: {
        QPainterPath clip(QPointF(12, 6));
        clip.lineTo(12, 10.5);
        clip.arcTo(QRectF(4, 6.5, 8, 8), 0, -180);
        clip.lineTo(4, 4);
        clip.arcTo(QRectF(4, 1.5, 5, 5), 180, -180);
        clip.lineTo(9, 10);
        painter.drawPath(clip);
        break;
    }
    case Mark::Stop:
        painter.drawEllipse(QRectF(2, 2, 12, 12));
        painter.drawLine(QPointF(4, 12), QPointF(12, 4));
        break;
    case Mark::Attention: {
        QPainterPath triangle(QPointF(8, 1.8));
        triangle.lineTo(15, 14);
        triangle.lineTo(1, 14);
        triangle.closeSubpath();
        painter.drawPath(triangle);
        painter.drawLine(QPointF(8, 6.2), QPointF(8, 9.6));
        painter.drawPoint(QPointF(8, 11.9));
        break;
    }
    case Mark::Unlocked:
        painter.drawRoundedRect(QRectF(2.5, 7.5, 9, 7), 1.2, 1.2);
        painter.drawArc(QRectF(7.5, 1.5, 6.5, 8), 0, 180 * 16);
        painter.drawLine(QPointF(7.5, 5.5), QPointF(7.5, 7.5));
        break;
    case Mark::Clock:
        painter.drawEllipse(QRectF(1.8, 1.8, 12.4, 12.4));
        painter.drawPolyline(QPolygonF{{8, 4.6}, {8, 8}, {10.6, 9.6}});
        break;
    default:
        paintSideShape(painter, mark);
    }
}

}  // namespace

void paintMark(QPainter &painter, const QRectF &box, Mark mark, const QColor &ink)
{
    // Drawn aside, because the check is cut out of its disc.
    const qreal ratio = painter.device()->devicePixelRatioF();
    QImage layer((box.size() * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    layer.setDevicePixelRatio(ratio);
    layer.fill(Qt::transparent);
    {
        QPainter shape(&layer);
        shape.setRenderHint(QPainter::Antialiasing);
        shape.scale(box.width() / 16, box.height() / 16);
        shape.setPen(QPen(ink, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        paintShape(shape, mark);
    }
    painter.drawImage(box.topLeft(), layer);
}

}  // namespace station::gui
