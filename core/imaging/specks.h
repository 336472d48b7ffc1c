#pragma once

#include "core/imaging/pix_pointer.h"

namespace station::imaging {

/// Paints dust white: marks smaller than any dot of a letter, and those of the size of a
/// full stop that stand alone.
void removeSpecks(Pix *gray, int dpi);

}  // namespace station::imaging
