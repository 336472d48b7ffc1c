#include "core/imaging/line_direction.h"

#include "core/imaging/upright.h"
#include "tests/core/imaging/pages.h"
#include "tests/support/catch.h"

using namespace station::imaging;
using namespace station::imaging::test;

TEST_CASE("lines of a letter and of a card are told level or upright", "[imaging]")
{
    const auto directionOf = [](const Image &image) {
        const Survey side(image);
        return lineDirectionOf(side.ink(), side.dpi());
    };
    for (const char *name : {"letter_200dpi.jpg", "identity_card_300dpi.jpg"}) {
        const Image page = fixture(name);
        CHECK(directionOf(page) == LineDirection::Level);
        CHECK(directionOf(turned(page, 90)) == LineDirection::Upright);
        CHECK(directionOf(turned(page, 180)) == LineDirection::Level);
    }
    CHECK(directionOf(sheet()) == LineDirection::Unknown);
}
