#pragma once

#include "core/base/side_geometry.h"
#include "core/imaging/contrast.h"
#include "core/imaging/image.h"
#include "core/imaging/page_kind.h"

#include <QRect>
#include <QString>

#include <functional>
#include <optional>
#include <stop_token>

namespace station::imaging {

/// Which steps run by themselves and which as the clerk said. The order is fixed:
/// part → upright → the clerk's turn → deskew → paper crop → tone.
struct CleanupOptions {
    std::optional<QRect> part{};  ///< Of the original, pixels; all else is cut away first.
    bool upright = true;
    int turnDeg = 0;  ///< The clerk's quarter turns, clockwise, after the automatic one.
    std::optional<double> skewDeg{};  ///< Clockwise, by the clerk; nothing: measured.
    double largestSkewDeg = 5.0;      ///< Up to which a measured skew is set right.
    bool paperCrop = true;
    bool tone = true;
    /// Asked for the rotation where the page's ascenders do not decide it.
    std::function<std::optional<int>(const Image &)> secondOpinion{};
};

/// The legal image of a side and what was done to get it. Geometry changes (part, quarter
/// turns, deskew, crop) and, mildly, the brightness of the paper; no pixel is repainted.
struct CleanSide {
    Image image;              ///< In the resolution of the original.
    SideGeometry geometry{};  ///< From the original to `image`; its scale is 1.
    PageKind kind = PageKind::Letter;
    bool blank = false;
    int rotationDeg = 0;   ///< Clockwise, the automatic turn alone.
    double skewDeg = 0.0;  ///< Clockwise turn that made the lines level.
    bool skewed = false;   ///< Still askew: beyond what is set right.
    bool cutOff = false;
    bool blurred = false;    ///< Print without edges: out of focus or moved.
    bool untouched = false;  ///< `image` shows the pixels of the original, unchanged.
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
