#pragma once

#include "core/imaging/pix_pointer.h"

namespace station::imaging {

/// Paints long thin strokes white, so that letters beside them stand alone.
void removeRules(Pix *gray, int dpi);

}  // namespace station::imaging
