#include "core/imaging/cleanup.h"

#include "core/imaging/deskew.h"
#include "core/imaging/upright.h"
#include "tests/core/imaging/pages.h"
#include "tests/support/catch.h"

#include <cmath>

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

TEST_CASE("each step can be left out and the geometry tells what was done", "[imaging]")
{
    const Image fed = deskewed(turned(fixture("letter_200dpi.jpg"), 180), 1.5);
    const CleanupOptions nothing{
        .upright = false, .skewDeg = 0.0, .paperCrop = false, .tone = false};
    const auto same = cleanUp(fed, nothing, {});
    REQUIRE(same);
    CHECK(same->untouched);
    CHECK(same->image.pix() == fed.pix());

    CleanupOptions own = nothing;
    own.part = QRect(100, 200, 900, 1200);
    own.turnDeg = 90;
    own.skewDeg = 2.0;
    const auto part = cleanUp(fed, own, {});
    REQUIRE(part);
    CHECK_FALSE(part->untouched);
    CHECK(part->geometry.part == *own.part);
    CHECK(part->geometry.turnDeg == 90);
    CHECK(part->skewDeg == 2.0);
    CHECK(part->geometry.cleaned() == QSize(1200, 900));
    CHECK(part->image.width() == 1200);
}

TEST_CASE("a mark of the original is found where the geometry says", "[imaging]")
{
    const Image letter = fixture("letter_200dpi.jpg");
    const QRect spot(1200, 1900, 40, 40);
    const Image marked = withBox(letter, spot, 0x10d01000U);  // the only green
    const auto clean = cleanUp(turned(marked, 90), {}, {});
    REQUIRE(clean);
    const QPointF inFed(letter.height() - spot.center().y(), spot.center().x());
    const QPoint at = clean->geometry.toCleaned(inFed).toPoint();
    unsigned pixel = 0;
    pixGetPixel(clean->image.pix(), at.x(), at.y(), &pixel);
    CHECK((pixel >> 16 & 255U) > 150);
    CHECK((pixel >> 24) < 80);
    CHECK(clean->geometry.cleaned() == QSize(clean->image.width(), clean->image.height()));
}

TEST_CASE("three words by hand or one seal are not blank, alone on a side", "[imaging]")
{
    Image words = sheet(true);
    for (int x = 300; x < 500; x += 70) {
        for (int step = 0; step < 40; ++step)
            words = withBox(words, {x + step, 600 + qRound(8 * std::sin(step * 0.3)), 2, 4},
                            0x2030a000U);
    }
    CHECK_FALSE(cleanUp(words, {}, {})->blank);
    CHECK_FALSE(cleanUp(withBox(sheet(true), {500, 800, 150, 150}, 0xe0909800U), {}, {})->blank);
}
