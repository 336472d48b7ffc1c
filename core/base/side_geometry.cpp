#include "core/base/side_geometry.h"

#include "core/base/box_json.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace station {

using namespace Qt::StringLiterals;

namespace {

QSize turnedSize(QSize size, int turnDeg)
{
    return turnDeg % 180 == 0 ? size : size.transposed();
}

/// Clockwise by quarters; `size` is that before the turn.
QPointF turned(QPointF at, QSize size, int turnDeg)
{
    switch (turnDeg) {
    case 90:
        return {size.height() - at.y(), at.x()};
    case 180:
        return {size.width() - at.x(), size.height() - at.y()};
    case 270:
        return {at.y(), size.width() - at.x()};
    default:
        return at;
    }
}

QPointF rotated(QPointF at, QSize size, double clockwiseDeg)
{
    const double angle = clockwiseDeg * std::numbers::pi / 180.0;
    const QPointF middle(size.width() / 2.0, size.height() / 2.0);
    const QPointF from = at - middle;
    return middle + QPointF(std::cos(angle) * from.x() - std::sin(angle) * from.y(),
                            std::sin(angle) * from.x() + std::cos(angle) * from.y());
}

template <typename Map>
QRect boxOf(const QRect &box, QSize within, Map map)
{
    const QRectF edges(box);
    const QPointF corners[] = {map(edges.topLeft()), map(edges.topRight()), map(edges.bottomLeft()),
                               map(edges.bottomRight())};
    QPointF least = corners[0];
    QPointF most = corners[0];
    for (const QPointF &corner : corners) {
        least = {std::min(least.x(), corner.x()), std::min(least.y(), corner.y())};
        most = {std::max(most.x(), corner.x()), std::max(most.y(), corner.y())};
    }
    const auto whole = [](double value) { return static_cast<int>(std::lround(value)); };
    const QRect around(QPoint(whole(least.x()), whole(least.y())),
                       QPoint(whole(most.x()) - 1, whole(most.y()) - 1));
    return around & QRect(QPoint(0, 0), within);
}

}  // namespace

QSize SideGeometry::cleaned() const
{
    return {std::max(1, static_cast<int>(std::lround(crop.width() * scale))),
            std::max(1, static_cast<int>(std::lround(crop.height() * scale)))};
}

QPointF SideGeometry::toCleaned(QPointF at) const
{
    const QPointF upright = turned(at - part.topLeft(), part.size(), turnDeg);
    const QPointF level = rotated(upright, turnedSize(part.size(), turnDeg), skewDeg);
    return (level - crop.topLeft()) * scale;
}

QPointF SideGeometry::toOriginal(QPointF at) const
{
    const QSize size = turnedSize(part.size(), turnDeg);
    const QPointF upright = rotated(at / scale + crop.topLeft(), size, -skewDeg);
    return turned(upright, size, (360 - turnDeg) % 360) + part.topLeft();
}

QRect SideGeometry::toOriginal(const QRect &box) const
{
    return boxOf(box, original, [this](QPointF at) { return toOriginal(at); });
}

QRect SideGeometry::toCleaned(const QRect &box) const
{
    return boxOf(box, cleaned(), [this](QPointF at) { return toCleaned(at); });
}

QJsonObject toJson(const SideGeometry &geometry)
{
    return {{u"width"_s, geometry.original.width()},
            {u"height"_s, geometry.original.height()},
            {u"part"_s, boxJson(geometry.part)},
            {u"turn_deg"_s, geometry.turnDeg},
            {u"skew_deg"_s, geometry.skewDeg},
            {u"crop"_s, boxJson(geometry.crop)},
            {u"scale"_s, geometry.scale}};
}

SideGeometry sideGeometryFrom(const QJsonObject &json)
{
    return {.original = {json[u"width"_s].toInt(), json[u"height"_s].toInt()},
            .part = boxFrom(json[u"part"_s]),
            .turnDeg = json[u"turn_deg"_s].toInt(),
            .skewDeg = json[u"skew_deg"_s].toDouble(),
            .crop = boxFrom(json[u"crop"_s]),
            .scale = json[u"scale"_s].toDouble(1.0)};
}

}  // namespace station
