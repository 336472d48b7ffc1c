#include "core/extraction/calibration.h"

#include <algorithm>
#include <cmath>

namespace station::extraction {

double Calibration::rightFor(double raw) const
{
    if (points.empty())
        return 0.0;
    const auto above = std::find_if(points.begin(), points.end(),
                                    [&](const auto &point) { return point.first >= raw; });
    if (above == points.begin())
        return above->second;
    if (above == points.end())
        return points.back().second;
    const auto &[x0, y0] = *std::prev(above);
    const auto &[x1, y1] = *above;
    return std::lerp(y0, y1, (raw - x0) / (x1 - x0));
}

const Calibration &Calibrations::of(const QString &fieldKey) const
{
    const auto found = byField.find(fieldKey.section(u'.', -1));
    return found == byField.end() ? common : found->second;
}

}  // namespace station::extraction
