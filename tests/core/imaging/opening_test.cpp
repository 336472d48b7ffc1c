#include "core/imaging/opening.h"

#include "tests/support/catch.h"

#include <random>

using namespace station::imaging;

namespace {

/// Strokes of all lengths; one in ten pixels is missing.
PixPointer strokes(int width, int height, unsigned seed)
{
    std::mt19937 random(seed);
    PixPointer mask(pixCreate(width, height, 1));
    for (int i = 0; i < 60; ++i) {
        const int length = 1 + static_cast<int>(random() % 300);
        const int x = static_cast<int>(random() % static_cast<unsigned>(width));
        const int y = static_cast<int>(random() % static_cast<unsigned>(height));
        const bool level = random() % 2 == 0;
        pixRasterop(mask.get(), x, y, level ? length : 3, level ? 3 : length, PIX_SET, nullptr, 0,
                    0);
    }
    for (int i = 0; i < width * height / 10; ++i)
        pixSetPixel(mask.get(), static_cast<int>(random() % static_cast<unsigned>(width)),
                    static_cast<int>(random() % static_cast<unsigned>(height)), 0);
    return mask;
}

}  // namespace

TEST_CASE("long openings are the library's own", "[imaging]")
{
    const int length = GENERATE(1, 2, 3, 7, 64, 83, 147);
    const auto along = GENERATE(Along::Rows, Along::Columns);
    const auto [width, height] = GENERATE(std::pair{317, 211}, std::pair{640, 500});
    CAPTURE(length, static_cast<int>(along), width);
    const PixPointer mask = strokes(width, height, static_cast<unsigned>(length));
    const PixPointer own = opened(mask.get(), length, along);
    const bool rows = along == Along::Rows;
    const PixPointer librarys(
        pixOpenBrick(nullptr, mask.get(), rows ? length : 1, rows ? 1 : length));
    int same = 0;
    REQUIRE(pixEqual(own.get(), librarys.get(), &same) == 0);
    CHECK(same == 1);
}

TEST_CASE("a stroke at the edge counts as long as it is seen", "[imaging]")
{
    const PixPointer mask(pixCreate(100, 40, 1));
    pixRasterop(mask.get(), 0, 5, 30, 1, PIX_SET, nullptr, 0, 0);
    pixRasterop(mask.get(), 71, 9, 29, 1, PIX_SET, nullptr, 0, 0);
    const PixPointer long30 = opened(mask.get(), 30, Along::Rows);
    int count = 0;
    REQUIRE(pixCountPixels(long30.get(), &count, nullptr) == 0);
    CHECK(count == 30);
}
