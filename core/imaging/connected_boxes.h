#pragma once

#include <QRect>

#include <vector>

struct Pix;

namespace station::imaging {

/// The bounding box of each mark of a bitmap, in pixels; marks that touch, also
/// by a corner, are one.
std::vector<QRect> connectedBoxes(Pix *bitmap);

}  // namespace station::imaging
