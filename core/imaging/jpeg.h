#pragma once

#include "core/imaging/image.h"
#include "core/imaging/pix_pointer.h"

#include <QByteArray>

namespace station::imaging {

/// Progressive coding shows the same picture in an eighth less bytes, half where much of it
/// is flat, for about twice the time.
enum class JpegCoding { Baseline, Progressive };

/// JPEG as stored in the copy: 4:2:0 in colour, one channel for gray, the real
/// resolution in the JFIF header.
Expected<QByteArray> jpegOf(const Image &image, int quality,
                            JpegCoding coding = JpegCoding::Baseline);

/// Dots per inch by the JFIF header; zeros when it does not say.
struct JpegDensity {
    int across = 0;
    int down = 0;
};
JpegDensity densityOf(const QByteArray &jpeg);

/// The reverse, four times faster than Leptonica's reader: turned as a camera noted, four inks
/// made RGB. Null for a damaged one, also where only its end lacks. The caller has checked
/// the size.
PixPointer readJpeg(const QByteArray &jpeg);

}  // namespace station::imaging
