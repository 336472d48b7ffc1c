#pragma once

#include <QColor>

#include <algorithm>
#include <cmath>

namespace station::gui::test {

inline double luminance(const QColor &colour)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

/// WCAG 2.2, from 1 to 21.
inline double contrast(const QColor &first, const QColor &second)
{
    const double light = std::max(luminance(first), luminance(second));
    const double dark = std::min(luminance(first), luminance(second));
    return (light + 0.05) / (dark + 0.05);
}

}  // namespace station::gui::test
