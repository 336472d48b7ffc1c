#pragma once

#include "core/imaging/image.h"

namespace station::imaging {

/// The part of the scan that is paper: strips of scanner background along the
/// edges are cut away. Only what differs clearly from the paper and reaches the
/// edge is cut; in doubt the image is returned unchanged.
Image withoutBorder(Image image);

}  // namespace station::imaging
