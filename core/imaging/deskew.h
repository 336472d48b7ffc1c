#pragma once

#include "core/imaging/image.h"

namespace station::imaging {

/// The angle in degrees, clockwise, by which the image must be turned to make its text lines level;
/// 0 when it cannot be measured or is larger than `largestDeg`.
double skewCorrection(const Image &image, double largestDeg);

/// Turned clockwise by a small angle, same size; what comes in at the edges has
/// the colour that the edges have (white, or black on a dark scanner lid).
Image deskewed(Image image, double angleDeg);

}  // namespace station::imaging
