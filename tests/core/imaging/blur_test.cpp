#include "core/imaging/blur.h"

#include "tests/core/imaging/pages.h"
#include "tests/support/catch.h"

using namespace station::imaging;
using namespace station::imaging::test;

TEST_CASE("a page out of focus is told, sharp, faded and empty ones are not", "[imaging]")
{
    const auto blurred = [](const Image &image, double mm) {
        const int reach = static_cast<int>(mm / 2 * image.dpi() / 25.4);
        return Image(pixBlockconv(image.pix(), reach, reach), image.dpi());
    };
    for (const char *name : {"letter_200dpi.jpg", "identity_card_300dpi.jpg"}) {
        const Image page = fixture(name);
        CHECK_FALSE(isBlurred(page));
        CHECK(isBlurred(blurred(page, 1.0)));
    }
    CHECK_FALSE(isBlurred(faded(fixture("letter_200dpi.jpg"), 0.7)));
    CHECK_FALSE(isBlurred(sheet()));
}
