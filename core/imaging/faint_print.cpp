#include "core/imaging/faint_print.h"

#include "core/imaging/upright.h"

#include <algorithm>

namespace station::imaging {
namespace {

constexpr double faintest = 0.92;  // print that shines through office paper stays above
constexpr int fewLetters = 20;

// Of pixMirrorDetect. Measured: show-through -4.8, the same pages faded to a fifth or an
// eighth of their contrast between 1.4 and 16.
constexpr float surelyMirrored = -2.5F;

/// Half-way between the paper and what is printed on it; a fixed step would tear letters.
PixPointer printOf(const Survey &side, Pix *marks)
{
    float level = 0.0F;
    if (pixGetRankValueMasked(side.gray(), marks, 0, 0, 1, 0.2F, &level, nullptr) != 0)
        return {};
    return side.darkerThan((level / static_cast<float>(side.paper()) + 1.0F) / 2.0F);
}

bool isMirrored(PixPointer print, int dpi)
{
    const auto rotation = print ? uprightRotation(print.get(), dpi) : std::nullopt;
    if (!rotation)
        return false;
    if (*rotation != 0)
        print.reset(pixRotateOrth(print.get(), *rotation / 90));
    float score = 0.0F;
    return print && pixMirrorDetect(print.get(), &score, 0, 0) == 0 && score < surelyMirrored;
}

}  // namespace

bool hasFaintPrint(const Survey &side)
{
    if (side.isNull())
        return false;
    const PixPointer faint = side.darkerThan(faintest);
    const auto marks = marksIn(faint.get(), side.dpi());
    return std::ranges::count_if(marks, isLetterSized) > fewLetters &&
           !isMirrored(printOf(side, faint.get()), side.dpi());
}

}  // namespace station::imaging
