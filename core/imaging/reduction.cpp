#include "core/imaging/reduction.h"

#include <algorithm>

namespace station::imaging {
namespace {

struct Sums {
    l_uint32 red = 0;
    l_uint32 green = 0;
    l_uint32 blue = 0;

    void add(l_uint32 pixel)
    {
        red += pixel >> 24;
        green += pixel >> 16 & 255U;
        blue += pixel >> 8 & 255U;
    }
};

/// Luma with the weights 0.3, 0.5, 0.2, and the difference of the channels.
void put(const Sums &sums, l_uint32 count, l_uint8 &gray, l_uint8 &colour)
{
    gray =
        static_cast<l_uint8>((77 * sums.red + 128 * sums.green + 51 * sums.blue) / (256 * count));
    const auto [least, most] = std::minmax({sums.red, sums.green, sums.blue});
    colour = static_cast<l_uint8>((most - least) / count);
}

template <int factor>
void reduceRow(const l_uint32 *from, int wordsPerLine, l_uint8 *gray, l_uint8 *colour, int width)
{
    for (int x = 0; x < width; ++x) {
        Sums sums;
        for (int dy = 0; dy < factor; ++dy) {
            for (int dx = 0; dx < factor; ++dx)
                sums.add(from[dy * wordsPerLine + x * factor + dx]);
        }
        put(sums, factor * factor, gray[x], colour[x]);
    }
}

l_uint8 *bytesOf(Pix *pix, int y)
{
    return reinterpret_cast<l_uint8 *>(pixGetData(pix) + qsizetype{y} * pixGetWpl(pix));
}

}  // namespace

GrayAndColour grayAndColour(const Image &side, int factor)
{
    const int width = side.width() / factor;
    const int height = side.height() / factor;
    GrayAndColour out{PixPointer(pixCreateNoInit(width, height, 8)),
                      PixPointer(pixCreateNoInit(width, height, 8))};
    if (!out.gray || !out.colour)
        return {};
    const int words = pixGetWpl(side.pix());
    for (int y = 0; y < height; ++y) {
        const l_uint32 *from = pixGetData(side.pix()) + qsizetype{y} * factor * words;
        auto *gray = bytesOf(out.gray.get(), y);
        auto *colour = bytesOf(out.colour.get(), y);
        if (factor == 2)
            reduceRow<2>(from, words, gray, colour, width);
        else
            reduceRow<1>(from, words, gray, colour, width);
    }
    // Leptonica keeps the first pixel of a word in its highest byte.
    pixEndianByteSwap(out.gray.get());
    pixEndianByteSwap(out.colour.get());
    return out;
}

Reduced grayNear(const Image &image, int leastDpi)
{
    Reduced gray{nullptr, image.dpi()};
    if (image.isGray()) {
        gray.pix.reset(pixClone(image.pix()));
    } else if (image.dpi() >= 2 * leastDpi) {
        gray.pix.reset(pixScaleRGBToGray2(image.pix(), 0.3F, 0.5F, 0.2F));
        gray.dpi /= 2;
    } else {
        gray.pix.reset(pixConvertRGBToGray(image.pix(), 0.3F, 0.5F, 0.2F));
    }
    while (gray.pix && gray.dpi >= 2 * leastDpi) {
        gray.pix.reset(pixScaleAreaMap2(gray.pix.get()));
        gray.dpi /= 2;
    }
    return gray;
}

}  // namespace station::imaging
