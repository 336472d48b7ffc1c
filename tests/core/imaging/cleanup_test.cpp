#include "core/imaging/cleanup.h"

#include "core/imaging/deskew.h"
#include "core/imaging/upright.h"
#include "tests/core/imaging/pages.h"
#include "tests/support/catch.h"

using namespace station;
using namespace station::imaging;
using namespace station::imaging::test;

TEST_CASE("a letter fed upside down and askew comes out upright and level", "[imaging]")
{
    const Image fed = deskewed(turned(fixture("letter_200dpi.jpg"), 180), 1.5);
    const auto clean = cleanUp(fed, {}, {});
    REQUIRE(clean);
    CHECK(clean->rotationDeg == 180);
    CHECK(clean->skewDeg == Approx(-1.0).margin(0.1));  // the letter itself was 0.5 askew
    CHECK_FALSE(clean->blank);
    CHECK(clean->image.dpi() == 200);
    CHECK(skewCorrection(clean->image, 5.0) == 0.0);
}

TEST_CASE("the second opinion is asked only where the page does not decide", "[imaging]")
{
    int asked = 0;
    CleanupOptions options;
    options.secondOpinion = [&](const Image &) {
        ++asked;
        return std::optional(90);
    };
    CHECK(cleanUp(fixture("letter_200dpi.jpg"), options, {})->rotationDeg == 0);
    CHECK(asked == 0);
    CHECK(cleanUp(withWriting(sheet()), options, {})->rotationDeg == 90);
    CHECK(asked == 1);
}

TEST_CASE("a blank side is flagged and handed on", "[imaging]")
{
    const auto clean = cleanUp(sheet(), {}, {});
    REQUIRE(clean);
    CHECK(clean->blank);
    CHECK(clean->image.width() == 874);
}

TEST_CASE("a stopped clean-up is cancelled", "[imaging]")
{
    std::stop_source stop;
    stop.request_stop();
    const auto clean = cleanUp(withWriting(sheet()), {}, stop.get_token());
    REQUIRE_FALSE(clean);
    CHECK(clean.error().fault == Fault::Cancelled);
}
