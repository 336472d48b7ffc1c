#pragma once

#include <QByteArray>
#include <QByteArrayList>

namespace station::testing {

/// A few letters on paper, small so that changes hit headers, in every form that is read:
/// PNM, JPEG (gray, colour, CMYK), PNG (1, 8 and 16 bit, palette), TIFF with each compression.
QByteArrayList samplePictures();

/// Words of the formats, to be put into them.
QByteArrayList pictureWords();

}  // namespace station::testing
