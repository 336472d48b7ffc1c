#include "core/imaging/upright.h"

#include "core/imaging/line_direction.h"

#include <cmath>

namespace station::imaging {
namespace {

// How far ascenders must outnumber descenders, in standard deviations. Measured on letters,
// tables and licences: 4.0 and more, always with the right sign.
constexpr float surely = 4.0F;

// Leptonica's patterns of ascenders are made for letters of 200 to 300 dpi.
constexpr int bestDpi = 210;

}  // namespace

std::optional<int> uprightRotation(Pix *ink, int dpi)
{
    const LineDirection lines = lineDirectionOf(ink, dpi);
    if (lines == LineDirection::Unknown)
        return {};
    const bool upright = lines == LineDirection::Upright;
    const PixPointer level(upright ? pixRotateOrth(ink, 1) : pixClone(ink));
    float up = 0.0F;
    if (!level || pixUpDownDetect(level.get(), &up, 0, 0, 0) != 0 || std::abs(up) < surely)
        return {};
    return (upright ? 90 : 0) + (up > 0 ? 0 : 180);
}

std::optional<int> uprightRotation(const Survey &side)
{
    if (side.isNull())
        return {};
    const auto first = uprightRotation(side.ink(), side.dpi());
    if (first || side.dpi() >= bestDpi)
        return first;
    const auto factor = static_cast<float>(bestDpi) / static_cast<float>(side.dpi());
    const PixPointer gray(pixScaleGrayLI(side.gray(), factor, factor));
    const PixPointer ink(gray ? pixThresholdToBinary(gray.get(), side.inkLevel()) : nullptr);
    return ink ? uprightRotation(ink.get(), bestDpi) : std::nullopt;
}

Image turned(Image image, int rotationDeg)
{
    if (rotationDeg % 360 == 0)
        return image;
    PixPointer pix(pixRotateOrth(image.pix(), rotationDeg / 90));
    return pix ? Image(pix.release(), image.dpi()) : image;
}

}  // namespace station::imaging
