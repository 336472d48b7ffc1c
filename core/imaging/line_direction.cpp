#include "core/imaging/line_direction.h"

#include <algorithm>

namespace station::imaging {
namespace {

constexpr double furthestMm = 4.0;  // a wide space; further away is another line or column
constexpr int fewNeighbours = 12;
constexpr int clearlyMore = 2;  // measured on letters, tables and cards: 5 to 40 times

/// Without accents, dots and dust, which stand above and below the letters.
bool isLetter(const QRectF &mark)
{
    const auto [less, more] = std::minmax({mark.width(), mark.height()});
    return more >= 1.2 && more <= 8.0 && less >= 0.25;
}

struct Neighbour {
    double gap = furthestMm;
    LineDirection side = LineDirection::Unknown;
};

/// Beside or above each other; Unknown where they are neither.
Neighbour between(const QRectF &left, const QRectF &right)
{
    const double acrossGap = right.left() - left.right();
    const double downGap =
        std::max(left.top(), right.top()) - std::min(left.bottom(), right.bottom());
    const bool beside = acrossGap >= 0 && -downGap > 0.5 * std::min(left.height(), right.height());
    const double common = std::min(left.right(), right.right()) - right.left();
    const bool above = downGap >= 0 && common > 0.5 * std::min(left.width(), right.width());
    if (beside)
        return {acrossGap, LineDirection::Level};
    return above ? Neighbour{downGap, LineDirection::Upright} : Neighbour{};
}

}  // namespace

LineDirection lineDirectionOf(Pix *ink, int dpi)
{
    auto letters = marksIn(ink, dpi);
    std::erase_if(letters, [](const QRectF &mark) { return !isLetter(mark); });
    std::ranges::sort(letters, {}, [](const QRectF &mark) { return mark.left(); });
    std::vector<Neighbour> nearest(letters.size());
    for (std::size_t one = 0; one < letters.size(); ++one) {
        for (std::size_t other = one + 1;
             other < letters.size() && letters[other].left() - letters[one].right() < furthestMm;
             ++other) {
            const Neighbour found = between(letters[one], letters[other]);
            for (const auto at : {one, other}) {
                if (found.gap < nearest[at].gap)
                    nearest[at] = found;
            }
        }
    }
    const auto level = std::ranges::count(nearest, LineDirection::Level, &Neighbour::side);
    const auto upright = std::ranges::count(nearest, LineDirection::Upright, &Neighbour::side);
    if (level + upright < fewNeighbours)
        return LineDirection::Unknown;
    if (level > clearlyMore * upright)
        return LineDirection::Level;
    return upright > clearlyMore * level ? LineDirection::Upright : LineDirection::Unknown;
}

}  // namespace station::imaging
