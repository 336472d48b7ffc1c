#pragma once

#include "core/imaging/survey.h"

#include <QRect>

namespace station::imaging {

/// The part of the scan that is paper: strips of scanner background along the
/// edges are cut away. Only what differs clearly from the paper and reaches the
/// edge is cut; in doubt the image is returned unchanged.
Image withoutBorder(Image image);

/// That part, in pixels of the side.
QRect paperOf(const Survey &side);

/// The image itself when the part is all of it.
Image cropped(Image image, const QRect &part);

}  // namespace station::imaging
