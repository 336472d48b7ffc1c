#pragma once

#include "core/imaging/image.h"
#include "core/imaging/recognition_recipe.h"

namespace station::imaging {

/// What the engine reads instead of the legal image: gray, made by the steps that the
/// recipe names. Its dpi divided by that of `side` is the scale between the two.
Image recognitionImage(const Image &side, const RecognitionRecipe &recipe);

}  // namespace station::imaging
