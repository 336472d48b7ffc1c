#include "core/imaging/layered_survey.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>
#include <vector>

namespace station::imaging {
namespace {

constexpr float darkestPaper = 0.7F;     // shares of a tile's cells, from the darkest one;
constexpr float brightestPaper = 0.9F;   // what lies between is paper
constexpr float plainShading = 1.5F;     // levels, the largest that flat paper may replace
constexpr float deepestShading = 48.0F;  // more is no paper but something drawn
constexpr float deepestCrease = 30.0F;   // from the paper around it
constexpr int groundPx = tilePx;
constexpr float leastContrast = 60.0F;   // between paper and print
constexpr std::size_t leastPrint = 300;  // pixels; fewer say nothing of the print's colour
constexpr float neutral = 24.0F;         // largest minus smallest channel of black print

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

float farthestPart(const Rgb &one, const Rgb &other)
{
    float farthest = 0;
    for (std::size_t part = 0; part < 3; ++part)
        farthest = std::max(farthest, std::abs(one[part] - other[part]));
    return farthest;
}

Grid<Rgb> brightTiles(const Grid<Rgb> &means)
{
    constexpr int cellsAcross = tilePx / cellPx;
    Grid<Rgb> tiles(countOf(means.columns, cellsAcross), countOf(means.rows, cellsAcross));
    std::vector<std::pair<float, Rgb>> cells;
    for (int y = 0; y < tiles.rows; ++y) {
        for (int x = 0; x < tiles.columns; ++x) {
            cells.clear();
            const int bottom = std::min(means.rows, (y + 1) * cellsAcross);
            const int right = std::min(means.columns, (x + 1) * cellsAcross);
            for (int row = y * cellsAcross; row < bottom; ++row) {
                for (int column = x * cellsAcross; column < right; ++column)
                    cells.emplace_back(lumaOf(means.at(column, row)), means.at(column, row));
            }
            tiles.at(x, y) = brightOf(cells);
        }
    }
    return tiles;
}

/// In each window of 3 × 3 the lightest, or the darkest, tile.
Grid<Rgb> outermost(const Grid<Rgb> &tiles, bool lightest)
{
    Grid<Rgb> chosen = tiles;
    for (int y = 0; y < tiles.rows; ++y) {
        for (int x = 0; x < tiles.columns; ++x) {
            Rgb &best = chosen.at(x, y);
            for (int row = std::max(y - 1, 0); row <= std::min(y + 1, tiles.rows - 1); ++row) {
                for (int column = std::max(x - 1, 0); column <= std::min(x + 1, tiles.columns - 1);
                     ++column) {
                    const Rgb &tile = tiles.at(column, row);
                    if (lightest ? lumaOf(tile) > lumaOf(best) : lumaOf(tile) < lumaOf(best))
                        best = tile;
                }
            }
        }
    }
    return chosen;
}

/// From tile to cell without steps.
Grid<Rgb> smooth(const Grid<Rgb> &tiles, int cellsAcross, int columns, int rows)
{
    const auto between = [cellsAcross](int cell, int count) {
        const float at = (static_cast<float>(cell) + 0.5F) / static_cast<float>(cellsAcross) - 0.5F;
        const int before = std::clamp(static_cast<int>(std::floor(at)), 0, count - 1);
        return std::tuple(before, std::min(before + 1, count - 1),
                          std::clamp(at - static_cast<float>(before), 0.0F, 1.0F));
    };
    Grid<Rgb> cells(columns, rows);
    std::vector<Rgb> line(static_cast<std::size_t>(tiles.columns));
    for (int y = 0; y < rows; ++y) {
        const auto [above, below, down] = between(y, tiles.rows);
        for (int x = 0; x < tiles.columns; ++x) {
            for (std::size_t part = 0; part < 3; ++part)
                line[static_cast<std::size_t>(x)][part] =
                    tiles.at(x, above)[part] * (1 - down) + tiles.at(x, below)[part] * down;
        }
        for (int x = 0; x < columns; ++x) {
            const auto [left, right, across] = between(x, tiles.columns);
            for (std::size_t part = 0; part < 3; ++part)
                cells.at(x, y)[part] = line[static_cast<std::size_t>(left)][part] * (1 - across) +
                                       line[static_cast<std::size_t>(right)][part] * across;
        }
    }
    return cells;
}

void findPaper(LayeredSurvey &survey)
{
    Grid<Rgb> tiles = brightTiles(survey.side.cells);
    survey.plainPaper = middleColor(tiles.cells);
    // A tile full of bold print or in the middle of a seal has no paper, but one beside it has.
    tiles = outermost(outermost(tiles, true), false);
    for (Rgb &tile : tiles.cells) {
        const float shading = farthestPart(tile, survey.plainPaper);
        if (shading > deepestShading)
            tile = survey.plainPaper;
        else if (shading > plainShading)
            survey.shaded = true;
    }
    if (!survey.shaded)
        std::fill(tiles.cells.begin(), tiles.cells.end(), survey.plainPaper);
    survey.paper =
        smooth(tiles, tilePx / cellPx, survey.side.cells.columns, survey.side.cells.rows);
}

void findInk(Pix *color, LayeredSurvey &survey)
{
    constexpr int step = 3;
    const float darkest = 0.55F * lumaOf(survey.plainPaper);
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

}  // namespace

CellSums::CellSums(const QSize &size)
    : m_width(size.width()), m_height(size.height()),
      m_means(countOf(size.width(), cellPx), countOf(size.height(), cellPx)),
      m_sums(static_cast<std::size_t>(m_means.columns))
{
}

void CellSums::add(const l_uint32 *line)
{
    const auto added = [](Sum &sum, l_uint32 pixel) {
        sum.redAndBlue += pixel >> 8 & 0x00FF00FF;
        sum.green += pixel >> 16 & 0xFF;
    };
    for (int cell = 0; cell < m_width / cellPx; ++cell) {
        for (int i = 0; i < cellPx; ++i)
            added(m_sums[static_cast<std::size_t>(cell)], *line++);
    }
    for (int i = 0; i < m_width % cellPx; ++i)
        added(m_sums.back(), *line++);
    ++m_line;
    if (m_line % cellPx != 0 && m_line != m_height)
        return;
    const int row = (m_line - 1) / cellPx;
    const int lines = m_line - row * cellPx;
    for (int cell = 0; cell < m_means.columns; ++cell) {
        Sum &sum = m_sums[static_cast<std::size_t>(cell)];
        const auto pixels = static_cast<float>(lines * std::min(cellPx, m_width - cell * cellPx));
        m_means.at(cell, row) = {static_cast<float>(sum.redAndBlue >> 16) / pixels,
                                 static_cast<float>(sum.green) / pixels,
                                 static_cast<float>(sum.redAndBlue & 0xFFFF) / pixels};
        sum = {};
    }
}

PixelMeans pixelMeans(Pix *color)
{
    static_assert(cellPx == 4, "a cell is a word of gray");
    const int width = pixGetWidth(color);
    const int height = pixGetHeight(color);
    PixPointer gray(pixCreateNoInit(width, height, 8));
    CellSums sums(QSize(width, height));
    for (int y = 0; y < height; ++y) {
        const l_uint32 *from = lineOf(color, y);
        l_uint32 *to = lineOf(gray.get(), y);
        sums.add(from);
        for (int word = 0; word < width / cellPx; ++word, from += cellPx)
            to[word] = lumaOfWord(from[0]) << 24 | lumaOfWord(from[1]) << 16 |
                       lumaOfWord(from[2]) << 8 | lumaOfWord(from[3]);
        l_uint32 rest = 0;
        for (int i = 0; i < width % cellPx; ++i)
            rest |= lumaOfWord(from[i]) << (24 - 8 * i);
        if (width % cellPx != 0)
            to[width / cellPx] = rest;
    }
    return {.gray = std::move(gray), .cells = sums.means()};
}

std::optional<LayeredSurvey> surveyLayers(Pix *color)
{
    LayeredSurvey survey;
    survey.side = pixelMeans(color);
    findPaper(survey);
    if (lumaOf(survey.plainPaper) < 2 * leastContrast)
        return {};
    findInk(color, survey);
    if (lumaOf(survey.plainPaper) - lumaOf(survey.ink) < leastContrast)
        return {};
    return survey;
}

void followGround(LayeredSurvey &survey, const Grid<quint8> &print)
{
    constexpr int cellsAcross = groundPx / cellPx;
    constexpr std::size_t leastCells = cellsAcross * cellsAcross / 8;
    const Grid<Rgb> &side = survey.side.cells;
    Grid<Rgb> tiles(countOf(side.columns, cellsAcross), countOf(side.rows, cellsAcross));
    std::vector<Rgb> cells;
    for (int y = 0; y < tiles.rows; ++y) {
        for (int x = 0; x < tiles.columns; ++x) {
            cells.clear();
            const int bottom = std::min(side.rows, (y + 1) * cellsAcross);
            const int right = std::min(side.columns, (x + 1) * cellsAcross);
            for (int row = y * cellsAcross; row < bottom; ++row) {
                for (int column = x * cellsAcross + row % 2; column < right; column += 2) {
                    const Rgb &cell = side.at(column, row);
                    if (print.at(column, row) == 0 &&
                        farthestPart(cell, survey.paper.at(column, row)) < deepestCrease)
                        cells.push_back(cell);
                }
            }
            const Rgb &before =
                survey.paper.at(std::min(x * cellsAcross + cellsAcross / 2, side.columns - 1),
                                std::min(y * cellsAcross + cellsAcross / 2, side.rows - 1));
            tiles.at(x, y) = cells.size() < leastCells ? before : middleColor(cells);
            survey.shaded |= farthestPart(tiles.at(x, y), survey.plainPaper) > plainShading;
        }
    }
    if (survey.shaded)
        survey.paper = smooth(tiles, cellsAcross, side.columns, side.rows);
}

PixPointer printMask(const LayeredSurvey &survey)
{
    static_assert(tilePx == 32 && cellPx == 4, "a tile is a word of the mask");
    constexpr int cellsAcross = tilePx / cellPx;
    const int width = pixGetWidth(survey.side.gray.get());
    const int height = pixGetHeight(survey.side.gray.get());
    const float ink = lumaOf(survey.ink);
    PixPointer mask(pixCreate(width, height, 1));
    std::vector<l_uint32> limits(static_cast<std::size_t>(countOf(width, tilePx)));
    for (int y = 0; y < height; ++y) {
        if (y % tilePx == 0) {
            for (std::size_t tile = 0; tile < limits.size(); ++tile) {
                const Rgb &paper =
                    survey.paper.at(static_cast<int>(tile) * cellsAcross, y / cellPx);
                limits[tile] = static_cast<l_uint32>(0.5F * (lumaOf(paper) + ink));
            }
        }
        const l_uint32 *from = lineOf(survey.side.gray.get(), y);
        l_uint32 *to = lineOf(mask.get(), y);
        for (int x = 0; x < survey.side.cells.columns; ++x) {
            const l_uint32 limit = limits[static_cast<std::size_t>(x / cellsAcross)];
            const l_uint32 four = from[x];
            const l_uint32 bits = static_cast<l_uint32>((four >> 24) < limit) << 3 |
                                  static_cast<l_uint32>((four >> 16 & 0xFF) < limit) << 2 |
                                  static_cast<l_uint32>((four >> 8 & 0xFF) < limit) << 1 |
                                  static_cast<l_uint32>((four & 0xFF) < limit);
            to[x / cellsAcross] |= bits << (28 - 4 * (x % cellsAcross));
        }
        if (width % tilePx != 0)  // no ink in the padding
            to[width / tilePx] &= ~l_uint32{0} << (tilePx - width % tilePx);
    }
    return mask;
}

}  // namespace station::imaging
