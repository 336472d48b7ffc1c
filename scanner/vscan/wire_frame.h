#pragma once

#include "scanner/vscan/render.h"

#include <sane/sane.h>

namespace vscan {

/// How a side travels over SANE.
struct Layout {
    Mode mode = Mode::Color;
    int depth = 8;    ///< Bits a sample; of line art always 1.
    int padding = 0;  ///< Bytes behind each line.
    int plane = -1;   ///< 0 to 2: red, green or blue alone; -1: all at once.

    bool isLast() const { return plane < 0 || plane == 2; }
    SANE_Frame format() const;
    int bytesPerLine(int width) const;
};

/// The side's bytes in that layout. Samples of 16 bits are in native order; white
/// stays white.
std::vector<std::uint8_t> wireBytes(const Frame &side, const Layout &layout);

}  // namespace vscan
