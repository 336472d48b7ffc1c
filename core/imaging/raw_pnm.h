#pragma once

#include "core/imaging/image.h"
#include "core/imaging/pix_pointer.h"

#include <QByteArray>
#include <QString>

namespace station::imaging {

/// Binary gray (P5) or colour (P6) with 8 bits a sample, the form in which the
/// scanner spools its sides; twenty times faster than Leptonica's own reader.
/// Null for any other or damaged file. The caller has checked the size.
PixPointer readRawPnm(const QString &file);

/// The same form, of an image that came from elsewhere.
QByteArray rawPnmOf(const Image &image);

}  // namespace station::imaging
