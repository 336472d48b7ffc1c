#pragma once

#include "core/imaging/survey.h"

namespace station::imaging {

/// True when a row of letters runs off an edge of the picture: the sheet lay
/// outside of the scanned area. Lid, holes and rules that end there do not count.
bool isCutOff(const Survey &side);

/// Letters that touch the edge where most do; what isCutOff decides by.
int lettersAtEdge(const Survey &side);

}  // namespace station::imaging
