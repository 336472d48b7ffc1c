#pragma once

#include "core/imaging/image.h"

#include <functional>
#include <optional>
#include <stop_token>

namespace station::imaging {

struct CleanupOptions {
    double largestSkewDeg = 5.0;
    /// Asked for the rotation where the page's ascenders do not decide it.
    std::function<std::optional<int>(const Image &)> secondOpinion{};
};

/// The legal image of a side and what was done to get it. Only geometry
/// changes: quarter turns, deskew, crop. No pixel is repainted.
struct CleanSide {
    Image image;
    bool blank = false;
    int rotationDeg = 0;   ///< Clockwise.
    double skewDeg = 0.0;  ///< Clockwise turn that made the lines level.
};

/// Fails only with Cancelled: what cannot be measured stays as it was.
Expected<CleanSide> cleanUp(Image side, const CleanupOptions &options, std::stop_token stop);

}  // namespace station::imaging
