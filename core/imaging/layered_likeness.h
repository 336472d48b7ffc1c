#pragma once

#include "core/imaging/layered_survey.h"

namespace station::imaging {

/// Share of mask ink in each cell.
Grid<float> inkShares(Pix *mask);

/// Cells with ink and all beside them: the soft edges of strokes.
Grid<quint8> nearPrint(const Grid<float> &inkShares);

/// What a layered picture shows, cell by cell.
struct ShownCells {
    Grid<Rgb> means{};
    Grid<float> print{};  ///< Shares of mask ink.
};

/// Print on the side's paper.
ShownCells printCells(const LayeredSurvey &survey, const Grid<float> &inkShares);

/// Blocks that do not show what the side shows.
struct Unlike {
    Grid<quint8> strong{};  ///< Colour, missing or added ink.
    Grid<quint8> faint{};   ///< Gray a little darker than the paper: pencil, show-through.

    bool isNothing() const;
};

/// How many times the differences are allowed that scanned paper and print have by
/// themselves.
struct Slack {
    float onPaper = 1.0F;
    float inPrint = 1.0F;
};
Unlike unlikeBlocks(const LayeredSurvey &survey, const ShownCells &shown, const Slack &slack);

/// With all neighbours of every marked block.
Grid<quint8> dilated(const Grid<quint8> &blocks);

}  // namespace station::imaging
