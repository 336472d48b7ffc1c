#include "core/imaging/seals.h"

#include "tests/core/imaging/pages.h"
#include "tests/support/catch.h"

#include <cmath>

using namespace station::imaging;
using namespace station::imaging::test;

namespace {

constexpr int sealX = 500;
constexpr int sealY = 1090;  // its top crosses the last line of the writing
constexpr int radius = 100;  // 34 mm across, as the rules for seals want

/// A ring with a star's worth of ink in its middle; what it covers only gets darker.
Image withSeal(const Image &image, int level)
{
    Pix *pix = pixCopy(nullptr, image.pix());
    for (int y = sealY - radius; y <= sealY + radius; ++y) {
        for (int x = sealX - radius; x <= sealX + radius; ++x) {
            const double from = std::hypot(x - sealX, y - sealY);
            unsigned before = 0;
            pixGetPixel(pix, x, y, &before);
            if ((from > radius - 5 && from <= radius) || from < 8)
                pixSetPixel(pix, x, y, std::min(before, static_cast<unsigned>(level)));
        }
    }
    return {pix, image.dpi()};
}

Image withoutSeals(const Image &page)
{
    PixPointer gray(pixCopy(nullptr, page.pix()));
    removeSeals(gray.get(), page.dpi());
    return {gray.release(), page.dpi()};
}

}  // namespace

TEST_CASE("a gray seal goes and the black letters below it stay", "[imaging]")
{

    const Image page = withSeal(withWriting(sheet(), 20), 95);
    REQUIRE(levelAt(page, sealX, sealY + radius - 2) == 95);
    const Image clean = withoutSeals(page);
    CHECK(levelAt(clean, sealX, sealY + radius - 2) == 255);
    CHECK(levelAt(clean, sealX, sealY) == 255);
    for (int x = 120; x < 750; x += 14) {
        for (int y = 200; y < 1040; y += 40) {
            INFO(x << ' ' << y);
            REQUIRE(levelAt(clean, x + 4, y + 8) == 20);
        }
    }
}

TEST_CASE("a seal as black as the print is left alone", "[imaging]")
{
    const Image page = withSeal(withWriting(sheet(), 20), 22);
    CHECK(levelAt(withoutSeals(page), sealX, sealY + radius - 2) == 22);
}

TEST_CASE("pale print stays where no large mark is paler than the rest", "[imaging]")
{
    const Image page = withBox(withWriting(sheet(), 120), {100, 100, 600, 30}, 20);
    const Image clean = withoutSeals(page);
    CHECK(levelAt(clean, 124, 608) == 120);
}

TEST_CASE("a frame of a table is no seal though it is pale", "[imaging]")
{
    Image page = withWriting(sheet(), 20);
    for (const QRect &rule : {QRect(100, 180, 660, 3), QRect(100, 900, 660, 3),
                              QRect(100, 180, 3, 720), QRect(757, 180, 3, 720)})
        page = withBox(page, rule, 100);
    const Image clean = withoutSeals(page);
    CHECK(levelAt(clean, 400, 181) == 100);
    CHECK(levelAt(clean, 101, 500) == 100);
}
