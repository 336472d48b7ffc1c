#pragma once

#include "core/imaging/layered_grid.h"
#include "core/imaging/pix_pointer.h"

#include <QSize>

#include <optional>
#include <utility>

namespace station::imaging {

/// The mean colour of each cell of a picture that is given line by line.
class CellSums {
public:
    explicit CellSums(const QSize &size);

    void add(const l_uint32 *line);                   ///< The next one.
    Grid<Rgb> means() { return std::move(m_means); }  ///< Once, after the last line.

private:
    struct Sum {
        l_uint32 redAndBlue = 0;  ///< 16 bits each.
        l_uint32 green = 0;
    };

    int m_width;
    int m_height;
    int m_line = 0;
    Grid<Rgb> m_means;
    std::vector<Sum> m_sums;
};

/// The mean colour of each cell of a 32-bit picture, and its gray pixels.
struct PixelMeans {
    PixPointer gray{};  ///< 8 bits.
    Grid<Rgb> cells{};
};
PixelMeans pixelMeans(Pix *color);

/// What a side at 300 dpi consists of.
struct LayeredSurvey {
    PixelMeans side{};
    Grid<Rgb> paper{};    ///< Of each cell, without what is drawn or printed on it.
    Rgb plainPaper{};     ///< Of the side.
    bool shaded = false;  ///< The paper's colour changes over the side.
    Rgb ink{};            ///< Of the print; black without print.
};

/// `color` is 32-bit. Empty when no light paper is common to most of the side.
std::optional<LayeredSurvey> surveyLayers(Pix *color);

/// Makes the paper follow what it does itself: creases, shadows, stains. It takes the middle of
/// what lies in a tile of 2.7 mm without print, which no stroke on it can move. `print` is 1
/// at cells with print or beside them.
void followGround(LayeredSurvey &survey, const Grid<quint8> &print);

/// What of the side is darker than half way from its paper to its print: 1 bit, ink is black.
PixPointer printMask(const LayeredSurvey &survey);

}  // namespace station::imaging
