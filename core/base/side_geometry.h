#pragma once

#include <QJsonObject>
#include <QPointF>
#include <QRect>
#include <QRectF>
#include <QSize>

namespace station {

/// How a cleaned picture came out of the untouched one, step by step, so that a
/// word's box can be shown on either. All lengths are pixels; the cleaned picture
/// may have another resolution than the original.
///
///     original → part → quarter turns → small turn about the middle → crop → scale
struct SideGeometry {
    QSize original{};
    QRect part{};          ///< Of the original; all of it when nothing was cut off before.
    int turnDeg = 0;       ///< 0, 90, 180 or 270 clockwise.
    double skewDeg = 0.0;  ///< Clockwise; keeps the size.
    QRect crop{};          ///< Of the turned and straightened picture.
    double scale = 1.0;    ///< Pixels of the cleaned picture to one of the original.

    QSize cleaned() const;
    QPointF toOriginal(QPointF cleaned) const;
    QPointF toCleaned(QPointF original) const;
    /// The upright box around the turned corners, clipped to the picture.
    QRect toOriginal(const QRect &cleaned) const;
    QRect toCleaned(const QRect &original) const;

    bool operator==(const SideGeometry &) const = default;
};

QJsonObject toJson(const SideGeometry &geometry);
SideGeometry sideGeometryFrom(const QJsonObject &json);

}  // namespace station
