#pragma once

#include "core/imaging/pix_pointer.h"

#include <QString>

namespace station::imaging {

/// Binary gray (P5) or colour (P6) with 8 bits a sample, the form in which the
/// scanner spools its sides; twenty times faster than Leptonica's own reader.
/// Null for any other or damaged file. The caller has checked the size.
PixPointer readRawPnm(const QString &file);

}  // namespace station::imaging
