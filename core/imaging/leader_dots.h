#pragma once

#include "core/imaging/pix_pointer.h"

namespace station::imaging {

/// Paints the dotted blanks of forms white, "Họ và tên: ........": rows of at least six equal
/// dots at equal steps. Dots of letters, colons, full stops and "..." stay.
void removeLeaders(Pix *gray, int dpi);

}  // namespace station::imaging
