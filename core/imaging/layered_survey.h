#pragma once

#include "core/imaging/layered_grid.h"
#include "core/imaging/pix_pointer.h"

#include <optional>

namespace station::imaging {

/// The mean colour of each cell of a 32-bit picture, and its gray pixels.
struct PixelMeans {
    PixPointer gray{};  ///< 8 bits.
    Grid<Rgb> cells{};
};
PixelMeans pixelMeans(Pix *color);

/// What a side at 300 dpi consists of.
struct LayeredSurvey {
    PixelMeans side{};
    Grid<Rgb> paper{};    ///< Of each cell, without what is drawn or printed on it.
    Rgb plainPaper{};     ///< Of the side.
    bool shaded = false;  ///< The paper's colour changes over the side.
    Rgb ink{};            ///< Of the print; black without print.
};

/// `color` is 32-bit. Empty when no light paper is common to most of the side.
std::optional<LayeredSurvey> surveyLayers(Pix *color);

/// What of the side is darker than half way from its paper to its print: 1 bit, ink is black.
PixPointer printMask(const LayeredSurvey &survey);

}  // namespace station::imaging
