#include "core/imaging/specks.h"

#include "core/imaging/connected_boxes.h"

#include <QRectF>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace station::imaging {
namespace {

constexpr int inkLevel = 180;
constexpr double dustMm = 0.16;      // the dot below a letter of 8 points has 0.3
constexpr double fullStopMm = 0.75;  // of large print
constexpr double letterMm = 0.9;     // lower, a mark is no letter
constexpr double neighbourMm = 1.2;  // as far as a stop or accent is from its letter
constexpr double colonMm = 2.6;      // from dot to dot in large print
constexpr double plumbMm = 0.25;     // a colon's dots are above each other

/// The marks without those that are a colon between blanks, "Gửi : ".
std::vector<QRect> withoutColons(std::vector<QRect> marks, double pxPerMm)
{
    const auto middle = [](const QRect &mark) { return QRectF(mark).center(); };
    const auto across = [&](const QRect &mark) { return middle(mark).x(); };
    std::ranges::sort(marks, {}, across);
    const auto isHalfOfColon = [&](const QRect &mark) {
        const double x = across(mark);
        auto other = std::ranges::lower_bound(marks, x - plumbMm * pxPerMm, {}, across);
        for (; other != marks.end() && across(*other) <= x + plumbMm * pxPerMm; ++other) {
            const double height = std::abs(middle(*other).y() - middle(mark).y());
            const int least = std::min(mark.height(), other->height());
            const int most = std::max(mark.height(), other->height());
            if (height > 1.5 * most && height <= colonMm * pxPerMm && 2 * most <= 3 * least)
                return true;
        }
        return false;
    };
    std::vector<QRect> others;
    std::ranges::remove_copy_if(marks, std::back_inserter(others), isHalfOfColon);
    return others;
}

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
    std::vector<QRect> marks = connectedBoxes(apart.get());
    std::erase_if(marks, [&](const QRect &mark) {
        return std::max(mark.width(), mark.height()) > px(fullStopMm);
    });
    for (const QRect &mark : withoutColons(std::move(marks), dpi / 25.4))
        clear(mark);
    const int dust = px(dustMm);
    const PixPointer small(
        pixSelectBySize(ink.get(), dust, dust, 8, L_SELECT_IF_BOTH, L_SELECT_IF_LTE, nullptr));
    const PixPointer mask(pixDilateBrick(nullptr, small.get(), 3, 3));
    pixSetMasked(gray, mask.get(), 255);
}

}  // namespace station::imaging
