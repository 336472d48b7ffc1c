#include "core/imaging/blur.h"

#include "core/imaging/contrast.h"

#include <array>
#include <cstdlib>

namespace station::imaging {
namespace {

// Readable samples 0.52 to 0.82, from the worst copy to the best scanner; blurred over 0.6 mm
// 0.41 and less, over 0.9 mm, where words get lost, 0.34 and less.
constexpr double leastSteepness = 0.36;
constexpr double steepestTenth = 0.1;

}  // namespace

double edgeSteepness(const Survey &side)
{
    const double ink = inkShare(side);
    const double contrast = side.isNull() || ink <= 0.0 ? 0.0 : side.paper() * (1.0 - ink);
    if (contrast < 1.0)
        return 0.0;
    std::array<qint64, 256> steps{};
    qint64 all = 0;
    for (int y = 0; y < pixGetHeight(side.gray()); ++y) {
        const l_uint32 *gray = pixGetData(side.gray()) + qsizetype{y} * pixGetWpl(side.gray());
        const l_uint32 *mask = pixGetData(side.ink()) + qsizetype{y} * pixGetWpl(side.ink());
        for (int x = 0; x + 1 < pixGetWidth(side.gray()); ++x) {
            if (GET_DATA_BIT(mask, x) == GET_DATA_BIT(mask, x + 1))
                continue;
            const int step = std::abs(static_cast<int>(GET_DATA_BYTE(gray, x)) -
                                      static_cast<int>(GET_DATA_BYTE(gray, x + 1)));
            ++steps[static_cast<std::size_t>(step)];
            ++all;
        }
    }
    qint64 above = 0;
    for (std::size_t step = 255; step > 0; --step) {
        above += steps[step];
        if (static_cast<double>(above) >= steepestTenth * static_cast<double>(all))
            return static_cast<double>(step) / contrast;
    }
    return 0.0;
}

bool isBlurred(const Survey &side)
{
    const double steepness = edgeSteepness(side);
    return steepness > 0.0 && steepness < leastSteepness;
}

}  // namespace station::imaging
