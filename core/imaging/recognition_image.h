#pragma once

#include "core/imaging/image.h"

namespace station::imaging {

/// Seals and pens over black print are best dropped; a card prints in colour.
enum class Colours { Drop, Keep };

/// What the engine reads instead of the legal image: gray, white paper, no
/// ruling lines, 300 to 599 dpi. Its dpi divided by that of `side` is the
/// scale between the two.
Image recognitionImage(const Image &side, Colours colours);

}  // namespace station::imaging
