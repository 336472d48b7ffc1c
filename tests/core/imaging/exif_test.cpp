#include "core/imaging/exif.h"

#include "tests/support/catch.h"

using namespace station::imaging;

namespace {

/// A JPEG's beginning with a note of orientation and 300 dpi, most significant byte first.
QByteArray noted(char orientation)
{
    QByteArray tiff("MM\0\x2a\0\0\0\x08", 8);
    tiff += QByteArray("\0\x02", 2);
    tiff += QByteArray("\x01\x12\0\x03\0\0\0\x01\0", 9) + orientation + QByteArray("\0\0", 2);
    tiff += QByteArray("\x01\x1a\0\x05\0\0\0\x01\0\0\0\x26", 12);
    tiff += QByteArray("\0\0\0\0", 4);
    tiff += QByteArray("\0\0\x01\x2c\0\0\0\x01", 8);
    const auto length = static_cast<char>(tiff.size() + 8);
    return QByteArray("\xff\xd8\xff\xe1\0", 5) + length + QByteArray("Exif\0\0", 6) + tiff;
}

}  // namespace

TEST_CASE("a photo's note says how it is turned and how fine it is", "[imaging]")
{
    CHECK(exifOf(noted(6)).turnDeg == 90);
    CHECK(exifOf(noted(8)).turnDeg == 270);
    CHECK(exifOf(noted(3)).turnDeg == 180);
    CHECK(exifOf(noted(1)).turnDeg == 0);
    CHECK(exifOf(noted(1)).dpi == 300);
}

TEST_CASE("a note cut off anywhere says nothing and is not read beyond its end", "[imaging]")
{
    const QByteArray whole = noted(6);
    for (qsizetype size = 0; size < whole.size(); ++size)
        exifOf(whole.left(size));
    CHECK(exifOf(whole.left(24)).turnDeg == 0);
    CHECK(exifOf("\xff\xd8").dpi == 0);
}
