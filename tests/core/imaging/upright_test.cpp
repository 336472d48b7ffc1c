#include "core/imaging/upright.h"

#include "tests/core/imaging/pages.h"
#include "tests/support/catch.h"

using namespace station::imaging;
using namespace station::imaging::test;

TEST_CASE("a letter is found in each of the four rotations and turned back", "[imaging]")
{
    const Image letter = fixture("letter_200dpi.jpg");
    for (const int rotation : {0, 90, 180, 270}) {
        const Image fed = turned(letter, rotation);
        const auto found = uprightRotation(fed);
        REQUIRE(found);
        CHECK(*found == (360 - rotation) % 360);
        const Image upright = turned(fed, *found);
        l_int32 same = 0;
        pixEqual(letter.pix(), upright.pix(), &same);
        CHECK(same == 1);
    }
}

TEST_CASE("an empty sheet and a card leave the rotation undecided", "[imaging]")
{
    CHECK_FALSE(uprightRotation(sheet()));
    CHECK_FALSE(uprightRotation(turned(fixture("identity_card_300dpi.jpg"), 180)));
}
