#include "core/imaging/fingerprint.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

namespace station::imaging {
namespace {

constexpr double cellMm = 4.0;
constexpr int columns = 48;  // 192 mm
constexpr int rows = 72;     // 288 mm
constexpr int digits = columns * rows / 2;

// Shares of ink in a cell between two steps: paper, edge of a line, thin and dense print.
constexpr std::array<double, 3> steps{0.02, 0.07, 0.14};

constexpr int fewestCells = 12;         // less is too little to recognise anything by
constexpr double mostFarCells = 0.012;  // of the cells with ink

struct Middle {
    double x = 0.0;
    double y = 0.0;
    qint64 pixels = 0;
};

/// Calls `use(x, y)` for each set pixel.
template <typename Use>
void forEachPixel(Pix *mask, Use use)
{
    const int words = pixGetWpl(mask);
    for (int y = 0; y < pixGetHeight(mask); ++y) {
        const l_uint32 *row = pixGetData(mask) + qsizetype{y} * words;
        for (int word = 0; word < words; ++word) {
            for (l_uint32 bits = row[word]; bits != 0;) {
                const int first = __builtin_clz(bits);
                use(word * 32 + first, y);
                bits &= ~(0x80000000U >> first);
            }
        }
    }
}

Middle middleOf(Pix *mask)
{
    Middle middle;
    qint64 sumX = 0;
    qint64 sumY = 0;
    forEachPixel(mask, [&](int x, int y) {
        sumX += x;
        sumY += y;
        ++middle.pixels;
    });
    if (middle.pixels > 0) {
        middle.x = static_cast<double>(sumX) / static_cast<double>(middle.pixels);
        middle.y = static_cast<double>(sumY) / static_cast<double>(middle.pixels);
    }
    return middle;
}

int stepOf(double share)
{
    return static_cast<int>(
        std::ranges::count_if(steps, [&](double step) { return share >= step; }));
}

int digitAt(const QString &text, qsizetype at)
{
    const int unit = text[at].unicode();
    return unit <= '9' ? unit - '0' : unit - 'a' + 10;
}

}  // namespace

QString fingerprintOf(const Survey &side)
{
    const PixPointer ink(side.isNull() ? nullptr : pixRemoveBorderConnComps(side.ink(), 8));
    const Middle middle = ink ? middleOf(ink.get()) : Middle{};
    if (middle.pixels == 0)
        return {};
    const double cell = cellMm / side.mmPerPx();
    const double left = middle.x - cell * columns / 2;
    const double top = middle.y - cell * rows / 2;
    std::vector<int> counts(std::size_t{columns} * rows, 0);
    forEachPixel(ink.get(), [&](int x, int y) {
        const double column = (x - left) / cell;
        const double row = (y - top) / cell;
        if (column >= 0 && column < columns && row >= 0 && row < rows)
            ++counts[static_cast<std::size_t>(row) * columns + static_cast<std::size_t>(column)];
    });
    QString text;
    for (std::size_t i = 0; i < counts.size(); i += 2) {
        const int digit =
            stepOf(counts[i] / (cell * cell)) * 4 + stepOf(counts[i + 1] / (cell * cell));
        text += QString::number(digit, 16);
    }
    return text;
}

bool looksTheSame(const QString &one, const QString &other)
{
    if (one.size() != digits || other.size() != digits)
        return false;
    int inked = 0;
    int far = 0;
    for (qsizetype i = 0; i < digits; ++i) {
        for (const int shift : {0, 2}) {
            const int a = digitAt(one, i) >> shift & 3;
            const int b = digitAt(other, i) >> shift & 3;
            inked += a > 0 || b > 0 ? 1 : 0;
            far += std::abs(a - b) >= 2 ? 1 : 0;
        }
    }
    return inked >= fewestCells && far <= mostFarCells * inked;
}

}  // namespace station::imaging
