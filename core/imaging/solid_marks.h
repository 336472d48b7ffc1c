#pragma once

#include "core/imaging/pix_pointer.h"

namespace station::imaging {

/// Paints white what is solid and thicker than the strokes of any letter: punch holes,
/// dark edges and corners, torn places over a dark lid.
void removeSolidMarks(Pix *gray, int dpi);

}  // namespace station::imaging
