#include "core/imaging/specks.h"

#include "core/imaging/connected_boxes.h"

#include <algorithm>

namespace station::imaging {
namespace {

constexpr int inkLevel = 180;
constexpr double dustMm = 0.16;      // the dot below a letter of 8 points has 0.3
constexpr double fullStopMm = 0.75;  // of large print
constexpr double letterMm = 0.9;     // lower, a mark is no letter
constexpr double neighbourMm = 1.2;  // as far as a stop or accent is from its letter

}  // namespace

void removeSpecks(Pix *gray, int dpi)
{
    const auto px = [&](double mm) { return std::max(1, static_cast<int>(mm * dpi / 25.4)); };
    const PixPointer ink(pixThresholdToBinary(gray, inkLevel));
    const PixPointer letters(pixSelectBySize(ink.get(), px(letterMm), px(letterMm), 8,
                                             L_SELECT_IF_EITHER, L_SELECT_IF_GTE, nullptr));
    const PixPointer around(
        pixDilateCompBrick(nullptr, letters.get(), 2 * px(neighbourMm), 2 * px(neighbourMm)));
    pixAnd(around.get(), around.get(), ink.get());
    const PixPointer near(pixSeedfillBinary(nullptr, around.get(), ink.get(), 8));
    const PixPointer apart(pixSubtract(nullptr, ink.get(), near.get()));
    const int halo = px(0.2);
    const auto clear = [&](const QRect &mark) {
        const QRect at = mark.adjusted(-halo, -halo, halo, halo);
        BOX *box = boxCreate(at.x(), at.y(), at.width(), at.height());
        pixSetInRectArbitrary(gray, box, 255);
        boxDestroy(&box);
    };
    for (const QRect &mark : connectedBoxes(apart.get())) {
        if (std::max(mark.width(), mark.height()) <= px(fullStopMm))
            clear(mark);
    }
    const int dust = px(dustMm);
    const PixPointer small(
        pixSelectBySize(ink.get(), dust, dust, 8, L_SELECT_IF_BOTH, L_SELECT_IF_LTE, nullptr));
    const PixPointer mask(pixDilateBrick(nullptr, small.get(), 3, 3));
    pixSetMasked(gray, mask.get(), 255);
}

}  // namespace station::imaging
