#include "core/imaging/tone.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace station::imaging {
namespace {

constexpr double wantedPaper = 245.0;  // leaves room for what is whiter than the paper
constexpr double mostGain = 1.15;
constexpr double leastGain = 1.03;  // less is not seen, and the pixels stay as scanned

}  // namespace

double toneGain(const Survey &side)
{
    if (side.isNull() || side.paper() == 0 || side.hasColouredPaper())
        return 1.0;
    const double gain = wantedPaper / side.paper();
    return gain < leastGain || gain > 1.5 ? 1.0 : std::min(gain, mostGain);
}

Image brightened(Image image, double gain)
{
    if (gain == 1.0)
        return image;
    PixPointer pix(pixCopy(nullptr, image.pix()));
    if (!pix)
        return image;
    std::array<l_uint32, 256> table{};
    for (std::size_t level = 0; level < table.size(); ++level)
        table[level] =
            static_cast<l_uint32>(std::min(255L, std::lround(static_cast<double>(level) * gain)));
    l_uint32 *const end = pixGetData(pix.get()) + qsizetype{pixGetWpl(pix.get())} * image.height();
    for (l_uint32 *at = pixGetData(pix.get()); at < end; ++at)
        *at = table[*at >> 24] << 24 | table[*at >> 16 & 255U] << 16 | table[*at >> 8 & 255U] << 8 |
              table[*at & 255U];
    return {pix.release(), image.dpi()};
}

}  // namespace station::imaging
