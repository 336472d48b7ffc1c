#pragma once

#include "core/imaging/survey.h"

namespace station::imaging {

/// True when letters stand out from the paper only just, as in a faded receipt,
/// and are not the other side of the sheet: what shines through is mirrored.
/// Where the letters do not tell, they count as print.
bool hasFaintPrint(const Survey &side);

}  // namespace station::imaging
