#pragma once

#include "core/imaging/image.h"
#include "core/imaging/pix_pointer.h"

#include <QRect>

#include <algorithm>
#include <random>

namespace station::imaging::test {

/// An empty sheet in A5 at 150 dpi, gray or colour, of one brightness.
inline Image sheet(bool colour = false, l_uint32 level = 250)
{
    Pix *pix = pixCreate(874, 1240, colour ? 32 : 8);
    pixSetAllGray(pix, static_cast<l_int32>(level));
    return {pix, 150};
}

/// A copy of the image with one rectangle filled; 0xRRGGBB00 in colour.
inline Image withBox(const Image &image, QRect at, l_uint32 value)
{
    Pix *pix = pixCopy(nullptr, image.pix());
    for (int y = at.top(); y <= at.bottom(); ++y) {
        for (int x = at.left(); x <= at.right(); ++x)
            pixSetPixel(pix, x, y, value);
    }
    return {pix, image.dpi()};
}

/// Lines of letter-sized marks with the given gray value.
inline Image withWriting(Image image, l_uint32 value = 20)
{
    PixPointer pix(pixCopy(nullptr, image.pix()));
    for (int y = 200; y < 1040; y += 40) {
        for (int x = 120; x < 750; x += 14) {
            for (int dy = 0; dy < 16; ++dy) {
                for (int dx = 0; dx < 9; ++dx)
                    pixSetPixel(pix.get(), x + dx, y + dy, value);
            }
        }
    }
    return {pix.release(), image.dpi()};
}

/// Every sample of every pixel put through `change`.
template <typename Change>
Image changed(const Image &image, Change change)
{
    Pix *pix = pixCopy(nullptr, image.pix());
    for (l_uint32 *at = pixGetData(pix); at < pixGetData(pix) + pixGetWpl(pix) * image.height();
         ++at) {
        l_uint32 word = 0;
        for (unsigned shift = 0; shift < 32; shift += 8)
            word |= static_cast<l_uint32>(
                        std::clamp(change(static_cast<int>(*at >> shift & 255U)), 0, 255))
                    << shift;
        *at = word;
    }
    return {pix, image.dpi()};
}

/// The same page with that share of its contrast left on white.
inline Image faded(const Image &image, double share)
{
    return changed(image, [&](int value) { return 250 - static_cast<int>((250 - value) * share); });
}

inline Image darkened(const Image &image, double share)
{
    return changed(image, [&](int value) { return static_cast<int>(value * share); });
}

/// The same noise for each run.
inline Image noisy(const Image &image, int most, unsigned seed = 1)
{
    std::minstd_rand random(seed);
    return changed(image, [&](int value) {
        return value + static_cast<int>(random() % static_cast<unsigned>(2 * most + 1)) - most;
    });
}

inline Image mirrored(const Image &image)
{
    return {pixFlipLR(nullptr, image.pix()), image.dpi()};
}

inline int levelAt(const Image &image, int x, int y)
{
    unsigned value = 0;
    pixGetPixel(image.pix(), x, y, &value);
    return static_cast<int>(image.isGray() ? value : value >> 24);
}

inline Image fixture(const char *name)
{
    return *loadImage(QStringLiteral(STATION_FIXTURES_DIR "/papers/") + QLatin1String(name), 300);
}

}  // namespace station::imaging::test
