#include "core/imaging/jpeg_header.h"

#include "tests/core/pdf/sample_jpeg.h"
#include "tests/support/catch.h"

namespace station::imaging {

using pdf::sampleJpeg;
using pdf::SampleKind;

TEST_CASE("the header of a JPEG says its size and number of colours", "[imaging]")
{
    const auto [kind, components] = GENERATE(table<SampleKind, int>(
        {{SampleKind::Gray, 1}, {SampleKind::Colour, 3}, {SampleKind::Progressive, 3}}));
    const auto header = readJpegHeader(sampleJpeg(321, 123, kind));
    REQUIRE(header);
    CHECK(header->width == 321);
    CHECK(header->height == 123);
    CHECK(header->components == components);
}

TEST_CASE("what is not a gray or colour JPEG has no header", "[imaging]")
{
    const QByteArray whole = sampleJpeg(64, 64, SampleKind::Colour);
    CHECK_FALSE(readJpegHeader({}));
    CHECK_FALSE(readJpegHeader("P6 64 64 255 "));
    CHECK_FALSE(readJpegHeader(sampleJpeg(64, 64, SampleKind::FourColours)));
    for (qsizetype kept = 0; kept < 100; ++kept)
        CHECK_FALSE(readJpegHeader(whole.left(kept)));
}

}  // namespace station::imaging
