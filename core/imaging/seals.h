#pragma once

#include "core/imaging/pix_pointer.h"

namespace station::imaging {

/// Paints white what is larger than any letter and paler than the print: a seal in gray, as on
/// a photocopy, and strokes of a pen. Print below them stays, and what is as black as print.
void removeSeals(Pix *gray, int dpi);

}  // namespace station::imaging
