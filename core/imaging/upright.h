#pragma once

#include "core/imaging/survey.h"

#include <optional>

namespace station::imaging {

/// Degrees clockwise (0, 90, 180, 270) that make the text upright, or nothing
/// when the ascenders do not decide it (cards, sparse or all-capital pages).
std::optional<int> uprightRotation(const Survey &side);

/// The same of ink alone, at 150 to 299 dpi, by a single look.
std::optional<int> uprightRotation(Pix *ink, int dpi);

/// Turned clockwise by 0, 90, 180 or 270 degrees, without loss.
Image turned(Image image, int rotationDeg);

}  // namespace station::imaging
