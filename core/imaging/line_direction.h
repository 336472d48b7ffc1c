#pragma once

#include "core/imaging/survey.h"

namespace station::imaging {

/// Which way the lines of text run; the letters may still stand on their heads.
enum class LineDirection { Unknown, Level, Upright };

/// Each letter's nearest neighbour stands in its own line. Unknown where there are too few
/// letters or no direction prevails.
LineDirection lineDirectionOf(Pix *ink, int dpi);

}  // namespace station::imaging
