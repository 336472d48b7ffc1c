#include "core/imaging/drop_colour.h"

#include <algorithm>

namespace station::imaging {
namespace {

constexpr int blackInk = 100;  // brightest channel of black print, also below a seal
constexpr int penInk = 200;
constexpr int faintColour = 40;   // of paper, of print at the rim of a seal
constexpr int strongColour = 80;  // of pens, seals and coloured print

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

l_uint32 brightest(l_uint32 red, l_uint32 green, l_uint32 blue)
{
    return std::max({red, green, blue});
}

/// Calls `visit` for the bytes of two gray pictures of one size.
template <typename Visit>
void forBoth(Pix *gray, Pix *other, Visit visit)
{
    const qsizetype bytes = qsizetype{pixGetWpl(gray)} * pixGetHeight(gray) * 4;
    auto *at = reinterpret_cast<l_uint8 *>(pixGetData(gray));
    const auto *with = reinterpret_cast<const l_uint8 *>(pixGetData(other));
    for (qsizetype i = 0; i < bytes; ++i)
        visit(at[i], with[i]);
}

/// Whether there is more coloured than black ink, as on a receipt in blue: then the
/// colour is what is to be read.
bool isPrintedInColour(Pix *gray, Pix *chroma)
{
    qsizetype black = 0;
    qsizetype coloured = 0;
    forBoth(gray, chroma, [&](l_uint8 level, l_uint8 colour) {
        black += level < blackInk && colour < faintColour ? 1 : 0;
        coloured += level < penInk && colour > strongColour ? 1 : 0;
    });
    return coloured > black;
}

/// Adds to each pixel what colour there is around it: scanners and pictures in JPEG keep
/// colour coarser than brightness, a pen's stroke would leave its rim.
void whiten(Pix *gray, Pix *chroma)
{
    const PixPointer around(pixDilateGray(chroma, 3, 3));
    if (!around)
        return;
    forBoth(gray, around.get(), [](l_uint8 &level, l_uint8 colour) {
        if (level > blackInk && colour > faintColour)
            level = static_cast<l_uint8>(std::min(255, level + colour - faintColour));
    });
}

}  // namespace

PixPointer withoutColour(const Image &side)
{
    return grayOf(side, brightest);
}

PixPointer withoutPens(const Image &side)
{
    PixPointer gray = withoutColour(side);
    if (!gray || side.isGray())
        return gray;
    const PixPointer chroma = grayOf(side, [](l_uint32 red, l_uint32 green, l_uint32 blue) {
        return brightest(red, green, blue) - std::min({red, green, blue});
    });
    if (chroma && !isPrintedInColour(gray.get(), chroma.get()))
        whiten(gray.get(), chroma.get());
    return gray;
}

PixPointer withColour(const Image &side)
{
    return grayOf(side, [](l_uint32 red, l_uint32 green, l_uint32 blue) {
        // A card's ground is blue or green and pale, its title red.
        return (brightest(red, green, blue) + green) / 2;
    });
}

}  // namespace station::imaging
