#pragma once

#include "core/imaging/pix_pointer.h"

#include <QtGlobal>

#include <array>
#include <optional>
#include <vector>

namespace station::imaging {

using Rgb = std::array<float, 3>;

/// A grid of equal squares over a picture; those at the right and lower edge may be cut.
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
inline constexpr int tilePx = 32;  ///< 2.7 mm at 300 dpi: holds paper between any two letters.

/// What a side at 300 dpi consists of, seen in small squares.
struct LayeredSurvey {
    PixPointer gray{};      ///< 8 bits.
    Grid<Rgb> means{};      ///< Of each cell.
    Grid<Rgb> paperNear{};  ///< Of each tile; the page's paper where the tile shows none.
    Rgb paper{};
    Rgb ink{};  ///< Of the print; black without print.
};

inline float lumaOf(const Rgb &color)
{
    return (77.0F * color[0] + 150.0F * color[1] + 29.0F * color[2]) / 256.0F;
}

/// The mean colour of each cell of a 32-bit picture, and its gray pixels.
struct PixelMeans {
    PixPointer gray{};
    Grid<Rgb> cells{};
};
PixelMeans pixelMeans(Pix *color);

/// `color` is 32-bit. Empty when no paper colour is common to most of the side.
std::optional<LayeredSurvey> surveyLayers(Pix *color);

/// What of the side is darker than half way from its paper to its print: 1 bit, ink is black.
PixPointer printMask(const LayeredSurvey &survey);

/// What a layered picture shows, cell by cell.
struct ShownCells {
    Grid<Rgb> means{};
    Grid<float> print{};  ///< Share of mask ink.
    Grid<float> patch{};  ///< 0: flat paper; 1: the side as it is.
};

/// Print on flat paper.
ShownCells printCells(const LayeredSurvey &survey, Pix *mask);

/// Blocks that do not show what the side shows: colour, tone, missing or added ink. `slack` 1
/// finds everything that print cannot carry; more allows for the coding of patches.
Grid<quint8> unlikeBlocks(const LayeredSurvey &survey, const ShownCells &shown, float slack);

/// With all neighbours of every marked block.
Grid<quint8> dilated(const Grid<quint8> &blocks);

}  // namespace station::imaging
