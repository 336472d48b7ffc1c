#include "core/imaging/deskew.h"

#include "core/imaging/reduction.h"
#include "core/imaging/rotation.h"

#include <cmath>
#include <optional>

namespace station::imaging {
namespace {

constexpr float leastConfidence = 3.0F;
constexpr double leastDeg = 0.1;  // below it nobody sees it and the pixels stay as scanned
constexpr double furthestDeg = 20.0;

/// True when most of the picture's outermost pixels are dark: a dark scanner lid.
bool hasDarkEdge(const Image &image)
{
    const auto gray = grayNear(image, 40);
    if (!gray.pix)
        return false;
    const int w = pixGetWidth(gray.pix.get());
    const int h = pixGetHeight(gray.pix.get());
    int dark = 0;
    const auto look = [&](int x, int y) {
        unsigned value = 255;
        pixGetPixel(gray.pix.get(), x, y, &value);
        dark += value < 100 ? 1 : 0;
    };
    for (int x = 0; x < w; ++x) {
        look(x, 0);
        look(x, h - 1);
    }
    for (int y = 0; y < h; ++y) {
        look(0, y);
        look(w - 1, y);
    }
    return dark > w + h;
}

/// Nothing where no angle stands out.
std::optional<double> angleWithin(Pix *ink, double rangeDeg)
{
    float angle = 0.0F;
    float confidence = 0.0F;
    const int failed = pixFindSkewSweepAndSearch(ink, &angle, &confidence, 4, 1,
                                                 static_cast<float>(rangeDeg), 1.0F, 0.01F);
    if (failed != 0 || confidence < leastConfidence)
        return {};
    return angle;
}

}  // namespace

Skew skewOf(const Survey &side, double largestDeg)
{
    if (side.isNull())
        return {};
    const auto angle = angleWithin(side.ink(), largestDeg);
    if (angle && std::abs(*angle) <= largestDeg)
        return {.correctionDeg = std::abs(*angle) < leastDeg ? 0.0 : *angle};
    const auto further = angleWithin(side.ink(), furthestDeg);
    return {.tooLarge = further && std::abs(*further) > largestDeg};
}

double skewCorrection(const Survey &side, double largestDeg)
{
    return skewOf(side, largestDeg).correctionDeg;
}

Image deskewed(Image image, double angleDeg)
{
    return angleDeg == 0.0 ? image : rotated(image, angleDeg, hasDarkEdge(image) ? 0 : 255);
}

}  // namespace station::imaging
