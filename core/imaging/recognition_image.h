#pragma once

#include "core/imaging/image.h"

namespace station::imaging {

/// What the engine reads instead of the legal image: gray without the colours
/// of seals and pens, white paper, no ruling lines, at least 300 dpi. Its dpi
/// divided by that of `side` is the scale between the two.
Image recognitionImage(const Image &side);

}  // namespace station::imaging
