#include "core/imaging/card.h"

#include <algorithm>

namespace station::imaging {
namespace {

constexpr double cardWidthMm = 90.0;  // with a little play
constexpr double cardHeightMm = 58.0;

/// Extent of the values without the outermost 2 % on both sides: specks.
double extent(std::vector<double> values)
{
    const auto at = [&](double share) {
        const auto place = static_cast<std::size_t>(share * static_cast<double>(values.size() - 1));
        return values[place];
    };
    std::ranges::sort(values);
    return at(0.98) - at(0.02);
}

}  // namespace

bool isCardSized(const Survey &side)
{
    std::vector<double> xs;
    std::vector<double> ys;
    for (const auto &mark : marksIn(side.ink(), side.dpi())) {
        if (isLetterSized(mark)) {
            xs.push_back(mark.center().x());
            ys.push_back(mark.center().y());
        }
    }
    return !xs.empty() &&
           (extent(std::move(xs)) <= cardWidthMm || extent(std::move(ys)) <= cardHeightMm);
}

}  // namespace station::imaging
