#include "core/imaging/cut_off.h"

#include <algorithm>
#include <array>

namespace station::imaging {
namespace {

// One speck or a rule of a table may end at the edge; a cut column of text leaves a letter
// in most of its lines.
constexpr int mostByChance = 4;

/// A cut letter as seen from the edge: how far it reaches along and inwards, in mm.
bool isCutLetter(double along, double inwards)
{
    return along >= 0.4 && along <= 8.0 && inwards >= 0.7 && inwards <= 8.0;
}

}  // namespace

int lettersAtEdge(const Survey &side)
{
    if (side.isNull())
        return 0;
    const PixPointer touching(pixExtractBorderConnComps(side.ink(), 8));
    if (!touching)
        return 0;
    const int right = pixGetWidth(touching.get()) - 1;
    const int bottom = pixGetHeight(touching.get()) - 1;
    const double mm = side.mmPerPx();
    std::array<int, 4> letters{};
    BOXA *boxes = pixConnCompBB(touching.get(), 8);
    for (int i = 0; i < boxaGetCount(boxes); ++i) {
        int x = 0;
        int y = 0;
        int w = 0;
        int h = 0;
        boxaGetBoxGeometry(boxes, i, &x, &y, &w, &h);
        const bool acrossSide = isCutLetter(h * mm, w * mm);
        const bool acrossEnd = isCutLetter(w * mm, h * mm);
        letters[0] += acrossSide && x <= 1 ? 1 : 0;
        letters[1] += acrossSide && x + w >= right ? 1 : 0;
        letters[2] += acrossEnd && y <= 1 ? 1 : 0;
        letters[3] += acrossEnd && y + h >= bottom ? 1 : 0;
    }
    boxaDestroy(&boxes);
    return *std::ranges::max_element(letters);
}

bool isCutOff(const Survey &side)
{
    return lettersAtEdge(side) > mostByChance;
}

}  // namespace station::imaging
