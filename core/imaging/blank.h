#pragma once

#include "core/imaging/image.h"

namespace station::imaging {

/// True when the side holds no writing. Counts marks of the size of letters;
/// dust, show-through, punch holes, folds and dark edges do not count. A hint
/// for the clerk only: a blank side is never dropped by the program.
bool isBlank(const Image &image);

}  // namespace station::imaging
