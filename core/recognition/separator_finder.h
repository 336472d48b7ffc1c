#pragma once

#include "core/imaging/survey.h"
#include "core/recognition/separator.h"

#include <optional>

namespace station::recognition {

/// Looks for a separator on a side as it was scanned, of any rotation. Cheap, for
/// it is asked of every side: marks too small to be a separator's are not read.
std::optional<SeparatorMark> findSeparator(const imaging::Survey &side);

}  // namespace station::recognition
