#pragma once

#include "core/imaging/layered_survey.h"

namespace station::imaging {

/// What a layered picture shows, cell by cell.
struct ShownCells {
    Grid<Rgb> means{};
    Grid<float> print{};  ///< Share of mask ink.
};

/// Print on the side's paper.
ShownCells printCells(const LayeredSurvey &survey, Pix *mask);

/// Blocks that do not show what the side shows: colour, tone, missing or added ink. `slack` 1
/// finds everything that print cannot carry; more allows for the coding of patches.
Grid<quint8> unlikeBlocks(const LayeredSurvey &survey, const ShownCells &shown, float slack);

/// With all neighbours of every marked block.
Grid<quint8> dilated(const Grid<quint8> &blocks);

}  // namespace station::imaging
