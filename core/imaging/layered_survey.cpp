#include "core/imaging/layered_survey.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace station::imaging {
namespace {

constexpr float darkestPaper = 0.7F;     // shares of a tile's cells, from the darkest one;
constexpr float brightestPaper = 0.9F;   // what lies between is paper
constexpr float unevenPaper = 10.0F;     // levels of shading that flat paper may replace
constexpr float leastContrast = 60.0F;   // between paper and print
constexpr std::size_t leastPrint = 300;  // pixels; fewer say nothing of the print's colour
constexpr float neutral = 24.0F;         // largest minus smallest channel of black print

// Measured on clean, office and copier pages: black print keeps below a third of the colour
// and, but for one block in a thousand, below the tones.
constexpr float strangeColor = 6.0F;

/// Levels by which the mean of a block may differ from what is shown.
struct Tolerance {
    float darker;
    float lighter;
};
constexpr Tolerance inPrint{22.0F, 30.0F};
constexpr Tolerance onPaper{6.0F, 14.0F};

int countOf(int pixels, int square)
{
    return (pixels + square - 1) / square;
}

const l_uint32 *lineOf(Pix *pix, int y)
{
    return pixGetData(pix) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(pix);
}

l_uint32 *writableLineOf(Pix *pix, int y)
{
    return pixGetData(pix) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(pix);
}

l_uint32 lumaOfWord(l_uint32 color)
{
    return (77 * (color >> 24) + 150 * (color >> 16 & 0xFF) + 29 * (color >> 8 & 0xFF)) >> 8;
}

float middleOf(std::vector<float> &values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

Rgb middleColor(const std::vector<Rgb> &colors)
{
    Rgb middle{};
    for (std::size_t part = 0; part < 3; ++part) {
        std::vector<float> values;
        values.reserve(colors.size());
        for (const Rgb &color : colors)
            values.push_back(color[part]);
        middle[part] = middleOf(values);
    }
    return middle;
}

float farthestPart(const Rgb &one, const Rgb &other)
{
    float farthest = 0;
    for (std::size_t part = 0; part < 3; ++part)
        farthest = std::max(farthest, std::abs(one[part] - other[part]));
    return farthest;
}

Rgb brightOf(std::vector<std::pair<float, Rgb>> &cells)
{
    const auto at = [&cells](float share) {
        return cells.begin() +
               static_cast<std::ptrdiff_t>(share * static_cast<float>(cells.size()));
    };
    const auto darker = [](const auto &one, const auto &other) { return one.first < other.first; };
    const auto from = at(darkestPaper);
    const auto end = std::max(at(brightestPaper), from + 1);
    std::nth_element(cells.begin(), from, cells.end(), darker);
    std::nth_element(from, end - 1, cells.end(), darker);
    Rgb mean{};
    for (auto cell = from; cell != end; ++cell) {
        for (std::size_t part = 0; part < 3; ++part)
            mean[part] += cell->second[part] / static_cast<float>(end - from);
    }
    return mean;
}

void findPaper(LayeredSurvey &survey)
{
    constexpr int cellsAcross = tilePx / cellPx;
    const Grid<Rgb> &means = survey.means;
    survey.paperNear =
        Grid<Rgb>(countOf(means.columns, cellsAcross), countOf(means.rows, cellsAcross));
    std::vector<std::pair<float, Rgb>> cells;
    for (int y = 0; y < survey.paperNear.rows; ++y) {
        for (int x = 0; x < survey.paperNear.columns; ++x) {
            cells.clear();
            for (int row = y * cellsAcross; row < std::min(means.rows, (y + 1) * cellsAcross);
                 ++row) {
                for (int column = x * cellsAcross;
                     column < std::min(means.columns, (x + 1) * cellsAcross); ++column) {
                    const Rgb &mean = means.at(column, row);
                    cells.emplace_back(lumaOf(mean), mean);
                }
            }
            survey.paperNear.at(x, y) = brightOf(cells);
        }
    }
    survey.paper = middleColor(survey.paperNear.cells);
}

void findInk(Pix *color, LayeredSurvey &survey)
{
    constexpr int step = 3;
    const float darkest = 0.55F * lumaOf(survey.paper);
    std::vector<Rgb> dark;
    for (int y = 0; y < pixGetHeight(color); y += step) {
        const l_uint32 *line = lineOf(color, y);
        for (int x = 0; x < pixGetWidth(color); x += step) {
            const Rgb pixel{static_cast<float>(line[x] >> 24),
                            static_cast<float>(line[x] >> 16 & 0xFF),
                            static_cast<float>(line[x] >> 8 & 0xFF)};
            if (lumaOf(pixel) < darkest)
                dark.push_back(pixel);
        }
    }
    if (dark.size() < leastPrint)
        return;
    // The darker half: the other one is the edges of the strokes.
    const auto half = dark.begin() + static_cast<std::ptrdiff_t>(dark.size() / 2);
    std::nth_element(dark.begin(), half, dark.end(),
                     [](const Rgb &one, const Rgb &other) { return lumaOf(one) < lumaOf(other); });
    dark.erase(half, dark.end());
    const Rgb ink = middleColor(dark);
    const auto [least, most] = std::minmax_element(ink.begin(), ink.end());
    if (*most - *least <= neutral)
        survey.ink = ink;
}

Grid<float> inkShares(const LayeredSurvey &survey, Pix *mask)
{
    static_assert(cellPx == 4, "eight cells a word");
    Grid<float> shares(survey.means.columns, survey.means.rows);
    constexpr float pixel = 1.0F / (cellPx * cellPx);
    for (int y = 0; y < pixGetHeight(mask); ++y) {
        const l_uint32 *line = lineOf(mask, y);
        for (int x = 0; x < shares.columns; ++x)
            shares.at(x, y / cellPx) +=
                pixel * static_cast<float>(std::popcount(line[x / 8] >> (28 - 4 * (x % 8)) & 0xF));
    }
    return shares;
}

/// The side minus what is shown of it, both on the same paper.
Grid<Rgb> differences(const LayeredSurvey &survey, const ShownCells &shown)
{
    constexpr int cellsAcross = tilePx / cellPx;
    Grid<Rgb> all(survey.means.columns, survey.means.rows);
    for (int y = 0; y < all.rows; ++y) {
        for (int x = 0; x < all.columns; ++x) {
            const std::size_t here = all.index(x, y);
            const Rgb &near = survey.paperNear.at(x / cellsAcross, y / cellsAcross);
            const float print = shown.print.cells[here];
            const float flat = (1 - print) * (1 - shown.patch.cells[here]);
            for (std::size_t part = 0; part < 3; ++part)
                all.cells[here][part] = survey.means.cells[here][part] +
                                        flat * (survey.paper[part] - near[part]) -
                                        shown.means.cells[here][part];
        }
    }
    return all;
}

/// The part of each colour that no mixture of paper and ink can show.
Grid<Rgb> offTheLine(const LayeredSurvey &survey, Grid<Rgb> colors)
{
    Rgb line{};
    float length = 0;
    for (std::size_t part = 0; part < 3; ++part) {
        line[part] = survey.paper[part] - survey.ink[part];
        length += line[part] * line[part];
    }
    for (Rgb &color : colors.cells) {
        const float along = (color[0] * line[0] + color[1] * line[1] + color[2] * line[2]) / length;
        for (std::size_t part = 0; part < 3; ++part)
            color[part] -= along * line[part];
    }
    return colors;
}

/// Means of 3 × 3: the two edges of a black stroke, one reddish and one bluish on most
/// scanners, cancel out.
Grid<Rgb> spread(const Grid<Rgb> &grid)
{
    const auto along = [](const Grid<Rgb> &from, int dx, int dy) {
        Grid<Rgb> to(from.columns, from.rows);
        for (int y = 0; y < from.rows; ++y) {
            for (int x = 0; x < from.columns; ++x) {
                const Rgb &before = from.at(std::max(x - dx, 0), std::max(y - dy, 0));
                const Rgb &here = from.at(x, y);
                const Rgb &after =
                    from.at(std::min(x + dx, from.columns - 1), std::min(y + dy, from.rows - 1));
                for (std::size_t part = 0; part < 3; ++part)
                    to.at(x, y)[part] = (before[part] + here[part] + after[part]) / 3;
            }
        }
        return to;
    };
    return along(along(grid, 1, 0), 0, 1);
}

float lengthOf(const Rgb &vector)
{
    return std::sqrt(vector[0] * vector[0] + vector[1] * vector[1] + vector[2] * vector[2]);
}

/// Blocks above `most` and what hangs together with them above half of it: the faint part of a
/// stroke or stain goes with the rest.
Grid<quint8> grown(const Grid<float> &excess, float most)
{
    Grid<quint8> marked(excess.columns, excess.rows);
    std::vector<std::pair<int, int>> open;
    const auto mark = [&](int x, int y) {
        marked.at(x, y) = 1;
        open.emplace_back(x, y);
    };
    for (int y = 0; y < excess.rows; ++y) {
        for (int x = 0; x < excess.columns; ++x) {
            if (excess.at(x, y) > most)
                mark(x, y);
        }
    }
    while (!open.empty()) {
        const auto [x, y] = open.back();
        open.pop_back();
        for (int row = std::max(y - 1, 0); row <= std::min(y + 1, excess.rows - 1); ++row) {
            for (int column = std::max(x - 1, 0); column <= std::min(x + 1, excess.columns - 1);
                 ++column) {
                if (marked.at(column, row) == 0 && excess.at(column, row) > most / 2)
                    mark(column, row);
            }
        }
    }
    return marked;
}

}  // namespace

PixelMeans pixelMeans(Pix *color)
{
    static_assert(cellPx == 4, "a cell is a word of gray");
    const int width = pixGetWidth(color);
    const int height = pixGetHeight(color);
    PixelMeans means{.gray = PixPointer(pixCreateNoInit(width, height, 8)),
                     .cells = Grid<Rgb>(countOf(width, cellPx), countOf(height, cellPx))};
    struct Sum {
        l_uint32 redAndBlue = 0;  // 16 bits each
        l_uint32 green = 0;
    };
    std::vector<Sum> sums(static_cast<std::size_t>(means.cells.columns));
    const auto add = [](Sum &sum, l_uint32 pixel) {
        sum.redAndBlue += pixel >> 8 & 0x00FF00FF;
        sum.green += pixel >> 16 & 0xFF;
    };
    for (int top = 0; top < height; top += cellPx) {
        std::fill(sums.begin(), sums.end(), Sum{});
        const int lines = std::min(cellPx, height - top);
        for (int y = top; y < top + lines; ++y) {
            const l_uint32 *from = lineOf(color, y);
            l_uint32 *to = writableLineOf(means.gray.get(), y);
            for (int cell = 0; cell < width / cellPx; ++cell, from += cellPx) {
                Sum &sum = sums[static_cast<std::size_t>(cell)];
                for (int i = 0; i < cellPx; ++i)
                    add(sum, from[i]);
                to[cell] = lumaOfWord(from[0]) << 24 | lumaOfWord(from[1]) << 16 |
                           lumaOfWord(from[2]) << 8 | lumaOfWord(from[3]);
            }
            l_uint32 rest = 0;
            for (int i = 0; i < width % cellPx; ++i) {
                add(sums.back(), from[i]);
                rest |= lumaOfWord(from[i]) << (24 - 8 * i);
            }
            if (width % cellPx != 0)
                to[width / cellPx] = rest;
        }
        for (int cell = 0; cell < means.cells.columns; ++cell) {
            const Sum &sum = sums[static_cast<std::size_t>(cell)];
            const auto pixels = static_cast<float>(lines * std::min(cellPx, width - cell * cellPx));
            means.cells.at(cell,
                           top / cellPx) = {static_cast<float>(sum.redAndBlue >> 16) / pixels,
                                            static_cast<float>(sum.green) / pixels,
                                            static_cast<float>(sum.redAndBlue & 0xFFFF) / pixels};
        }
    }
    return means;
}

std::optional<LayeredSurvey> surveyLayers(Pix *color)
{
    LayeredSurvey survey;
    PixelMeans means = pixelMeans(color);
    survey.gray = std::move(means.gray);
    survey.means = std::move(means.cells);
    findPaper(survey);
    if (lumaOf(survey.paper) < 2 * leastContrast)
        return {};
    findInk(color, survey);
    if (lumaOf(survey.paper) - lumaOf(survey.ink) < leastContrast)
        return {};
    for (Rgb &near : survey.paperNear.cells) {
        if (farthestPart(near, survey.paper) > unevenPaper)
            near = survey.paper;
    }
    return survey;
}

PixPointer printMask(const LayeredSurvey &survey)
{
    const int width = pixGetWidth(survey.gray.get());
    const int height = pixGetHeight(survey.gray.get());
    const float inkLuma = lumaOf(survey.ink);
    PixPointer mask(pixCreate(width, height, 1));
    std::vector<l_uint32> limits(static_cast<std::size_t>(survey.paperNear.columns));
    for (int y = 0; y < height; ++y) {
        if (y % tilePx == 0) {
            for (int x = 0; x < survey.paperNear.columns; ++x)
                limits[static_cast<std::size_t>(x)] = static_cast<l_uint32>(
                    0.5F * (lumaOf(survey.paperNear.at(x, y / tilePx)) + inkLuma));
        }
        const l_uint32 *from = lineOf(survey.gray.get(), y);
        l_uint32 *to = writableLineOf(mask.get(), y);
        // A tile is as wide as a word of the mask.
        static_assert(tilePx == 32);
        for (int tile = 0; tile < survey.paperNear.columns; ++tile) {
            const l_uint32 limit = limits[static_cast<std::size_t>(tile)];
            const int end = std::min(width, (tile + 1) * tilePx);
            l_uint32 bits = 0;
            for (int x = tile * tilePx; x < end; ++x) {
                const l_uint32 value = from[x / 4] >> (24 - 8 * (x % 4)) & 0xFF;
                bits |= static_cast<l_uint32>(value < limit) << (31 - x % 32);
            }
            to[tile] = bits;
        }
    }
    return mask;
}

Grid<quint8> dilated(const Grid<quint8> &blocks)
{
    Grid<quint8> wide(blocks.columns, blocks.rows);
    for (int y = 0; y < blocks.rows; ++y) {
        for (int x = 0; x < blocks.columns; ++x) {
            if (blocks.at(x, y) == 0)
                continue;
            for (int row = std::max(y - 1, 0); row <= std::min(y + 1, blocks.rows - 1); ++row) {
                for (int column = std::max(x - 1, 0); column <= std::min(x + 1, blocks.columns - 1);
                     ++column)
                    wide.at(column, row) = 1;
            }
        }
    }
    return wide;
}

ShownCells printCells(const LayeredSurvey &survey, Pix *mask)
{
    ShownCells shown{.means = Grid<Rgb>(survey.means.columns, survey.means.rows),
                     .print = inkShares(survey, mask),
                     .patch = Grid<float>(survey.means.columns, survey.means.rows)};
    for (std::size_t i = 0; i < shown.means.cells.size(); ++i) {
        const float print = shown.print.cells[i];
        for (std::size_t part = 0; part < 3; ++part)
            shown.means.cells[i][part] =
                print * survey.ink[part] + (1 - print) * survey.paper[part];
    }
    return shown;
}

Grid<quint8> unlikeBlocks(const LayeredSurvey &survey, const ShownCells &shown, float slack)
{
    constexpr int cellsAcross = blockPx / cellPx;
    Grid<Rgb> difference = differences(survey, shown);
    const int columns = countOf(difference.columns, cellsAcross);
    const int rows = countOf(difference.rows, cellsAcross);
    Grid<quint8> print(difference.columns, difference.rows);
    std::transform(shown.print.cells.begin(), shown.print.cells.end(), print.cells.begin(),
                   [](float share) { return share > 0; });
    print = dilated(print);  // the soft edges of strokes
    Grid<float> tone(columns, rows);
    Grid<quint8> withPrint(columns, rows);
    for (int y = 0; y < difference.rows; ++y) {
        for (int x = 0; x < difference.columns; ++x) {
            tone.at(x / cellsAcross, y / cellsAcross) +=
                lumaOf(difference.at(x, y)) / (cellsAcross * cellsAcross);
            withPrint.at(x / cellsAcross, y / cellsAcross) |= print.at(x, y);
        }
    }

    // As multiples of what is allowed.
    Grid<float> excess(columns, rows);
    for (std::size_t i = 0; i < tone.cells.size(); ++i) {
        const Tolerance &allowed = withPrint.cells[i] != 0 ? inPrint : onPaper;
        excess.cells[i] =
            std::max(-tone.cells[i] / allowed.darker, tone.cells[i] / allowed.lighter);
    }
    const Grid<Rgb> strange = spread(offTheLine(survey, std::move(difference)));
    for (int y = 0; y < strange.rows; ++y) {
        for (int x = 0; x < strange.columns; ++x) {
            float &block = excess.at(x / cellsAcross, y / cellsAcross);
            block = std::max(block, lengthOf(strange.at(x, y)) / strangeColor);
        }
    }
    return grown(excess, slack);
}

}  // namespace station::imaging
