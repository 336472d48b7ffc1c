#pragma once

#include "core/imaging/survey.h"

namespace station::imaging {

enum class Contrast { Clear, TooDark, TooLight };

/// How well the ink of a side that is not blank stands out from the ground. Clear
/// when there is too little ink to tell.
Contrast contrastOf(const Survey &side);

/// Brightness of the ink as a share of the ground's; 0 when there is too little.
double inkShare(const Survey &side);

}  // namespace station::imaging
