#include "core/imaging/seals.h"

#include "core/imaging/connected_boxes.h"

#include <QRect>
#include <QSize>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace station::imaging {
namespace {

constexpr int inkLevel = 190;
constexpr int reduction = 4;
constexpr int sparse = 3;               // every third pixel both ways tells levels as well
constexpr double leastMm = 8.0;         // no letter and no stroke of a word is as large both ways
constexpr double mostMm = 60.0;         // larger are tables and frames of a page
constexpr double mostJoinedMm = 130.0;  // of a seal with the lines of print that it touches
constexpr double printShare = 0.1;      // of a side's ink, the blackest, is surely print
constexpr int leastPaler = 24;          // gray levels
constexpr double paleShare = 0.3;       // of what is paler; the rest are rims and thin strokes
constexpr double arcMm = 2.5;           // of a ring that is cut off by print near its edge
constexpr double rimMm = 0.09;          // blurred edge of a letter
constexpr double grainMm = 0.17;        // black dots in a seal

using Histogram = std::array<int, 256>;

int rankIn(const Histogram &levels, double share)
{
    qint64 all = 0;
    for (int count : levels)
        all += count;
    auto left = static_cast<qint64>(share * static_cast<double>(all));
    for (int level = 0; level < 256; ++level) {
        left -= levels[static_cast<std::size_t>(level)];
        if (left < 0)
            return level;
    }
    return 255;
}

/// Gray levels below `mask`.
Histogram levelsOf(Pix *gray, Pix *mask)
{
    Histogram levels{};
    NUMA *counts = pixGetGrayHistogramMasked(gray, mask, 0, 0, sparse);
    for (int i = 0; counts != nullptr && i < 256; ++i)
        numaGetIValue(counts, i, &levels[static_cast<std::size_t>(i)]);
    numaDestroy(&counts);
    return levels;
}

int px(double mm, int dpi)
{
    return std::max(1, static_cast<int>(std::lround(mm * dpi / 25.4)));
}

QRect enlarged(const QRect &box)
{
    return {box.topLeft() * reduction, box.size() * reduction};
}

/// What hangs together and is larger than letters; the bitmap is as fine as its side.
std::vector<QRect> largeMarks(Pix *bitmap, int dpi, double upToMm)
{
    const PixPointer small(pixReduceRankBinaryCascade(bitmap, 1, 1, 0, 0));
    std::vector<QRect> marks = small ? connectedBoxes(small.get()) : std::vector<QRect>();
    for (QRect &mark : marks)
        mark = enlarged(mark);
    std::erase_if(marks, [&](const QRect &mark) {
        return std::min(mark.width(), mark.height()) < px(leastMm, dpi) ||
               std::max(mark.width(), mark.height()) > px(upToMm, dpi);
    });
    return marks;
}

PixPointer partOf(Pix *pix, const QRect &at)
{
    BOX *box = boxCreate(at.x(), at.y(), at.width(), at.height());
    PixPointer part(pixClipRectangle(pix, box, nullptr));
    boxDestroy(&box);
    return part;
}

/// What is as black as `print`, the level of the side's print, with its edges.
PixPointer printIn(Pix *part, Pix *ink, int print, int dpi)
{
    Histogram levels = levelsOf(part, ink);
    std::fill(levels.begin(), levels.begin() + std::min(print + leastPaler, 255), 0);
    const int blackest = (print + rankIn(levels, paleShare)) / 2;
    const PixPointer black(pixThresholdToBinary(part, blackest));
    const int grain = px(grainMm, dpi);
    const PixPointer strokes(
        pixSelectBySize(black.get(), grain, grain, 8, L_SELECT_IF_BOTH, L_SELECT_IF_GT, nullptr));
    const int around = 2 * px(rimMm, dpi) + 1;
    return PixPointer(pixDilateBrick(nullptr, strokes.get(), around, around));
}

void clear(Pix *gray, Pix *ink, const QRect &at, int print, int dpi)
{
    const PixPointer part = partOf(gray, at);
    const PixPointer inkThere = partOf(ink, at);
    const PixPointer kept = printIn(part.get(), inkThere.get(), print, dpi);
    const PixPointer pale(pixSubtract(nullptr, inkThere.get(), kept.get()));
    QRect seal;  // print parts its ring into arcs
    for (const QRect &arc : largeMarks(pale.get(), dpi, mostMm))
        seal |= arc;
    if (seal.isEmpty())
        return;
    const int beyond = px(arcMm, dpi);
    seal = seal.adjusted(-beyond, -beyond, beyond, beyond) & QRect({}, at.size());
    pixInvert(kept.get(), kept.get());
    const PixPointer white = partOf(kept.get(), seal);
    pixPaintThroughMask(gray, white.get(), at.x() + seal.x(), at.y() + seal.y(), 255);
}

}  // namespace

void removeSeals(Pix *gray, int dpi)
{
    const PixPointer ink(pixThresholdToBinary(gray, inkLevel));
    const std::vector<QRect> marks = largeMarks(ink.get(), dpi, mostJoinedMm);
    if (marks.empty())
        return;
    const int print = rankIn(levelsOf(gray, ink.get()), printShare);
    const QRect side(0, 0, pixGetWidth(gray), pixGetHeight(gray));
    for (const QRect &mark : marks)
        clear(gray, ink.get(), mark & side, print, dpi);
}

}  // namespace station::imaging
