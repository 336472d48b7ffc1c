#include "scanner/vscan/wire_frame.h"

#include <algorithm>
#include <cstring>

namespace vscan {
namespace {

void copySamples(const std::uint8_t *samples, std::size_t count, std::size_t step, int depth,
                 std::uint8_t *target)
{
    for (std::size_t i = 0; i < count; ++i, samples += step) {
        if (depth == 16) {
            const auto wide = static_cast<std::uint16_t>(*samples * 257);
            std::memcpy(target + i * sizeof wide, &wide, sizeof wide);
        } else {
            target[i] = *samples;
        }
    }
}

}  // namespace

SANE_Frame Layout::format() const
{
    if (mode != Mode::Color)
        return SANE_FRAME_GRAY;
    static constexpr SANE_Frame planes[] = {SANE_FRAME_RED, SANE_FRAME_GREEN, SANE_FRAME_BLUE};
    return plane < 0 ? SANE_FRAME_RGB : planes[plane];
}

int Layout::bytesPerLine(int width) const
{
    if (mode == Mode::Lineart)
        return (width + 7) / 8 + padding;
    const int samples = format() == SANE_FRAME_RGB ? width * 3 : width;
    return samples * (depth == 16 ? 2 : 1) + padding;
}

std::vector<std::uint8_t> wireBytes(const Frame &side, const Layout &layout)
{
    const auto lineSize = static_cast<std::size_t>(layout.bytesPerLine(side.width));
    const auto sourceSize = static_cast<std::size_t>(side.bytesPerLine);
    if (lineSize == sourceSize && layout.depth != 16 && layout.plane < 0)
        return side.bytes;
    std::vector<std::uint8_t> bytes(lineSize * static_cast<std::size_t>(side.height));
    const bool onePlane = layout.format() != SANE_FRAME_RGB && layout.mode == Mode::Color;
    const std::size_t step = onePlane ? 3 : 1;
    for (std::size_t y = 0; y < static_cast<std::size_t>(side.height); ++y) {
        const auto *line = side.bytes.data() + y * sourceSize;
        copySamples(line + (onePlane ? layout.plane : 0), sourceSize / step, step, layout.depth,
                    bytes.data() + y * lineSize);
    }
    return bytes;
}

}  // namespace vscan
