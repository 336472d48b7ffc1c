#include "core/imaging/deskew.h"

#include "core/imaging/ink.h"

#include <cmath>
#include <numbers>

namespace station::imaging {
namespace {

constexpr float leastConfidence = 3.0F;
constexpr double leastDeg = 0.1;  // below it nobody sees it and the pixels stay as scanned

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

}  // namespace

double skewCorrection(const Image &image, double largestDeg)
{
    const auto ink = inkOf(image);
    float angle = 0.0F;
    float confidence = 0.0F;
    if (!ink.pix || pixFindSkewSweepAndSearch(ink.pix.get(), &angle, &confidence, 4, 2,
                                              static_cast<float>(largestDeg), 1.0F, 0.01F) != 0)
        return 0.0;
    if (confidence < leastConfidence || std::abs(angle) < leastDeg || std::abs(angle) > largestDeg)
        return 0.0;
    return angle;
}

Image deskewed(Image image, double angleDeg)
{
    if (angleDeg == 0.0)
        return image;
    const int comesIn = hasDarkEdge(image) ? L_BRING_IN_BLACK : L_BRING_IN_WHITE;
    PixPointer pix(
        pixRotateAM(image.pix(), static_cast<float>(angleDeg * std::numbers::pi / 180), comesIn));
    return pix ? Image(pix.release(), image.dpi()) : image;
}

}  // namespace station::imaging
