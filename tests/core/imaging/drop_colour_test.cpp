#include "core/imaging/drop_colour.h"

#include "tests/core/imaging/pages.h"
#include "tests/support/catch.h"

using namespace station::imaging;
using namespace station::imaging::test;

TEST_CASE("seal, pen and blue paper become bright, print stays black", "[imaging]")
{
    Image page = withBox(sheet(true, 240), {100, 100, 50, 50}, 0xd0203000U);
    page = withBox(page, {200, 100, 50, 50}, 0x2030c000U);
    page = withBox(page, {300, 100, 50, 50}, 0x18181800U);
    const Image dropped(withoutColour(page).release(), 150);
    CHECK(levelAt(dropped, 120, 120) > 200);
    CHECK(levelAt(dropped, 220, 120) > 180);
    CHECK(levelAt(dropped, 320, 120) < 30);
    const Image kept(withColour(page).release(), 150);
    CHECK(levelAt(kept, 120, 120) < 130);
}

TEST_CASE("pens and seals become white, the print below and beside them stays black", "[imaging]")
{
    Image page = withWriting(sheet(true, 240), 0x18181800U);
    page = withBox(page, {100, 100, 80, 4}, 0x2848a000U);  // a stroke of the pen
    page = withBox(page, {100, 110, 80, 4}, 0xc8283000U);  // the rim of a seal
    page = withBox(page, {120, 98, 9, 20}, 0x18181800U);   // a letter across both
    const Image clean(withoutPens(page).release(), 150);
    CHECK(levelAt(clean, 170, 102) > 230);
    CHECK(levelAt(clean, 170, 112) > 230);
    CHECK(levelAt(clean, 124, 102) < 30);
    CHECK(levelAt(clean, 124, 208) < 30);
    CHECK(levelAt(Image(withoutColour(page).release(), 150), 170, 102) < 180);
}

TEST_CASE("the rim that coarse colour leaves of a stroke goes with it", "[imaging]")
{
    Image page = withWriting(sheet(true, 240), 0x18181800U);
    page = withBox(page, {100, 99, 80, 6}, 0x8c8c9000U);  // darker than paper, without colour
    page = withBox(page, {100, 100, 80, 4}, 0x2848b400U);
    const Image clean(withoutPens(page).release(), 150);
    CHECK(levelAt(clean, 140, 99) > 220);
    CHECK(levelAt(clean, 140, 104) > 220);
}

TEST_CASE("a receipt printed in blue keeps its print", "[imaging]")
{
    const Image page = withWriting(sheet(true, 240), 0x2840a000U);
    const Image clean(withoutPens(page).release(), 150);
    CHECK(levelAt(clean, 124, 208) < 170);
}
