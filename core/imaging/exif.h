#pragma once

#include <QByteArray>

namespace station::imaging {

/// What a camera or scanner notes about a JPEG beside its pixels.
struct Exif {
    int turnDeg = 0;     ///< Clockwise, as the picture has to be turned to stand as it was taken.
    int dpi = 0;         ///< 0: not said.
    bool noted = false;  ///< The file has such a note, whatever it says.
};

/// Nothing noted where the file has no such note or a damaged one.
Exif exifOf(const QByteArray &jpeg);

}  // namespace station::imaging
