#pragma once

#include "scanner/vscan/dialect.h"

#include <sane/sane.h>

namespace vscan {

// What follows from the meaning of an option alone, in every dialect.

inline constexpr double widestMm = 215.9;

bool isLength(Role role);
bool isCorner(Role role);
bool isAcross(Role role);
bool isSensor(Role role);
bool hasWords(Role role);

/// The length of a page or corner after sane_open.
double usualMm(Role role);

SANE_Value_Type typeOf(Role role, bool fixedResolution, bool inPixels);
SANE_Unit unitOf(Role role, bool inPixels);
SANE_Int capOf(Role role);

}  // namespace vscan
