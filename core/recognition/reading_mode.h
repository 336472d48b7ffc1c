#pragma once

#include "core/imaging/recognition_recipe.h"

namespace station::recognition {

/// How the engine looks for lines on a page.
enum class Segmentation {
    Auto,    ///< Columns, paragraphs and lines, as on a letter.
    Sparse,  ///< Words wherever they stand, as on a card.
    Block,   ///< One block of lines.
    Column,  ///< One column of lines of different sizes.
};

/// How a kind of page is read.
struct ReadingMode {
    imaging::RecognitionRecipe recipe{};
    Segmentation segmentation = Segmentation::Auto;

    bool operator==(const ReadingMode &) const = default;
};

}  // namespace station::recognition
