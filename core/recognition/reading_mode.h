#pragma once

#include "core/imaging/recognition_recipe.h"

namespace station::recognition {

/// How the engine looks for lines on a page.
enum class Segmentation {
    Auto,    ///< Columns, paragraphs and lines, as on a letter.
    Sparse,  ///< Words wherever they stand, as on a card.
    Block,   ///< One block of lines.
    Column,  ///< One column of lines of different sizes.
    Line,    ///< A single line.
};

/// How doubtful words are read again.
struct SecondLook {
    double below = 0.9;          ///< Words less sure are doubtful; 0: there is no second look.
    double numbersBelow = 0.94;  ///< The same for words with digits, to confirm them.
    double disputed = 0.8;       ///< No surer is a word that was read in two ways.
    int dpi = 200;               ///< As in the recipe.
    int neighbours = 2;          ///< Words on either side that are read along.
    int most = 20;               ///< Places on a page: a bad page does not take for ever.

    bool operator==(const SecondLook &) const = default;
};

/// How a kind of page is read.
struct ReadingMode {
    imaging::RecognitionRecipe recipe{};
    Segmentation segmentation = Segmentation::Auto;
    SecondLook secondLook{};

    bool operator==(const ReadingMode &) const = default;
};

}  // namespace station::recognition
