#include "core/imaging/cut_off.h"

#include "core/imaging/connected_boxes.h"

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
    for (const QRect &box : connectedBoxes(touching.get())) {
        const bool acrossSide = isCutLetter(box.height() * mm, box.width() * mm);
        const bool acrossEnd = isCutLetter(box.width() * mm, box.height() * mm);
        letters[0] += acrossSide && box.x() <= 1 ? 1 : 0;
        letters[1] += acrossSide && box.x() + box.width() >= right ? 1 : 0;
        letters[2] += acrossEnd && box.y() <= 1 ? 1 : 0;
        letters[3] += acrossEnd && box.y() + box.height() >= bottom ? 1 : 0;
    }
    return *std::ranges::max_element(letters);
}

bool isCutOff(const Survey &side)
{
    return lettersAtEdge(side) > mostByChance;
}

}  // namespace station::imaging
