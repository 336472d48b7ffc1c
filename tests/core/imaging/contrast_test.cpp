#include "core/imaging/contrast.h"

#include "tests/core/imaging/pages.h"
#include "tests/support/catch.h"

using namespace station::imaging;
using namespace station::imaging::test;

TEST_CASE("print in black, in gray and on cards is clear", "[imaging]")
{
    CHECK(contrastOf(fixture("letter_200dpi.jpg")) == Contrast::Clear);
    CHECK(contrastOf(fixture("identity_card_300dpi.jpg")) == Contrast::Clear);
    CHECK(contrastOf(fixture("identity_card_gray_300dpi.jpg")) == Contrast::Clear);
    CHECK(contrastOf(sheet()) == Contrast::Clear);
}

TEST_CASE("a page scanned too dark and a faded one are told", "[imaging]")
{
    const Image letter = fixture("letter_200dpi.jpg");
    CHECK(contrastOf(darkened(letter, 0.45)) == Contrast::TooDark);
    for (const double share : {0.4, 0.25, 0.15})
        CHECK(contrastOf(faded(letter, share)) == Contrast::TooLight);
    CHECK(contrastOf(faded(letter, 0.7)) == Contrast::Clear);
}

TEST_CASE("what shines through an otherwise empty side is no faded print", "[imaging]")
{
    CHECK(contrastOf(faded(mirrored(fixture("letter_200dpi.jpg")), 0.16)) == Contrast::Clear);
}
