#include "core/recognition/patch_code.h"

#include <array>
#include <cmath>
#include <vector>

namespace station::recognition {
namespace {

// Kodak, "Patch Code Information" (A-61599).
constexpr double narrowMm = 2.03;
constexpr double wideMm = 5.08;
constexpr double shortestBarMm = 30.0;  // Kodak's own sheets have 50 and more

constexpr double toleranceMm = 0.9;  // ink spread, skew and coarse pixels
constexpr double quietMm = 3.0;      // Kodak asks for 6
constexpr double stepMm = 2.0;       // between two lines that are looked at
constexpr double speckMm = 0.5;      // shorter runs are noise
constexpr double driftMm = 0.6;      // from line to line; 5° are 0.2

struct Run {
    bool ink = false;
    double lengthMm = 0.0;
    double startMm = 0.0;
};

bool isSet(Pix *mask, int x, int y)
{
    return GET_DATA_BIT(pixGetData(mask) + qsizetype{y} * pixGetWpl(mask), x) != 0;
}

/// Runs of ink and paper along one row or column, specks dropped.
std::vector<Run> runsAlong(Pix *mask, bool row, int at, double mm)
{
    const int length = row ? pixGetWidth(mask) : pixGetHeight(mask);
    std::vector<Run> runs;
    for (int start = 0, i = 1; i <= length; ++i) {
        const auto inkAt = [&](int place) {
            return row ? isSet(mask, place, at) : isSet(mask, at, place);
        };
        const bool ink = inkAt(start);
        if (i < length && inkAt(i) == ink)
            continue;
        const double lengthMm = (i - start) * mm;
        const bool joins = !runs.empty() && (lengthMm < speckMm || runs.back().ink == ink);
        if (joins)
            runs.back().lengthMm += lengthMm;
        else
            runs.push_back({ink, lengthMm, start * mm});
        start = i;
    }
    return runs;
}

/// Where the bars begin, in mm, or less than zero. `first` is the width of the first bar.
double patchIn(const std::vector<Run> &runs, double first)
{
    const double second = first == narrowMm ? wideMm : narrowMm;
    const std::array<double, 7> widths{first, narrowMm, second, narrowMm, first, narrowMm, second};
    for (std::size_t i = 0; i + widths.size() <= runs.size(); ++i) {
        if (!runs[i].ink)
            continue;
        bool fits = i == 0 || runs[i - 1].lengthMm >= quietMm;
        fits = fits && (i + 7 == runs.size() || runs[i + 7].lengthMm >= quietMm);
        for (std::size_t k = 0; k < widths.size() && fits; ++k)
            fits = std::abs(runs[i + k].lengthMm - widths[k]) <= toleranceMm;
        if (fits)
            return runs[i].startMm;
    }
    return -1.0;
}

bool hasBars(const imaging::Survey &side, bool rows, double first)
{
    const double mm = side.mmPerPx();
    const int lines = rows ? pixGetHeight(side.ink()) : pixGetWidth(side.ink());
    double previous = -1.0;
    double barMm = 0.0;
    for (double at = 0.0; at / mm < lines; at += stepMm) {
        const double found =
            patchIn(runsAlong(side.ink(), rows, static_cast<int>(at / mm), mm), first);
        const bool goesOn =
            found >= 0.0 && previous >= 0.0 && std::abs(found - previous) <= driftMm;
        barMm = goesOn ? barMm + stepMm : 0.0;
        if (barMm >= shortestBarMm)
            return true;
        previous = found;
    }
    return false;
}

}  // namespace

bool hasPatchT(const imaging::Survey &side)
{
    if (side.isNull())
        return false;
    for (const bool rows : {true, false}) {
        if (hasBars(side, rows, narrowMm) || hasBars(side, rows, wideMm))
            return true;
    }
    return false;
}

}  // namespace station::recognition
