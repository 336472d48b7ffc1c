#include "core/imaging/recognition_image.h"

#include "core/imaging/pix_pointer.h"

#include <algorithm>

namespace station::imaging {
namespace {

/// Coloured seals, pens and papers are bright in at least one channel; black print in none.
PixPointer withoutColour(const Image &side)
{
    if (side.isGray())
        return PixPointer(pixClone(side.pix()));
    PixPointer gray(pixCreateNoInit(side.width(), side.height(), 8));
    for (int y = 0; gray && y < side.height(); ++y) {
        const auto *from = pixGetData(side.pix()) + qsizetype{y} * pixGetWpl(side.pix());
        auto *to = reinterpret_cast<l_uint8 *>(pixGetData(gray.get()) +
                                               qsizetype{y} * pixGetWpl(gray.get()));
        for (int x = 0; x < side.width(); ++x)
            to[x] = static_cast<l_uint8>(
                std::max({from[x] >> 24, from[x] >> 16 & 255U, from[x] >> 8 & 255U}));
    }
    if (gray)
        pixEndianByteSwap(gray.get());
    return gray;
}

/// Paints long thin strokes white, so that letters beside them stand alone.
PixPointer withoutLines(PixPointer gray, int dpi)
{
    const int longest = dpi / 3;  // no letter has a straight stroke of 8 mm
    const int thickest = dpi / 15;
    const PixPointer ink(pixThresholdToBinary(gray.get(), 180));
    for (const bool level : {true, false}) {
        PixPointer lines(level ? pixOpenCompBrick(nullptr, ink.get(), longest, 1)
                               : pixOpenCompBrick(nullptr, ink.get(), 1, longest));
        const PixPointer bars(pixOpenCompBrick(nullptr, lines.get(), thickest, thickest));
        pixSubtract(lines.get(), lines.get(), bars.get());
        const PixPointer mask(pixDilateBrick(nullptr, lines.get(), level ? 1 : 5, level ? 5 : 1));
        pixSetMasked(gray.get(), mask.get(), 255);
    }
    return gray;
}

}  // namespace

Image recognitionImage(const Image &side, const RecognitionRecipe &recipe)
{
    PixPointer gray =
        recipe.dropColour ? withoutColour(side) : PixPointer(pixConvertTo8(side.pix(), 0));
    int dpi = side.dpi();
    while (dpi >= 2 * recipe.dpi) {
        gray.reset(pixScaleAreaMap2(gray.get()));
        dpi /= 2;
    }
    if (dpi < recipe.dpi) {
        const auto factor = static_cast<float>(recipe.dpi) / static_cast<float>(dpi);
        gray.reset(pixScaleGrayLI(gray.get(), factor, factor));
        dpi = recipe.dpi;
    }
    if (recipe.cleanBackground) {
        if (PixPointer clean{
                pixCleanBackgroundToWhite(gray.get(), nullptr, nullptr, 1.0F, 70, 190)})
            gray = std::move(clean);
    }
    if (gray.get() == side.pix())
        gray.reset(pixCopy(nullptr, gray.get()));
    if (recipe.removeRules)
        gray = withoutLines(std::move(gray), dpi);
    return Image(gray.release(), dpi);
}

}  // namespace station::imaging
