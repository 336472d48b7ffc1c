#include "core/imaging/contrast.h"

#include "core/imaging/faint_print.h"

namespace station::imaging {
namespace {

constexpr int leastInkPx = 2000;      // some twenty letters at 150 dpi
constexpr double faintShare = 0.60;   // photocopies of the samples reach 0.45
constexpr int darkestGround = 140;    // the darkest paper of the samples has 200
constexpr float darkestTenth = 0.1F;  // strokes' cores, without their soft edges or a tinted card
constexpr double faintestInk = 0.79;  // lighter than that is the other side of the sheet

}  // namespace

double inkShare(const Survey &side)
{
    if (side.isNull() || side.paper() == 0)
        return 0.0;
    const PixPointer mask = side.darkerThan(faintestInk);
    const PixPointer inner(mask ? pixRemoveBorderConnComps(mask.get(), 8) : nullptr);
    int count = 0;
    float level = 0.0F;
    if (!inner || pixCountPixels(inner.get(), &count, nullptr) != 0 || count < leastInkPx ||
        pixGetRankValueMasked(side.gray(), inner.get(), 0, 0, 1, darkestTenth, &level, nullptr) !=
            0)
        return 0.0;
    return static_cast<double>(level) / side.paper();
}

Contrast contrastOf(const Survey &side)
{
    const double share = inkShare(side);
    if (share > 0.0 && side.paper() < darkestGround)
        return Contrast::TooDark;
    return share > faintShare || (share == 0.0 && hasFaintPrint(side)) ? Contrast::TooLight
                                                                       : Contrast::Clear;
}

}  // namespace station::imaging
