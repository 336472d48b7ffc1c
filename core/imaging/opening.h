#pragma once

#include "core/imaging/pix_pointer.h"

namespace station::imaging {

enum class Along { Rows, Columns };

/// What of a mask (one bit a pixel) is at least `length` pixels long in that direction, without a
/// gap; what touches the mask's edge ends there. Leptonica's pixOpenBrick with one side of 1, for
/// lengths of ruling lines: it takes as many steps as the length has binary digits, not as it has
/// pixels. Null: no memory.
PixPointer opened(Pix *mask, int length, Along along);

}  // namespace station::imaging
