#pragma once

#include "core/imaging/image.h"
#include "core/imaging/recognition_recipe.h"

namespace station::imaging {

/// What the engine reads instead of the legal image: gray, made by the steps that the
/// recipe names. Its dpi divided by that of `side` is the scale between the two.
Image recognitionImage(const Image &side, const RecognitionRecipe &recipe);

/// Seals and pens over black print are best dropped; a card prints in colour.
enum class Colours { Drop, Keep };
inline Image recognitionImage(const Image &side, Colours colours)
{
    return recognitionImage(side, {.dropColour = colours == Colours::Drop});
}

}  // namespace station::imaging
