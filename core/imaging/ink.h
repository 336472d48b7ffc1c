#pragma once

#include "core/imaging/image.h"
#include "core/imaging/pix_pointer.h"

namespace station::imaging {

/// A small picture for measuring.
struct Reduced {
    PixPointer pix{};
    int dpi = 0;
};

/// Gray, halved until its dpi is below twice `leastDpi`.
Reduced grayNear(const Image &image, int leastDpi);

/// One bit a pixel, ink is 1: clearly darker than the paper, so that the other
/// side of thin paper does not count. Resolution 150 to 299 dpi.
Reduced inkOf(const Image &image);

}  // namespace station::imaging
