#pragma once

#include "core/imaging/survey.h"

namespace station::imaging {

/// True when all print of the side fits into the width or the height of an
/// identity card (ISO 7810 ID-1, 86 × 54 mm): a copy of its two faces above or
/// beside each other, or a note of a few lines.
bool isCardSized(const Survey &side);

/// The same of a side that may lie on its left or right: a first look, before its direction is
/// known. True for more than cards.
bool isCardSizedAnyWay(const Survey &side);

}  // namespace station::imaging
