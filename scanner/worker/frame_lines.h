#pragma once

#include <sane/sane.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace station::scanner {

/// Cuts the bytes of one SANE frame, which come in pieces of any size, into
/// lines as PNM stores them: without padding, 8 bits a sample (16 are reduced),
/// or 1 bit with black as 1, which both sides mean alike.
class FrameLines {
public:
    using Line = std::vector<std::uint8_t>;

    /// Nothing when the frame has a form that cannot be read.
    static std::optional<FrameLines> of(const SANE_Parameters &parameters);

    int width() const { return m_parameters.pixels_per_line; }
    bool isBitmap() const { return m_parameters.depth == 1; }
    bool isColour() const { return m_parameters.format == SANE_FRAME_RGB; }

    /// Takes the bytes and hands each line that is now complete to `onLine`, which
    /// returns false to stop.
    template <typename OnLine>
    bool add(std::span<const SANE_Byte> bytes, OnLine onLine)
    {
        m_pending.insert(m_pending.end(), bytes.begin(), bytes.end());
        std::size_t at = 0;
        bool goOn = true;
        for (; goOn && m_pending.size() - at >= lineSize(); at += lineSize())
            goOn = onLine(converted(std::span(m_pending).subspan(at, lineSize())));
        m_pending.erase(m_pending.begin(), m_pending.begin() + static_cast<std::ptrdiff_t>(at));
        return goOn;
    }

private:
    explicit FrameLines(const SANE_Parameters &parameters) : m_parameters(parameters) {}

    std::size_t lineSize() const { return static_cast<std::size_t>(m_parameters.bytes_per_line); }
    std::size_t samples() const;
    Line converted(std::span<const SANE_Byte> line) const;

    SANE_Parameters m_parameters;
    std::vector<SANE_Byte> m_pending;
};

}  // namespace station::scanner
