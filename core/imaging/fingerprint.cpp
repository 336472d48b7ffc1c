#include "core/imaging/fingerprint.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace station::imaging {
namespace {

constexpr int cellMm = 4;
constexpr int columns = 48;  // 192 mm
constexpr int rows = 72;     // 288 mm
constexpr int digits = columns * rows;

// Ink is counted by the millimetre and spread over the cells around it, so that a rule
// on the border of two cells does not jump from one to the other.
constexpr int fineColumns = columns * cellMm;
constexpr int fineRows = rows * cellMm;
constexpr int reachMm = 4;

constexpr double leastInk = 0.85;  // with the soft edges of strokes
constexpr double meanLevel = 6.0;  // of 15; print that came out bolder is the same print

constexpr int fewestCells = 40;  // less is too little to recognise anything by
constexpr int farLevels = 3;
constexpr double mostFarCells = 0.006;  // of the cells with ink

struct Middle {
    double x = 0.0;
    double y = 0.0;
    qint64 darkness = 0;
};

/// Calls `use(x, y, darkness)` for each set pixel. Darkness, not their number, is what
/// stays the same when a thin line is scanned a little askew.
template <typename Use>
void forEachPixel(Pix *mask, const Survey &side, Use use)
{
    const int words = pixGetWpl(mask);
    for (int y = 0; y < pixGetHeight(mask); ++y) {
        const l_uint32 *row = pixGetData(mask) + qsizetype{y} * words;
        const l_uint32 *gray = pixGetData(side.gray()) + qsizetype{y} * pixGetWpl(side.gray());
        for (int word = 0; word < words; ++word) {
            for (l_uint32 bits = row[word]; bits != 0;) {
                const int first = __builtin_clz(bits);
                const int x = word * 32 + first;
                use(x, y, side.paper() - static_cast<int>(GET_DATA_BYTE(gray, x)));
                bits &= ~(0x80000000U >> first);
            }
        }
    }
}

Middle middleOf(Pix *mask, const Survey &side)
{
    Middle middle;
    qint64 sumX = 0;
    qint64 sumY = 0;
    forEachPixel(mask, side, [&](int x, int y, int darkness) {
        sumX += qint64{x} * darkness;
        sumY += qint64{y} * darkness;
        middle.darkness += darkness;
    });
    if (middle.darkness > 0) {
        middle.x = static_cast<double>(sumX) / static_cast<double>(middle.darkness);
        middle.y = static_cast<double>(sumY) / static_cast<double>(middle.darkness);
    }
    return middle;
}

std::vector<double> fineCounts(Pix *mask, const Survey &side, const Middle &middle)
{
    const double mm = side.mmPerPx();
    std::vector<double> counts(std::size_t{fineColumns} * fineRows, 0.0);
    forEachPixel(mask, side, [&](int x, int y, int darkness) {
        const double column = (x - middle.x) * mm + fineColumns / 2.0;
        const double row = (y - middle.y) * mm + fineRows / 2.0;
        if (column >= 0 && column < fineColumns && row >= 0 && row < fineRows)
            counts[static_cast<std::size_t>(row) * fineColumns +
                   static_cast<std::size_t>(column)] += darkness;
    });
    return counts;
}

/// Ink near the middle of a cell counts more than that at its border.
double densityAt(const std::vector<double> &fine, int column, int row)
{
    double sum = 0.0;
    for (int dy = -reachMm; dy <= reachMm; ++dy) {
        for (int dx = -reachMm; dx <= reachMm; ++dx) {
            const int x = column * cellMm + cellMm / 2 + dx;
            const int y = row * cellMm + cellMm / 2 + dy;
            if (x >= 0 && x < fineColumns && y >= 0 && y < fineRows)
                sum +=
                    fine[static_cast<std::size_t>(y) * fineColumns + static_cast<std::size_t>(x)] *
                    (reachMm + 1 - std::abs(dx)) * (reachMm + 1 - std::abs(dy));
        }
    }
    return sum;
}

/// Mean of the cells that hold more than traces.
double meanOf(const std::vector<double> &cells)
{
    const double most = *std::ranges::max_element(cells);
    double sum = 0.0;
    int count = 0;
    for (const double cell : cells) {
        if (cell > most / 20) {
            sum += cell;
            ++count;
        }
    }
    return count > 0 ? sum / count : 0.0;
}

int digitAt(const QString &text, qsizetype at)
{
    const int unit = text[at].unicode();
    return unit <= '9' ? unit - '0' : unit - 'a' + 10;
}

}  // namespace

QString fingerprintOf(const Survey &side)
{
    const PixPointer ink(
        side.isNull() ? nullptr : pixRemoveBorderConnComps(side.darkerThan(leastInk).get(), 8));
    const Middle middle = ink ? middleOf(ink.get(), side) : Middle{};
    if (middle.darkness == 0)
        return {};
    const auto fine = fineCounts(ink.get(), side, middle);
    std::vector<double> cells;
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column)
            cells.push_back(densityAt(fine, column, row));
    }
    const double mean = meanOf(cells);
    QString text;
    for (const double cell : cells)
        text += QString::number(std::min(15, qRound(cell / mean * meanLevel)), 16);
    return text;
}

bool looksTheSame(const QString &one, const QString &other)
{
    if (one.size() != digits || other.size() != digits)
        return false;
    int inked = 0;
    int far = 0;
    for (qsizetype i = 0; i < digits; ++i) {
        const int a = digitAt(one, i);
        const int b = digitAt(other, i);
        inked += a > 0 || b > 0 ? 1 : 0;
        far += std::abs(a - b) >= farLevels ? 1 : 0;
    }
    return inked >= fewestCells && far <= mostFarCells * inked;
}

}  // namespace station::imaging
