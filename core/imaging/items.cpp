#include "core/imaging/items.h"

#include "core/imaging/connected_boxes.h"
#include "core/imaging/ground.h"

#include <algorithm>

namespace station::imaging {
namespace {

constexpr double leastSideMm = 20.0;  // a stamp-sized photo; smaller is dust or a torn corner
constexpr double leastFilled = 0.65;  // of its box: a card that lies 10° askew
constexpr double marginMm = 2.0;
constexpr double bridgeMm = 2.0;

// A bed without paper on it: brighter and more even than any paper.
constexpr int whitestPaper = 250;
constexpr int tintStep = 12;

struct Things {
    PixPointer mask{};
    int dpi = 0;
    int frame = 0;
};

Things onDarkBed(const Survey &side)
{
    const auto ground = groundOf(side);
    if (!ground || !ground->dark)
        return {};
    return {PixPointer(pixInvert(nullptr, ground->mask.get())), ground->dpi, ground->frame};
}

/// Only tinted things show on it; print between them belongs to a sheet.
Things onWhiteBed(const Survey &side)
{
    if (side.paper() < whitestPaper)
        return {};
    const PixPointer half(pixScaleAreaMap2(side.gray()));
    PixPointer mask(half ? pixThresholdToBinary(half.get(), side.paper() - tintStep) : nullptr);
    if (!mask)
        return {};
    const int dpi = side.dpi() / 2;
    const int bridge = std::max(3, static_cast<int>(bridgeMm * dpi / 25.4));
    mask.reset(pixOpenBrick(nullptr, mask.get(), bridge, bridge));  // no letters
    mask.reset(pixCloseSafeBrick(nullptr, mask.get(), bridge, bridge));
    return {std::move(mask), dpi, 0};
}

bool isFilled(Pix *mask, const QRect &at)
{
    BOX *box = boxCreate(at.x(), at.y(), at.width(), at.height());
    int count = 0;
    pixCountPixelsInRect(mask, box, &count, nullptr);
    boxDestroy(&box);
    return count > leastFilled * at.width() * at.height();
}

std::vector<QRect> boxesOf(const Things &things, const Survey &side)
{
    std::vector<QRect> boxes;
    if (!things.mask)
        return boxes;
    const PixPointer holes(pixHolesByFilling(things.mask.get(), 4));
    const PixPointer whole(pixOr(nullptr, things.mask.get(), holes.get()));
    const int least = static_cast<int>(leastSideMm * things.dpi / 25.4);
    const int margin = static_cast<int>(marginMm * things.dpi / 25.4);
    const double scale = static_cast<double>(side.sideDpi()) / things.dpi;
    for (const QRect &box : connectedBoxes(whole.get())) {
        if (box.width() < least || box.height() < least)
            continue;
        if (!isFilled(whole.get(), box))
            return {};
        const QRect wide =
            box.adjusted(-margin, -margin, margin, margin).translated(things.frame, things.frame);
        boxes.push_back(
            QRectF(wide.x() * scale, wide.y() * scale, wide.width() * scale, wide.height() * scale)
                .toAlignedRect() &
            QRect(QPoint(0, 0), side.sideSize()));
    }
    return boxes;
}

/// All that is printed on the side lies on the things.
bool holdsAllPrint(const std::vector<QRect> &boxes, const Survey &side)
{
    const double px = side.sideDpi() / 25.4;
    return std::ranges::all_of(marksIn(side.ink(), side.dpi()), [&](const QRectF &mark) {
        const QPoint at = (mark.center() * px).toPoint();
        return !isLetterSized(mark) ||
               std::ranges::any_of(boxes, [&](const QRect &box) { return box.contains(at); });
    });
}

void sortByRows(std::vector<QRect> &boxes)
{
    std::ranges::sort(boxes, {}, [](const QRect &box) { return box.top(); });
    auto row = boxes.begin();
    while (row != boxes.end()) {
        const int middle = row->center().y();
        const auto next =
            std::find_if(row, boxes.end(), [&](const QRect &box) { return box.top() > middle; });
        std::sort(row, next,
                  [](const QRect &one, const QRect &other) { return one.left() < other.left(); });
        row = next;
    }
}

}  // namespace

std::vector<QRect> itemsOn(const Survey &side)
{
    if (side.isNull())
        return {};
    auto boxes = boxesOf(onDarkBed(side), side);
    if (boxes.size() < 2) {
        boxes = boxesOf(onWhiteBed(side), side);
        if (boxes.size() < 2 || !holdsAllPrint(boxes, side))
            return {};
    }
    sortByRows(boxes);
    return boxes;
}

}  // namespace station::imaging
