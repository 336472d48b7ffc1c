#include "core/imaging/solid_marks.h"

#include <algorithm>
#include <cmath>

namespace station::imaging {
namespace {

constexpr int inkLevel = 150;
constexpr double thickestStrokeMm = 2.5;
constexpr double edgeMm = 1.0;  // blurred or frayed

}  // namespace

void removeSolidMarks(Pix *gray, int dpi)
{
    const PixPointer ink(pixThresholdToBinary(gray, inkLevel));
    // Full where a block of 4 × 4 is ink throughout.
    const PixPointer small(pixReduceRankBinaryCascade(ink.get(), 4, 4, 0, 0));
    if (!small)
        return;
    const auto px = [&](double mm) {
        return std::max(1, static_cast<int>(std::lround(mm * dpi / 25.4 / 4)));
    };
    const int thick = px(thickestStrokeMm);
    // What runs along the edge goes on beyond it.
    const PixPointer framed(pixAddBorder(small.get(), thick, 1));
    const PixPointer opened(pixOpenCompBrick(nullptr, framed.get(), thick, thick));
    const PixPointer solid(opened ? pixRemoveBorder(opened.get(), thick) : nullptr);
    int none = 0;
    if (!solid || pixZero(solid.get(), &none) != 0 || none != 0)
        return;
    const int grown = 2 * px(edgeMm) + 1;
    const PixPointer around(pixDilateBrick(nullptr, solid.get(), grown, grown));
    const PixPointer mask(pixExpandReplicate(around.get(), 4));
    pixSetMasked(gray, mask.get(), 255);
}

}  // namespace station::imaging
