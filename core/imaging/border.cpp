#include "core/imaging/border.h"

#include "core/imaging/connected_boxes.h"
#include "core/imaging/ground.h"

#include <algorithm>
#include <array>

namespace station::imaging {
namespace {

constexpr double furthestTrimMm = 10.0;  // a folded corner is no reason to cut deeper
constexpr double thingMm = 1.5;          // smaller ones on the ground are dust
constexpr double blurMm = 0.3;           // of the paper's edge
constexpr double leastPaper = 0.02;      // of the side: an ID-1 card is 0.07 of A4
constexpr double mostlyGround = 0.35;    // of the side
constexpr double marginMm = 3.0;

enum Edge : std::size_t { Left, Top, Right, Bottom };

/// A line of pixels along one edge of the rectangle.
QRect lineAt(const QRect &rect, Edge edge)
{
    switch (edge) {
    case Left:
        return {rect.left(), rect.top(), 1, rect.height()};
    case Top:
        return {rect.left(), rect.top(), rect.width(), 1};
    case Right:
        return {rect.right(), rect.top(), 1, rect.height()};
    default:
        return {rect.left(), rect.bottom(), rect.width(), 1};
    }
}

QRect without(const QRect &rect, const std::array<int, 4> &margins)
{
    return rect.adjusted(margins[Left], margins[Top], -margins[Right], -margins[Bottom]);
}

int countIn(Pix *mask, const QRect &at)
{
    BOX *box = boxCreate(at.x(), at.y(), at.width(), at.height());
    int count = 0;
    pixCountPixelsInRect(mask, box, &count, nullptr);
    boxDestroy(&box);
    return count;
}

QRect pictureOf(const Ground &ground)
{
    return {0, 0, pixGetWidth(ground.mask.get()), pixGetHeight(ground.mask.get())};
}

struct Things {
    QRect all{};      ///< Around everything on the ground that is larger than dust.
    QRect largest{};  ///< Around the paper.
};

Things thingsOn(const Ground &ground)
{
    const PixPointer mask(pixInvert(nullptr, ground.mask.get()));
    const int dust = std::max(1, static_cast<int>(thingMm * ground.dpi / 25.4));
    const PixPointer large(pixOpenBrick(nullptr, mask.get(), dust, dust));
    Things things;
    const auto area = [](const QRect &box) { return qint64{box.width()} * box.height(); };
    for (const QRect &thing : connectedBoxes(large.get())) {
        things.all |= thing;
        if (area(thing) > area(things.largest))
            things.largest = thing;
    }
    return things;
}

/// Cuts lines off each edge as long as ground shows in them and nothing is drawn there. An
/// edge beyond which something else lies, or print in a dark band, stays where the picture ends.
QRect trimmed(const Things &things, const Ground &ground)
{
    const QRect all = pictureOf(ground);
    const QRect &paper = things.largest;
    const std::array sure{paper.left() == things.all.left(), paper.top() == things.all.top(),
                          paper.right() == things.all.right(),
                          paper.bottom() == things.all.bottom()};
    const QRect box(
        QPoint(sure[Left] ? paper.left() : all.left(), sure[Top] ? paper.top() : all.top()),
        QPoint(sure[Right] ? paper.right() : all.right(),
               sure[Bottom] ? paper.bottom() : all.bottom()));
    const int furthest = static_cast<int>(furthestTrimMm * ground.dpi / 25.4);
    const double enough = ground.dark ? 0.02 : 0.5;  // light ground may just be a brighter spot
    std::array<int, 4> cut{};
    bool changed = true;
    while (changed) {
        changed = false;
        for (const auto edge : {Left, Top, Right, Bottom}) {
            const QRect line = lineAt(without(box, cut), edge) & paper;
            const int length = std::max(line.width(), line.height());
            const bool isGround = countIn(ground.mask.get(), line) > enough * length;
            if (!isGround || !sure[edge] || cut[edge] >= furthest ||
                countIn(ground.drawn.get(), line) > 3)
                continue;
            ++cut[edge];
            changed = true;
        }
    }
    const QRect level = without(box, cut);
    const int blur = static_cast<int>(blurMm * ground.dpi / 25.4) + 1;
    return level.adjusted(level.left() > all.left() ? blur : 0, level.top() > all.top() ? blur : 0,
                          level.right() < all.right() ? -blur : 0,
                          level.bottom() < all.bottom() ? -blur : 0);
}

/// In pixels of the side; what reaches the edge of the ground's picture reaches its edge too.
QRect onSide(const QRect &paper, const Ground &ground, const Survey &side)
{
    const QRect all(QPoint(0, 0), side.sideSize());
    const QRect mask = pictureOf(ground);
    const double scale = static_cast<double>(side.sideDpi()) / ground.dpi;
    const auto place = [&](int at) { return qRound((at + ground.frame) * scale); };
    return all &
           QRect(QPoint(paper.left() > mask.left() ? place(paper.left()) : 0,
                        paper.top() > mask.top() ? place(paper.top()) : 0),
                 QPoint(paper.right() < mask.right() ? place(paper.right() + 1) - 1 : all.right(),
                        paper.bottom() < mask.bottom() ? place(paper.bottom() + 1) - 1
                                                       : all.bottom()));
}

bool isLargeEnough(const QRect &paper, const Ground &ground)
{
    return static_cast<double>(paper.width()) * paper.height() >
           leastPaper * pixGetWidth(ground.mask.get()) * pixGetHeight(ground.mask.get());
}

}  // namespace

QRect paperOf(const Survey &side)
{
    const QRect all(QPoint(0, 0), side.sideSize());
    const auto ground = groundOf(side);
    if (!ground)
        return all;
    const Things things = thingsOn(*ground);
    const QRect paper = trimmed(things, *ground);
    return isLargeEnough(things.largest, *ground) ? onSide(paper, *ground, side) : all;
}

QRect aroundPaper(const Survey &side)
{
    const QRect all(QPoint(0, 0), side.sideSize());
    const auto ground = groundOf(side);
    if (!ground || ground->share < mostlyGround)
        return all;
    const Things things = thingsOn(*ground);
    const int margin = static_cast<int>(marginMm * ground->dpi / 25.4);
    const QRect part = things.all.adjusted(-margin, -margin, margin, margin);
    return isLargeEnough(things.largest, *ground) ? onSide(part, *ground, side) : all;
}

Image cropped(Image image, const QRect &part)
{
    if (part == QRect(0, 0, image.width(), image.height()))
        return image;
    BOX *box = boxCreate(part.x(), part.y(), part.width(), part.height());
    PixPointer pix(pixClipRectangle(image.pix(), box, nullptr));
    boxDestroy(&box);
    return pix ? Image(pix.release(), image.dpi()) : image;
}

}  // namespace station::imaging
