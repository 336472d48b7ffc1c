#include "scanner/worker/frame_lines.h"

#include <cstring>

namespace station::scanner {

std::size_t FrameLines::samples() const
{
    return static_cast<std::size_t>(width()) * (isColour() ? 3U : 1U);
}

std::optional<FrameLines> FrameLines::of(const SANE_Parameters &parameters)
{
    const bool knownDepth =
        parameters.depth == 1 || parameters.depth == 8 || parameters.depth == 16;
    const bool packedColour = parameters.depth == 1 && parameters.format != SANE_FRAME_GRAY;
    if (!knownDepth || packedColour || parameters.format > SANE_FRAME_BLUE ||
        parameters.pixels_per_line <= 0 || parameters.bytes_per_line <= 0)
        return {};
    FrameLines lines(parameters);
    const auto needed = (lines.samples() * static_cast<std::size_t>(parameters.depth) + 7) / 8;
    if (lines.lineSize() < needed)
        return {};
    return lines;
}

FrameLines::Line FrameLines::converted(std::span<const SANE_Byte> line) const
{
    if (m_parameters.depth == 1)
        return {line.begin(), line.begin() + (width() + 7) / 8};
    if (m_parameters.depth == 8)
        return {line.begin(), line.begin() + static_cast<std::ptrdiff_t>(samples())};
    Line reduced(samples());
    for (std::size_t i = 0; i < reduced.size(); ++i) {
        std::uint16_t sample = 0;  // in the byte order of this machine, as SANE says
        std::memcpy(&sample, &line[i * 2], sizeof sample);
        reduced[i] = static_cast<std::uint8_t>(sample >> 8);
    }
    return reduced;
}

}  // namespace station::scanner
