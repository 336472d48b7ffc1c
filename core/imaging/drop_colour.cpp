#include "core/imaging/drop_colour.h"

#include <algorithm>

namespace station::imaging {
namespace {

template <typename LevelOf>
PixPointer grayOf(const Image &side, LevelOf levelOf)
{
    if (side.isGray())
        return PixPointer(pixCopy(nullptr, side.pix()));
    PixPointer gray(pixCreateNoInit(side.width(), side.height(), 8));
    for (int y = 0; gray && y < side.height(); ++y) {
        const auto *from = pixGetData(side.pix()) + qsizetype{y} * pixGetWpl(side.pix());
        auto *to = reinterpret_cast<l_uint8 *>(pixGetData(gray.get()) +
                                               qsizetype{y} * pixGetWpl(gray.get()));
        for (int x = 0; x < side.width(); ++x)
            to[x] = static_cast<l_uint8>(
                levelOf(from[x] >> 24, from[x] >> 16 & 255U, from[x] >> 8 & 255U));
    }
    if (gray)
        pixEndianByteSwap(gray.get());
    return gray;
}

}  // namespace

PixPointer withoutColour(const Image &side)
{
    return grayOf(side, [](l_uint32 red, l_uint32 green, l_uint32 blue) {
        return std::max({red, green, blue});
    });
}

PixPointer withColour(const Image &side)
{
    return grayOf(side, [](l_uint32 red, l_uint32 green, l_uint32) {
        return (red + 3 * green) / 4;  // a card's ground is blue or green, its title red
    });
}

}  // namespace station::imaging
