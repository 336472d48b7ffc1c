#include "core/imaging/layered_likeness.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace station::imaging {
namespace {

// Measured on clean, office and copier pages: black print keeps below a third of the colour
// and, but for one block in a thousand, below the tones.
constexpr float strangeColor = 6.0F;
constexpr float inkColor = 12.0F;  // black ink has a cast of its own, seen on coloured paper

/// Levels by which the mean of a block may differ from what is shown.
struct Tolerance {
    float darker;
    float lighter;
};
constexpr Tolerance inPrint{22.0F, 30.0F};
constexpr Tolerance onPaper{6.0F, 14.0F};
constexpr float thinStroke = 12.0F;       // darker in a cell away from print: a hair line
constexpr Tolerance faint{40.0F, 30.0F};  // the most that a faint ground holds

/// The side minus what is shown of it.
Grid<Rgb> differences(const Grid<Rgb> &side, const Grid<Rgb> &shown)
{
    Grid<Rgb> all = side;
    for (std::size_t i = 0; i < all.cells.size(); ++i) {
        for (std::size_t part = 0; part < 3; ++part)
            all.cells[i][part] -= shown.cells[i][part];
    }
    return all;
}

/// The part of each colour that no mixture of paper and ink can show.
Grid<Rgb> offTheLine(const LayeredSurvey &survey, Grid<Rgb> colors)
{
    Rgb line{};
    float length = 0;
    for (std::size_t part = 0; part < 3; ++part) {
        line[part] = survey.plainPaper[part] - survey.ink[part];
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

Grid<float> inkShares(Pix *mask)
{
    static_assert(cellPx == 4, "eight cells a word");
    Grid<float> shares(countOf(pixGetWidth(mask), cellPx), countOf(pixGetHeight(mask), cellPx));
    constexpr float pixel = 1.0F / (cellPx * cellPx);
    for (int y = 0; y < pixGetHeight(mask); ++y) {
        const l_uint32 *line = pixGetData(mask) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(mask);
        for (int x = 0; x < shares.columns; ++x)
            shares.at(x, y / cellPx) +=
                pixel * static_cast<float>(std::popcount(line[x / 8] >> (28 - 4 * (x % 8)) & 0xF));
    }
    return shares;
}

ShownCells printCells(const LayeredSurvey &survey, const Grid<float> &inkShares)
{
    ShownCells shown{.means = survey.paper, .print = inkShares};
    for (std::size_t i = 0; i < shown.means.cells.size(); ++i) {
        const float print = shown.print.cells[i];
        for (std::size_t part = 0; part < 3; ++part)
            shown.means.cells[i][part] += print * (survey.ink[part] - shown.means.cells[i][part]);
    }
    return shown;
}

Grid<quint8> nearPrint(const Grid<float> &inkShares)
{
    Grid<quint8> print(inkShares.columns, inkShares.rows);
    std::ranges::transform(inkShares.cells, print.cells.begin(),
                           [](float share) { return share > 0; });
    return dilated(print);
}

Unlike unlikeBlocks(const LayeredSurvey &survey, const ShownCells &shown, const Slack &slack)
{
    constexpr int cellsAcross = blockPx / cellPx;
    static_assert(cellsAcross == 2, "windows are squares of two cells");
    Grid<Rgb> difference = differences(survey.side.cells, shown.means);
    Grid<float> luma(difference.columns, difference.rows);
    std::ranges::transform(difference.cells, luma.cells.begin(), lumaOf);
    const Grid<quint8> print = nearPrint(shown.print);

    // As multiples of what is allowed.
    Grid<float> tone(countOf(luma.columns, cellsAcross), countOf(luma.rows, cellsAcross));
    Grid<float> color(tone.columns, tone.rows);
    Grid<quint8> deep(tone.columns, tone.rows);
    for (int y = 0; y < luma.rows; ++y) {
        const int below = std::min(y + 1, luma.rows - 1);
        for (int x = 0; x < luma.columns; ++x) {
            // A window at every cell: a dot that lies on the edge of blocks lies in one of them.
            const int right = std::min(x + 1, luma.columns - 1);
            const float mean =
                (luma.at(x, y) + luma.at(right, y) + luma.at(x, below) + luma.at(right, below)) / 4;
            const float inkShare = (shown.print.at(x, y) + shown.print.at(right, y) +
                                    shown.print.at(x, below) + shown.print.at(right, below)) /
                                   4;
            const bool withPrint = (print.at(x, y) | print.at(right, y) | print.at(x, below) |
                                    print.at(right, below)) != 0;
            const Tolerance &allowed = withPrint ? inPrint : onPaper;
            float &most = tone.at(x / cellsAcross, y / cellsAcross);
            const float times = withPrint ? slack.inPrint : slack.onPaper;
            most = std::max({most, -mean / allowed.darker / times, mean / allowed.lighter / times});
            if (print.at(x, y) == 0)
                most = std::max(most, -luma.at(x, y) / thinStroke / slack.onPaper);
            // What lies under ink cannot be seen: the rest would have to be so much darker.
            if (-mean > faint.darker * (1 - inkShare) || mean > faint.lighter)
                deep.at(x / cellsAcross, y / cellsAcross) = 1;
        }
    }
    const Grid<Rgb> strange = spread(offTheLine(survey, std::move(difference)));
    for (int y = 0; y < strange.rows; ++y) {
        for (int x = 0; x < strange.columns; ++x) {
            float &most = color.at(x / cellsAcross, y / cellsAcross);
            const float allowed = print.at(x, y) != 0 ? inkColor : strangeColor;
            most = std::max(most, lengthOf(strange.at(x, y)) / allowed);
        }
    }
    Unlike unlike{.strong = grown(color, slack.onPaper), .faint = grown(tone, 1.0F)};
    deep = dilated(deep);
    for (std::size_t i = 0; i < tone.cells.size(); ++i) {
        quint8 &strong = unlike.strong.cells[i];
        quint8 &weak = unlike.faint.cells[i];
        if (weak != 0 && deep.cells[i] != 0)
            strong = 1;
        if (strong != 0)
            weak = 0;
    }
    return unlike;
}

bool Unlike::isNothing() const
{
    return std::ranges::count(strong.cells, 1) == 0 && std::ranges::count(faint.cells, 1) == 0;
}

}  // namespace station::imaging
