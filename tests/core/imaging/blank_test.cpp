#include "core/imaging/blank.h"

#include "tests/core/imaging/pages.h"
#include "tests/support/catch.h"

#include <cmath>
#include <numbers>

using namespace station::imaging;
using namespace station::imaging::test;

namespace {

Image withRing(const Image &image, l_uint32 value)
{
    Pix *pix = pixCopy(nullptr, image.pix());
    for (int degree = 0; degree < 3600; ++degree) {
        const double angle = degree * 0.1 * std::numbers::pi / 180;
        for (int r = 86; r <= 90; ++r)
            pixSetPixel(pix, 500 + static_cast<int>(r * std::cos(angle)),
                        700 + static_cast<int>(r * std::sin(angle)), value);
    }
    return {pix, image.dpi()};
}

/// A wavy stroke 100 mm long, 5 mm high, 0.5 mm thick: joined-up writing.
Image withStroke(const Image &image, l_uint32 value)
{
    Pix *pix = pixCopy(nullptr, image.pix());
    for (int step = 0; step < 6000; ++step) {
        const int x = 120 + step / 10;
        const int y = 500 + static_cast<int>(15 * std::sin(step * 0.02));
        for (int d = 0; d < 9; ++d)
            pixSetPixel(pix, x + d % 3, y + d / 3, value);
    }
    return {pix, image.dpi()};
}

}  // namespace

TEST_CASE("an empty side with dust, a punch hole, a fold and a dark edge is blank", "[imaging]")
{
    Image image = sheet();
    for (int i = 0; i < 60; ++i)
        image = withBox(image, {40 + 13 * i, 50 + 19 * i, 2, 2}, 10);
    image = withBox(image, {25, 600, 34, 34}, 15);
    image = withBox(image, {0, 700, 874, 2}, 120);
    image = withBox(image, {866, 0, 8, 1240}, 20);
    CHECK(isBlank(image));
}

TEST_CASE("print that shines through does not count, faint print does", "[imaging]")
{
    CHECK(isBlank(withWriting(sheet(), 233)));
    CHECK(isBlank(faded(mirrored(fixture("letter_200dpi.jpg")), 0.16)));
    CHECK_FALSE(isBlank(faded(fixture("letter_200dpi.jpg"), 0.16)));
    CHECK_FALSE(isBlank(withWriting(sheet(), 150)));
}

TEST_CASE("a faint coloured stamp is not blank", "[imaging]")
{
    // A ring of 30 mm from a dry pad: an eighth darker than the paper, but red.
    CHECK_FALSE(isBlank(withRing(sheet(true), 0xfad0ccffU)));
    CHECK(isBlank(withRing(sheet(true), 0xf0ececffU)));  // the same ring through the paper
}

TEST_CASE("one line written by hand in a single stroke is not blank", "[imaging]")
{
    CHECK_FALSE(isBlank(withStroke(sheet(), 60)));
    CHECK_FALSE(isBlank(withStroke(sheet(), 185)));  // by pencil
}

TEST_CASE("holes, show-through, shadow and noise together are still blank", "[imaging]")
{
    Image image = faded(mirrored(fixture("letter_200dpi.jpg")), 0.08);
    for (const int y : {700, 1330})
        image = withBox(image, {90, y, 44, 44}, 0x18181800U);
    image = withBox(image, {3, 0, 12, image.height()}, 0x50505000U);
    CHECK(isBlank(noisy(image, 8)));
}

TEST_CASE("one line, a coloured seal or a signature is not blank", "[imaging]")
{
    Image line = sheet();
    for (int x = 120; x < 300; x += 14)
        line = withBox(line, {x, 400, 9, 16}, 20);
    CHECK_FALSE(isBlank(line));
    CHECK_FALSE(isBlank(withBox(sheet(true), {500, 800, 200, 200}, 0xd0203000U)));
    CHECK_FALSE(isBlank(fixture("letter_200dpi.jpg")));
}
