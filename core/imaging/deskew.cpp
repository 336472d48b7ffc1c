#include "core/imaging/deskew.h"

#include "core/imaging/rotation.h"

#include <cmath>
#include <optional>

namespace station::imaging {
namespace {

constexpr float leastConfidence = 3.0F;
constexpr double leastDeg = 0.1;  // below it nobody sees it and the pixels stay as scanned
constexpr double furthestDeg = 20.0;

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
    return angleDeg == 0.0 ? image : rotated(image, angleDeg);
}

}  // namespace station::imaging
