#include "core/imaging/ground.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace station::imaging {
namespace {

constexpr int framePx = 2;              // the sensor's own edge
constexpr int darkestPaper = 110;       // a paper as dark as this is unreadable
constexpr double leastDarkEdge = 0.03;  // of the way around the picture
constexpr double leastLightEdge = 0.15;
constexpr double leastPaper = 0.02;
constexpr int darkStep = 60;
constexpr int lightStep = 20;
constexpr double plainDeviation = 14.0;  // print and pictures spread much more

using Histogram = std::vector<int>;

int medianOf(const Histogram &counts, int from, int to)
{
    qint64 all = 0;
    for (int level = from; level < to; ++level)
        all += counts[static_cast<std::size_t>(level)];
    qint64 below = 0;
    for (int level = from; level < to; ++level) {
        below += counts[static_cast<std::size_t>(level)];
        if (2 * below >= all)
            return level;
    }
    return from;
}

double shareIn(const Histogram &counts, int from, int to)
{
    qint64 all = 0;
    qint64 within = 0;
    for (int level = 0; level < 256; ++level) {
        all += counts[static_cast<std::size_t>(level)];
        within += level >= from && level < to ? counts[static_cast<std::size_t>(level)] : 0;
    }
    return all > 0 ? static_cast<double>(within) / static_cast<double>(all) : 0.0;
}

void count(Histogram &counts, Pix *gray, const QRect &at)
{
    for (int y = at.top(); y <= at.bottom(); ++y) {
        const l_uint32 *row = pixGetData(gray) + qsizetype{y} * pixGetWpl(gray);
        for (int x = at.left(); x <= at.right(); ++x)
            ++counts[GET_DATA_BYTE(row, x)];
    }
}

Histogram countsIn(Pix *gray, const QRect &at)
{
    Histogram counts(256);
    count(counts, gray, at);
    return counts;
}

Histogram countsAround(Pix *gray)
{
    const int w = pixGetWidth(gray);
    const int h = pixGetHeight(gray);
    Histogram counts(256);
    for (const QRect &edge :
         {QRect(0, 0, w, 1), QRect(0, h - 1, w, 1), QRect(0, 0, 1, h), QRect(w - 1, 0, 1, h)})
        count(counts, gray, edge);
    return counts;
}

/// The lid is one even surface.
bool isPlain(Pix *gray, Pix *mask)
{
    // The blurred edge of the paper lies between the two.
    const PixPointer inner(pixErodeBrick(nullptr, mask, 3, 3));
    float deviation = 0.0F;
    int count = 0;
    return pixCountPixels(inner.get(), &count, nullptr) == 0 &&
           (count == 0 || (pixGetAverageMasked(gray, inner.get(), 0, 0, 1, L_STANDARD_DEVIATION,
                                               &deviation) == 0 &&
                           deviation < plainDeviation));
}

PixPointer smallGray(const Survey &side)
{
    const PixPointer half(side.isNull() ? nullptr : pixScaleAreaMap2(side.gray()));
    if (!half || pixGetWidth(half.get()) < 50 || pixGetHeight(half.get()) < 50)
        return {};
    return PixPointer(pixRemoveBorder(half.get(), framePx));
}

}  // namespace

std::optional<Ground> groundOf(const Survey &side)
{
    const PixPointer gray = smallGray(side);
    if (!gray)
        return {};
    const int w = pixGetWidth(gray.get());
    const int h = pixGetHeight(gray.get());
    const Histogram edge = countsAround(gray.get());
    const Histogram all = countsIn(gray.get(), QRect(0, 0, w, h));

    Ground ground{.dpi = side.dpi() / 2, .frame = framePx};
    ground.dark = shareIn(edge, 0, darkestPaper) >= leastDarkEdge &&
                  shareIn(all, darkestPaper, 256) >= leastPaper;
    int threshold = 0;
    int paper = 0;
    if (ground.dark) {
        paper = medianOf(all, darkestPaper, 256);
        const int level = medianOf(edge, 0, darkestPaper);
        if (paper - level < darkStep)
            return {};
        threshold = (level + paper) / 2;
        ground.mask.reset(pixThresholdToBinary(gray.get(), threshold));
    } else {
        paper = medianOf(countsIn(gray.get(), QRect(w / 5, h / 5, w * 3 / 5, h * 3 / 5)), 0, 256);
        const int least = std::min(255, paper + lightStep);
        if (shareIn(edge, least, 256) < leastLightEdge)
            return {};
        threshold = (medianOf(edge, least, 256) + paper) / 2;
        const PixPointer darker(pixThresholdToBinary(gray.get(), threshold + 1));
        ground.mask.reset(pixInvert(nullptr, darker.get()));
    }
    const PixPointer similar = std::move(ground.mask);
    ground.mask.reset(pixExtractBorderConnComps(similar.get(), 4));
    const PixPointer ink(pixThresholdToBinary(gray.get(), ground.dark ? threshold : paper * 2 / 3));
    ground.drawn.reset(pixSubtract(nullptr, ink.get(), ground.mask.get()));
    int count = 0;
    pixCountPixels(ground.mask.get(), &count, nullptr);
    ground.share = static_cast<double>(count) / (static_cast<double>(w) * h);
    if (!isPlain(gray.get(), ground.mask.get()))
        return {};
    return ground;
}

}  // namespace station::imaging
