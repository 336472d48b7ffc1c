#include "core/imaging/leader_dots.h"

#include "tests/core/imaging/pages.h"
#include "tests/support/catch.h"

using namespace station::imaging;
using namespace station::imaging::test;

namespace {

constexpr int dpi = 300;
constexpr int dotSide = 5;

Image page()
{
    return {pixCopy(nullptr, sheet().pix()), dpi};
}

Image withDot(const Image &image, int x, int y, int side = dotSide)
{
    return withBox(image, {x, y, side, side}, 20);
}

Image withDots(Image image, int x, int y, int count, int step)
{
    for (int i = 0; i < count; ++i)
        image = withDot(image, x + i * step, y + i % 2);
    return image;
}

Image withoutLeaders(const Image &image)
{
    Pix *gray = pixCopy(nullptr, image.pix());
    removeLeaders(gray, dpi);
    return {gray, dpi};
}

bool isInk(const Image &image, int x, int y)
{
    return levelAt(image, x + dotSide / 2, y + dotSide / 2) < 128;
}

int dotsLeft(const Image &image, int x, int y, int count, int step)
{
    int left = 0;
    for (int i = 0; i < count; ++i)
        left += isInk(image, x + i * step, y) ? 1 : 0;
    return left;
}

}  // namespace

TEST_CASE("a dotted blank goes, also askew, the letters beside it stay", "[imaging]")
{
    Image form = withBox(page(), {60, 180, 14, 24}, 20);
    form = withDots(form, 90, 200, 40, 11);
    for (int i = 0; i < 30; ++i)
        form = withDot(form, 100 + 12 * i, 400 + i / 2);
    const Image clean = withoutLeaders(form);
    CHECK(dotsLeft(clean, 90, 200, 40, 11) == 0);
    for (int i = 0; i < 30; ++i)
        CHECK_FALSE(isInk(clean, 100 + 12 * i, 400 + i / 2));
    CHECK(levelAt(clean, 66, 190) == 20);
}

TEST_CASE("a blank of which letters hide some dots goes beyond them", "[imaging]")
{
    Image form = withDots(page(), 100, 300, 30, 12);
    form = withBox(form, {100 + 10 * 12 - 3, 260, 36, 60}, 20);  // over three of the dots
    const Image clean = withoutLeaders(form);
    CHECK(dotsLeft(clean, 100, 300, 9, 12) == 0);
    CHECK(dotsLeft(clean, 100 + 14 * 12, 300, 16, 12) == 0);
    CHECK(levelAt(clean, 110 + 10 * 12, 290) == 20);
}

TEST_CASE("few dots, uneven dots and dots of different size are no blank", "[imaging]")
{
    const Image three = withDots(page(), 100, 200, 3, 12);
    CHECK(dotsLeft(withoutLeaders(three), 100, 200, 3, 12) == 3);
    const Image five = withDots(page(), 100, 200, 5, 12);
    CHECK(dotsLeft(withoutLeaders(five), 100, 200, 5, 12) == 5);

    Image uneven = page();
    const std::vector<int> places{100, 112, 131, 139, 160, 168, 190, 204, 230, 239};
    for (const int x : places)
        uneven = withDot(uneven, x, 200);
    const Image kept = withoutLeaders(uneven);
    for (const int x : places)
        CHECK(isInk(kept, x, 200));

    Image mixed = page();
    for (int i = 0; i < 10; ++i)
        mixed = withDot(mixed, 100 + 14 * i, 200, i % 2 == 0 ? 3 : 8);
    CHECK(dotsLeft(withoutLeaders(mixed), 99, 200, 10, 14) == 10);
}

TEST_CASE("a colon before a dotted blank keeps both dots, a stop elsewhere stays", "[imaging]")
{
    Image form = withDots(page(), 100, 200, 20, 12);
    form = withDot(withDot(form, 88, 200), 88, 182);
    form = withDot(form, 360, 220);
    const Image clean = withoutLeaders(form);
    CHECK(isInk(clean, 88, 200));
    CHECK(isInk(clean, 88, 182));
    CHECK(isInk(clean, 360, 220));
    CHECK(dotsLeft(clean, 100, 200, 20, 12) == 0);
}
