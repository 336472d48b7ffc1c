#include "core/imaging/paper_size.h"

#include <algorithm>
#include <cmath>

namespace station::imaging {
namespace {

constexpr double closely = 0.012;  // scanners round to whole blocks and feed 1 % too long

struct Sheet {
    double shortMm;
    double longMm;
};

constexpr Sheet sheets[] = {{210, 297}, {148, 210}, {297, 420}};
// The usual ones first: A3 at 300 has as many pixels as A5 at 600.
constexpr int scannerDpis[] = {300, 200, 240, 400, 150, 600};

bool fits(int pixels, double mm, int dpi)
{
    const double expected = mm * dpi / 25.4;
    return std::abs(pixels - expected) <= closely * expected;
}

}  // namespace

std::optional<int> dpiOfWholeSheet(QSize pixels)
{
    const auto [less, more] = std::minmax({pixels.width(), pixels.height()});
    for (const int dpi : scannerDpis) {
        for (const auto &sheet : sheets) {
            if (fits(less, sheet.shortMm, dpi) && fits(more, sheet.longMm, dpi))
                return dpi;
        }
    }
    return {};
}

}  // namespace station::imaging
