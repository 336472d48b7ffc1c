#include "core/imaging/recognition_image.h"

#include "tests/core/imaging/pages.h"
#include "tests/support/catch.h"

using namespace station::imaging;
using namespace station::imaging::test;

TEST_CASE("the engine sees neither seal nor table lines but the letters, at 300 dpi", "[imaging]")
{
    Image side = withWriting(sheet(true, 235), 0x14141400U);
    side = withBox(side, {600, 1100, 9, 16}, 0xe6303000U);  // red letter of a seal
    side = withBox(side, {100, 150, 700, 3}, 0x20202000U);  // ruling lines
    side = withBox(side, {60, 150, 3, 900}, 0x20202000U);
    const Image page = recognitionImage(side, RecognitionRecipe{});
    CHECK(page.isGray());
    CHECK(page.dpi() == 300);
    CHECK(page.width() == 2 * side.width());
    CHECK(levelAt(page, 2 * 20, 2 * 20) == 255);
    CHECK(levelAt(page, 2 * 604, 2 * 1108) > 200);
    CHECK(levelAt(page, 2 * 400, 2 * 151) == 255);
    CHECK(levelAt(page, 2 * 61, 2 * 500) == 255);
    CHECK(levelAt(page, 2 * 124, 2 * 208) < 60);

    CHECK(levelAt(recognitionImage(side, {.dropColour = false}), 2 * 604, 2 * 1108) < 150);
}

TEST_CASE("the side itself is not painted on", "[imaging]")
{
    const Image side =
        withBox(withWriting(Image(pixCopy(nullptr, sheet().pix()), 300)), {100, 150, 700, 3}, 20);
    recognitionImage(side, {.dropColour = false});
    CHECK(levelAt(side, 400, 151) == 20);
}
