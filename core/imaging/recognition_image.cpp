#include "core/imaging/recognition_image.h"

#include "core/imaging/drop_colour.h"
#include "core/imaging/leader_dots.h"
#include "core/imaging/pix_pointer.h"
#include "core/imaging/ruling_lines.h"
#include "core/imaging/seals.h"
#include "core/imaging/solid_marks.h"
#include "core/imaging/specks.h"

namespace station::imaging {
namespace {

constexpr int blackest = 70;  // of paper at 200: print below it is black
constexpr int whitest = 190;  // what shines through or stains the paper is above

PixPointer scaled(PixPointer gray, int &dpi, int wantedDpi)
{
    while (gray && dpi >= 2 * wantedDpi) {
        gray.reset(pixScaleAreaMap2(gray.get()));
        dpi /= 2;
    }
    if (gray && dpi < wantedDpi) {
        const auto factor = static_cast<float>(wantedDpi) / static_cast<float>(dpi);
        gray.reset(pixScaleGrayLI(gray.get(), factor, factor));
        dpi = wantedDpi;
    }
    return gray;
}

PixPointer grayOf(const Image &side, const RecognitionRecipe &recipe)
{
    if (!recipe.dropColour)
        return withColour(side);
    return recipe.removePens ? withoutPens(side) : withoutColour(side);
}

}  // namespace

Image recognitionImage(const Image &side, const RecognitionRecipe &recipe)
{
    int dpi = side.dpi();
    PixPointer gray = scaled(grayOf(side, recipe), dpi, recipe.dpi);
    if (!gray)
        return side;
    if (recipe.removeHoles)
        removeSolidMarks(gray.get(), dpi);
    if (recipe.dropColour && recipe.removePens)
        removeSeals(gray.get(), dpi);
    if (recipe.cleanBackground) {
        if (PixPointer clean{
                pixCleanBackgroundToWhite(gray.get(), nullptr, nullptr, 1.0F, blackest, whitest)})
            gray = std::move(clean);
    }
    if (recipe.removeRules)
        removeRules(gray.get(), dpi);
    if (recipe.removeLeaders)
        removeLeaders(gray.get(), dpi);
    if (recipe.removeSpecks)
        removeSpecks(gray.get(), dpi);
    return Image(gray.release(), dpi);
}

}  // namespace station::imaging
