#include "core/imaging/layered_maker.h"

#include "core/imaging/jpeg.h"
#include "core/imaging/layered_composer.h"
#include "core/imaging/layered_mask.h"
#include "tests/core/imaging/pages.h"
#include "tests/support/catch.h"

#include <cmath>
#include <random>

using namespace station::imaging;
using namespace station::imaging::test;

namespace {

constexpr l_uint32 black = 0x24222600;
constexpr l_uint32 red = 0xD8506800;
constexpr l_uint32 blue = 0x2038A000;
constexpr l_uint32 pencil = 0xD0D0CE00;

/// A5 at 300 dpi: print, shaded paper and room below.
const Image &letter()
{
    static const Image drawn = [] {
        PixPointer pix(pixCreate(1748, 2480, 32));
        for (int y = 0; y < 2480; ++y) {
            for (int x = 0; x < 1748; ++x) {
                const auto shade = static_cast<l_uint32>(248 - y / 400);
                pixSetPixel(pix.get(), x, y, shade << 24 | shade << 16 | (shade - 8) << 8);
            }
        }
        L_BMF *font = bmfCreate(nullptr, 20);
        PixPointer words(pixCreate(870, 600, 1));
        for (int line = 0; line < 20; ++line)
            pixSetTextline(words.get(), font, "Nothing drawn may disappear or change 1234567890", 1,
                           20, 30 + 29 * line, nullptr, nullptr);
        bmfDestroy(&font);
        words.reset(pixScaleBinary(words.get(), 2.0F, 2.0F));
        pixPaintThroughMask(pix.get(), words.get(), 0, 100, black);
        return Image(pix.release(), 300);
    }();
    return drawn;
}

/// As soft as a scanner sees it.
Image scanned(const Image &drawn)
{
    return {pixBlockconv(drawn.pix(), 1, 1), drawn.dpi()};
}

/// With noise of ±4 levels in each channel; `noisy` is too slow for so many pages.
Image grained(const Image &image)
{
    Pix *pix = pixCopy(nullptr, image.pix());
    l_uint32 random = 1;
    for (int y = 0; y < pixGetHeight(pix); ++y) {
        l_uint32 *line = pixGetData(pix) + y * pixGetWpl(pix);
        for (int x = 0; x < pixGetWidth(pix); ++x) {
            random = random * 1664525 + 1013904223;
            // Between the drawn levels and 0 or 255 there is room.
            line[x] += (random >> 29) << 24 | (random >> 26 & 7) << 16 | (random >> 23 & 7) << 8;
            line[x] -= 0x04040400;
        }
    }
    return {pix, image.dpi()};
}

Image withRing(const Image &image, QPoint middle, int radius, l_uint32 color, int width = 7)
{
    Pix *pix = pixCopy(nullptr, image.pix());
    for (int y = -radius; y <= radius; ++y) {
        for (int x = -radius; x <= radius; ++x) {
            const double r = std::hypot(x, y);
            if (r <= radius && r > radius - width)
                pixSetPixel(pix, middle.x() + x, middle.y() + y, color);
        }
    }
    return {pix, image.dpi()};
}

std::array<int, 3> meanColor(Pix *pix, const QRect &at)
{
    std::array<int, 3> sums{};
    for (int y = at.top(); y <= at.bottom(); ++y) {
        for (int x = at.left(); x <= at.right(); ++x) {
            l_uint32 value = 0;
            pixGetPixel(pix, x, y, &value);
            sums[0] += static_cast<int>(value >> 24);
            sums[1] += static_cast<int>(value >> 16 & 0xFF);
            sums[2] += static_cast<int>(value >> 8 & 0xFF);
        }
    }
    for (int &sum : sums)
        sum /= at.width() * at.height();
    return sums;
}

int inkIn(const LayeredPicture &picture, const QRect &at)
{
    const PixPointer mask = maskFrom(picture.mask, picture.size);
    Box *box = boxCreate(at.left(), at.top(), at.width(), at.height());
    const PixPointer part(pixClipRectangle(mask.get(), box, nullptr));
    boxDestroy(&box);
    l_int32 ink = 0;
    pixCountPixels(part.get(), &ink, nullptr);
    return ink;
}

/// The largest difference of the mean colour of squares of 2 mm.
int farthest(Pix *one, Pix *other)
{
    int most = 0;
    for (int y = 0; y + 24 <= pixGetHeight(one); y += 24) {
        for (int x = 0; x + 24 <= pixGetWidth(one); x += 24) {
            const auto here = meanColor(one, QRect(x, y, 24, 24));
            const auto there = meanColor(other, QRect(x, y, 24, 24));
            for (std::size_t part = 0; part < 3; ++part)
                most = std::max(most, std::abs(here[part] - there[part]));
        }
    }
    return most;
}

}  // namespace

TEST_CASE("the layers of a letter show what it shows in a tenth of the bytes", "[imaging]")
{
    const Image side = grained(scanned(letter()));
    const auto picture = layered(side);
    REQUIRE(picture);
    CHECK(picture->size == QSize(1748, 2480));
    CHECK(picture->dpi == 300);
    const PixPointer page = composed(*picture);
    REQUIRE(page);
    CHECK(farthest(page.get(), side.pix()) < 14);
    CHECK(toBytes(*picture).size() < jpegOf(side, 75)->size() / 10);
}

TEST_CASE("seal, pen and faint pencil stay pictures and keep their colour", "[imaging]")
{
    Image side = withRing(letter(), {1200, 1750}, 200, red);
    side = withBox(side, {1000, 1900, 500, 5}, blue);  // through the seal
    side = withBox(side, {300, 1700, 300, 3}, pencil);
    side = withBox(side, {300, 240, 9, 5}, red);  // a tick between lines of print
    side = scanned(side);
    const auto picture = layered(side);
    REQUIRE(picture);
    CHECK(inkIn(*picture, {980, 1530, 560, 440}) == 0);
    CHECK(inkIn(*picture, {280, 1680, 340, 40}) == 0);
    const PixPointer page = composed(*picture);
    for (const QRect &drawn : {QRect(1420, 1899, 60, 7), QRect(1170, 1551, 60, 5),
                               QRect(320, 1698, 200, 7), QRect(299, 239, 11, 7)}) {
        const auto shown = meanColor(page.get(), drawn);
        const auto wanted = meanColor(side.pix(), drawn);
        for (std::size_t part = 0; part < 3; ++part)
            CHECK(std::abs(shown[part] - wanted[part]) < 12);
    }
}

TEST_CASE("a patch has no visible edge on the paper", "[imaging]")
{
    const Image side = scanned(withRing(letter(), {1200, 1750}, 200, red));
    const auto picture = layered(side);
    REQUIRE(picture);
    const PixPointer page = composed(*picture);
    int patches = 0;
    for (const auto &patch : picture->patches) {
        if (patch.at.width() == 1748)
            continue;  // the shading of the paper
        ++patches;
        const QRect inside(patch.at.left(), patch.at.top(), patch.at.width(), 2);
        const auto above = meanColor(page.get(), inside.translated(0, -2));
        const auto below = meanColor(page.get(), inside);
        for (std::size_t part = 0; part < 3; ++part)
            CHECK(std::abs(above[part] - below[part]) <= 1);
    }
    CHECK(patches > 0);
}

TEST_CASE("the check finds what was damaged in the mask", "[imaging]")
{
    // With the marks of Vietnamese as small as in 10 pt: a dot below and a stroke above.
    const QRect dot(700, 2000, 5, 5);
    const QRect tone(900, 2000, 9, 4);
    Image side = withBox(withBox(letter(), dot, black), tone, black);
    side = grained(scanned(side));
    const auto whole = layered(side);
    REQUIRE(whole);
    CHECK(holds(*whole, side));

    const auto changed = [&](const QRect &at, int operation) {
        LayeredPicture picture = *whole;
        const PixPointer mask = maskFrom(picture.mask, picture.size);
        pixRasterop(mask.get(), at.left(), at.top(), at.width(), at.height(), operation, nullptr, 0,
                    0);
        picture.mask = jbig2Of(mask.get());
        return picture;
    };
    CHECK_FALSE(holds(changed(dot.adjusted(-2, -2, 2, 2), PIX_CLR), side));
    CHECK_FALSE(holds(changed(tone.adjusted(-2, -2, 2, 2), PIX_CLR), side));
    CHECK_FALSE(holds(changed({1000, 2200, 4, 4}, PIX_SET), side));
    CHECK_FALSE(holds(changed({300, 2200, 40, 2}, PIX_SET), side));
}

TEST_CASE("the check finds a digit that became another one", "[imaging]")
{
    const Image side = grained(scanned(letter()));
    const auto whole = layered(side);
    REQUIRE(whole);
    // Each character of the first line shown in the place of its neighbour.
    const PixPointer mask = maskFrom(whole->mask, whole->size);
    const PixPointer print = maskFrom(whole->mask, whole->size);
    const int top = 140;
    const int height = 60;
    int damaged = 0;
    int found = 0;
    for (int x = 100; x < 1000; x += 120, ++damaged) {
        pixCopy(mask.get(), print.get());
        pixRasterop(mask.get(), x, top, 30, height, PIX_SRC, print.get(), x + 30, top);
        l_int32 same = 0;
        pixEqual(mask.get(), print.get(), &same);
        if (same == 1) {
            --damaged;
            continue;
        }
        LayeredPicture picture = *whole;
        picture.mask = jbig2Of(mask.get());
        if (!holds(picture, side))
            ++found;
    }
    CHECK(damaged > 5);
    CHECK(found == damaged);
}

TEST_CASE("the check finds a seal or pencil that is not there", "[imaging]")
{
    struct Drawn {
        QPoint middle;
        l_uint32 color;
        int width;
    };
    constexpr int radius = 60;
    const std::vector<Drawn> all{{{300, 1500}, red, 7},
                                 {{600, 1500}, 0xF4D8D800, 5},    // faint seal
                                 {{900, 1500}, 0xD0D0D000, 3},    // pencil
                                 {{1200, 1500}, 0xC8C8C600, 2},   // hair line
                                 {{1500, 1500}, 0xE6E6D000, 8}};  // faint stain
    Image side = letter();
    for (const Drawn &ring : all)
        side = withRing(side, ring.middle, radius, ring.color, ring.width);
    side = grained(scanned(side));
    const auto whole = layered(side);
    REQUIRE(whole);
    CHECK(holds(*whole, side));
    for (const Drawn &ring : all) {
        LayeredPicture without = *whole;
        const QRect gone(ring.middle - QPoint(80, 80), QSize(160, 160));
        for (auto &patch : without.patches) {
            if (patch.at.size() == without.size)
                continue;  // the shading of the paper
            PixPointer pix = readJpeg(patch.jpeg);
            const QRect part((gone.left() - patch.at.left()) * 2 / 3,
                             (gone.top() - patch.at.top()) * 2 / 3, 107, 107);
            for (int y = part.top(); y <= part.bottom(); ++y) {
                for (int x = part.left(); x <= part.right(); ++x)
                    pixSetPixel(pix.get(), x, y, 0xF5F5ED00);
            }
            patch.jpeg = *jpegOf(Image(pix.release(), 200), 92);
        }
        INFO(ring.middle.x());
        CHECK_FALSE(holds(without, side));
    }
}

TEST_CASE("what shows through stays to be read with the print over it in the mask", "[imaging]")
{
    Image side = letter();
    Pix *pix = pixCopy(nullptr, side.pix());
    L_BMF *font = bmfCreate(nullptr, 20);
    PixPointer words(pixCreate(870, 600, 1));
    for (int line = 0; line < 20; ++line)
        pixSetTextline(words.get(), font, "Nothing is known of what this once was 0987654321", 1,
                       24, 44 + 29 * line, nullptr, nullptr);
    bmfDestroy(&font);
    pixFlipLR(words.get(), words.get());
    words.reset(pixScaleBinary(words.get(), 2.0F, 2.0F));
    for (int y = 0; y < 1200; ++y) {
        for (int x = 0; x < 1740; ++x) {
            l_uint32 value = 0;
            if (GET_DATA_BIT(pixGetData(words.get()) + y * pixGetWpl(words.get()), x) == 0)
                continue;
            pixGetPixel(pix, x, y + 100, &value);
            if (value >> 24 > 200)
                pixSetPixel(pix, x, y + 100, value - 0x1C1C1C00);
        }
    }
    side = grained(scanned(Image(pix, 300)));
    const auto picture = layered(side);
    REQUIRE(picture);
    CHECK(holds(*picture, side));
    CHECK(inkIn(*picture, {0, 100, 1748, 1200}) > 100'000);
    CHECK(toBytes(*picture).size() < jpegOf(side, 70)->size() / 5);
}

TEST_CASE("creases and shadows of the paper need no patches", "[imaging]")
{
    Pix *pix = pixCopy(nullptr, letter().pix());
    for (int y = 0; y < pixGetHeight(pix); ++y) {
        auto *line = pixGetData(pix) + y * pixGetWpl(pix);
        for (int x = 0; x < pixGetWidth(pix); ++x) {
            const auto deep =
                static_cast<l_uint32>(8 + 8 * std::sin(x / 60.0) * std::cos(y / 70.0));
            if (line[x] >> 24 > 200)
                line[x] -= deep << 24 | deep << 16 | deep << 8;
        }
    }
    const Image side = grained(scanned(Image(pix, 300)));
    const auto picture = layered(side);
    REQUIRE(picture);
    CHECK(picture->patches.size() == 1);
    CHECK(picture->patches.front().at.size() == picture->size);
    CHECK(farthest(composed(*picture).get(), side.pix()) < 14);
}

TEST_CASE("a speck stays where it is", "[imaging]")
{
    const QRect speck(700, 2000, 4, 4);
    const auto picture = layered(withBox(scanned(letter()), speck, 0x20202000));
    REQUIRE(picture);
    CHECK(inkIn(*picture, speck) == 16);
}

TEST_CASE("layers are at 300 dpi whatever the side is", "[imaging]")
{
    const auto picture = layered(fixture("letter_200dpi.jpg"));
    REQUIRE(picture);
    CHECK(picture->dpi == 300);
    const Image side = fixture("letter_200dpi.jpg");
    CHECK(picture->size.width() == Approx(side.width() * 1.5).margin(1));
    CHECK(picture->size.height() == Approx(side.height() * 1.5).margin(1));
}

TEST_CASE("a side that layers would not make small keeps its JPEG", "[imaging]")
{
    CHECK_FALSE(layered(noisy(sheet(true, 128), 120)));
    CHECK_FALSE(layered(sheet(true, 40)));
    CHECK_FALSE(layered(Image(pixCreate(1, 1, 32), 300)));
}
