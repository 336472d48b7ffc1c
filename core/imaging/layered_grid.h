#pragma once

#include "core/imaging/pix_pointer.h"

#include <QtGlobal>

#include <array>
#include <cstddef>
#include <vector>

namespace station::imaging {

using Rgb = std::array<float, 3>;

inline float lumaOf(const Rgb &color)
{
    return (77.0F * color[0] + 150.0F * color[1] + 29.0F * color[2]) / 256.0F;
}

/// The same of a 32-bit pixel.
inline l_uint32 lumaOfWord(l_uint32 color)
{
    return (77 * (color >> 24) + 150 * (color >> 16 & 0xFF) + 29 * (color >> 8 & 0xFF)) >> 8;
}

inline l_uint32 *lineOf(Pix *pix, int y)
{
    return pixGetData(pix) + std::ptrdiff_t{y} * pixGetWpl(pix);
}

/// Values in squares over a picture; those at the right and lower edge may be cut.
template <typename T>
struct Grid {
    int columns = 0;
    int rows = 0;
    std::vector<T> cells{};

    Grid() = default;
    Grid(int across, int down, T value = {})
        : columns(across), rows(down),
          cells(static_cast<std::size_t>(across) * static_cast<std::size_t>(down), value)
    {
    }
    std::size_t index(int x, int y) const
    {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(columns) +
               static_cast<std::size_t>(x);
    }
    T &at(int x, int y) { return cells[index(x, y)]; }
    const T &at(int x, int y) const { return cells[index(x, y)]; }
};

inline constexpr int cellPx = 4;
inline constexpr int blockPx = 8;  ///< The transform block of JPEG.
inline constexpr int tilePx = 32;  ///< 2.7 mm at 300 dpi: has paper beside any letter.

/// How many squares cover so many pixels.
inline int countOf(int pixels, int square)
{
    return (pixels + square - 1) / square;
}

}  // namespace station::imaging
