#pragma once

#include "core/imaging/survey.h"

namespace station::imaging {

/// True when print has no edges: out of focus, moved, or enlarged from a few pixels. False
/// where there is too little print to tell.
bool isBlurred(const Survey &side);

/// The steepest tenth of the steps between neighbouring pixels at ink, as a share of the
/// contrast between ink and paper; 0 when there is too little print.
double edgeSteepness(const Survey &side);

}  // namespace station::imaging
