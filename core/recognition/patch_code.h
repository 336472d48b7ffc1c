#pragma once

#include "core/imaging/survey.h"

namespace station::recognition {

/// True when the side carries Kodak's patch T: four parallel bars, narrow, wide,
/// narrow, wide (2.03 and 5.08 mm, gaps 2.03 mm), in any of the four rotations and
/// askew up to 5°. Upside down it is the patch 3, which therefore counts as well.
bool hasPatchT(const imaging::Survey &side);

}  // namespace station::recognition
