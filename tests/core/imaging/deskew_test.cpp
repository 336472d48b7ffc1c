#include "core/imaging/deskew.h"

#include "tests/core/imaging/pages.h"
#include "tests/support/catch.h"

using namespace station::imaging;
using namespace station::imaging::test;

TEST_CASE("a known skew is measured to a twentieth of a degree and removed", "[imaging]")
{
    const Image straight = withWriting(sheet());
    for (const double skew : {-2.5, -0.6, 0.4, 1.7}) {
        const Image skewed = deskewed(straight, skew);
        const double correction = skewCorrection(skewed, 5.0);
        CHECK(correction == Approx(-skew).margin(0.05));
        CHECK(skewCorrection(deskewed(skewed, correction), 5.0) == 0.0);
    }
}

TEST_CASE("a straight, an empty and a far too skewed side stay as they are", "[imaging]")
{
    CHECK(skewCorrection(withWriting(sheet()), 5.0) == 0.0);
    CHECK(skewCorrection(sheet(), 5.0) == 0.0);
    CHECK(skewCorrection(deskewed(withWriting(sheet()), 8.0), 3.0) == 0.0);
    const Image image = sheet();
    CHECK(deskewed(image, 0.0).pix() == image.pix());
}

TEST_CASE("a skew beyond what may be set right is told", "[imaging]")
{
    const Image letter = fixture("letter_200dpi.jpg");
    CHECK_FALSE(skewOf(letter, 5.0).tooLarge);
    CHECK_FALSE(skewOf(deskewed(letter, 4.0), 5.0).tooLarge);
    for (const double skew : {-12.0, 8.0})
        CHECK(skewOf(deskewed(letter, skew), 5.0).tooLarge);
    CHECK_FALSE(skewOf(sheet(), 5.0).tooLarge);
}

TEST_CASE("what comes in at the edges continues paper and scanner lid", "[imaging]")
{
    CHECK(levelAt(deskewed(sheet(false, 250), 4.0), 0, 0) == 250);
    const Image halfOnLid = withBox(sheet(true, 240), {0, 620, 874, 620}, 0x1e1e1e00U);
    const Image turned = deskewed(halfOnLid, 4.0);
    CHECK(levelAt(turned, 0, 1239) == 30);
    CHECK(levelAt(turned, 873, 0) == 240);
    CHECK(levelAt(turned, 0, 0) == 240);
}
