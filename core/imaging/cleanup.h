#pragma once

#include "core/imaging/contrast.h"
#include "core/imaging/image.h"

#include <QString>

#include <functional>
#include <optional>
#include <stop_token>

namespace station::imaging {

struct CleanupOptions {
    double largestSkewDeg = 5.0;
    int turnDeg = 0;  ///< The clerk's quarter turns, clockwise, after the automatic one.
    /// Asked for the rotation where the page's ascenders do not decide it.
    std::function<std::optional<int>(const Image &)> secondOpinion{};
};

/// The legal image of a side and what was done to get it. Only geometry
/// changes: quarter turns, deskew, crop. No pixel is repainted.
struct CleanSide {
    Image image;
    bool blank = false;
    int rotationDeg = 0;   ///< Clockwise, the automatic turn alone.
    double skewDeg = 0.0;  ///< Clockwise turn that made the lines level.
    bool skewed = false;   ///< Still askew: beyond what is set right.
    bool cutOff = false;
    Contrast contrast = Contrast::Clear;
    double fedMm = 0.0;     ///< Length of the paper in the direction in which it was scanned.
    QString fingerprint{};  ///< Empty for a blank side.
};

/// Fails only with Cancelled: what cannot be measured stays as it was.
Expected<CleanSide> cleanUp(Image side, const CleanupOptions &options, std::stop_token stop);

/// The same with the side's own survey, where it was made before.
Expected<CleanSide> cleanUp(Image side, Survey survey, const CleanupOptions &options,
                            std::stop_token stop);

}  // namespace station::imaging
