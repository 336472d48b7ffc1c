#include "core/imaging/tone.h"

#include "tests/core/imaging/pages.h"
#include "tests/support/catch.h"

using namespace station::imaging;
using namespace station::imaging::test;

TEST_CASE("grayish paper becomes brighter and what is drawn keeps its distance", "[imaging]")
{
    const Image page =
        withBox(withWriting(sheet(true, 222), 0x28282800U), {500, 1100, 80, 80}, 0xc0405000U);
    const double gain = toneGain(page);
    CHECK(gain == Approx(245.0 / 222).margin(0.01));
    const Image bright = brightened(page, gain);
    CHECK(levelAt(bright, 20, 20) == 245);
    CHECK(levelAt(bright, 124, 208) == Approx(40 * gain).margin(1));
    CHECK(levelAt(bright, 540, 1140) == Approx(0xc0 * gain).margin(1));
    CHECK(levelAt(page, 20, 20) == 222);
}

TEST_CASE("white, coloured and very dark paper keep their tone", "[imaging]")
{
    CHECK(toneGain(sheet(true, 246)) == 1.0);
    CHECK(toneGain(withBox(sheet(true, 222), {0, 0, 874, 1240}, 0xbcdefa00U)) == 1.0);
    CHECK(toneGain(sheet(false, 90)) == 1.0);
    CHECK(toneGain(sheet(false, 190)) == 1.15);
}
