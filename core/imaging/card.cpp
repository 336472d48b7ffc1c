#include "core/imaging/card.h"

#include <QSizeF>

#include <algorithm>
#include <optional>

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

/// Of the print, in millimetres; nothing: there is none.
std::optional<QSizeF> printOf(const Survey &side)
{
    std::vector<double> xs;
    std::vector<double> ys;
    for (const auto &mark : marksIn(side.ink(), side.dpi())) {
        if (isLetterSized(mark)) {
            xs.push_back(mark.center().x());
            ys.push_back(mark.center().y());
        }
    }
    if (xs.empty())
        return std::nullopt;
    return QSizeF(extent(std::move(xs)), extent(std::move(ys)));
}

}  // namespace

bool isCardSized(const Survey &side)
{
    const auto print = printOf(side);
    return print && (print->width() <= cardWidthMm || print->height() <= cardHeightMm);
}

bool isCardSizedAnyWay(const Survey &side)
{
    const auto print = printOf(side);
    return print && (print->width() <= cardWidthMm || print->height() <= cardWidthMm);
}

}  // namespace station::imaging
