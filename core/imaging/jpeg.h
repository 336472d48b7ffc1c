#pragma once

#include "core/imaging/image.h"

#include <QByteArray>

namespace station::imaging {

/// JPEG as stored in the copy: 4:2:0 in colour, one channel for gray, the real
/// resolution in the JFIF header.
Expected<QByteArray> jpegOf(const Image &image, int quality);

}  // namespace station::imaging
