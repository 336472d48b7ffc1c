#include "core/imaging/upright.h"

#include <cmath>

namespace station::imaging {
namespace {

/// Nearly every sheet is fed upright, so less evidence is needed to leave it as
/// it is than Leptonica asks for before it turns one.
bool isLikelyUpright(float up, float left)
{
    return up >= 3.8F && up > 1.7F * std::abs(left);
}

}  // namespace

std::optional<int> uprightRotation(const Survey &side)
{
    return side.isNull() ? std::nullopt : uprightRotation(side.ink());
}

std::optional<int> uprightRotation(Pix *ink)
{
    float up = 0.0F;
    float left = 0.0F;
    int orientation = L_TEXT_ORIENT_UNKNOWN;
    if (pixOrientDetect(ink, &up, &left, 0, 0) != 0)
        return {};
    if (isLikelyUpright(up, left))
        return 0;
    if (makeOrientDecision(up, left, 0.0F, 0.0F, &orientation, 0) != 0)
        return {};
    switch (orientation) {
    case L_TEXT_ORIENT_UP:
        return 0;
    case L_TEXT_ORIENT_LEFT:
        return 90;
    case L_TEXT_ORIENT_DOWN:
        return 180;
    case L_TEXT_ORIENT_RIGHT:
        return 270;
    default:
        return {};
    }
}

Image turned(Image image, int rotationDeg)
{
    if (rotationDeg % 360 == 0)
        return image;
    PixPointer pix(pixRotateOrth(image.pix(), rotationDeg / 90));
    return pix ? Image(pix.release(), image.dpi()) : image;
}

}  // namespace station::imaging
