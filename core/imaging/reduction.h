#pragma once

#include "core/imaging/image.h"
#include "core/imaging/pix_pointer.h"

namespace station::imaging {

struct GrayAndColour {
    PixPointer gray{};
    PixPointer colour{};  ///< Largest minus smallest channel: 0 for gray, 255 for pure red.
};

/// Both in one pass over a colour side, each pixel the mean of `factor` × `factor` (1 or 2).
GrayAndColour grayAndColour(const Image &side, int factor);

/// A small gray picture.
struct Reduced {
    PixPointer pix{};
    int dpi = 0;
};

/// Gray, halved until its dpi is below twice `leastDpi`.
Reduced grayNear(const Image &image, int leastDpi);

}  // namespace station::imaging
