#pragma once

#include "core/imaging/survey.h"

namespace station::imaging {

/// True when the side holds no writing: neither letters nor strokes nor a faint
/// coloured stamp. Dust, show-through, punch holes, folds and dark edges do not
/// count. A hint for the clerk only: a blank side is never dropped by the program.
bool isBlank(const Survey &side);

}  // namespace station::imaging
