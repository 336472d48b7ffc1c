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
    CHECK(levelAt(kept, 120, 120) < 100);
}
