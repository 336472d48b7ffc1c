#pragma once

#include "core/imaging/survey.h"

#include <optional>

namespace station::imaging {

/// What the scanner sees around the paper: its lid or bed.
struct Ground {
    PixPointer mask{};   ///< 1 where it is; touches the edge of the picture.
    PixPointer drawn{};  ///< 1 where something as dark as the ground, or ink, is on the paper.
    int dpi = 0;         ///< Of both; 75 to 149.
    int frame = 0;       ///< Pixels that they are less than the side, on each edge.
    bool dark = false;
    double share = 0.0;  ///< Of the side.
};

/// Nothing where the side is paper up to its edges.
std::optional<Ground> groundOf(const Survey &side);

}  // namespace station::imaging
