#include "core/worker/ink_grid.h"

#include "core/imaging/pix_pointer.h"
#include "core/imaging/survey.h"

#include <QFile>
#include <QFileInfo>

#include <bit>
#include <cmath>

namespace station::worker {
namespace {

constexpr int leastDpi = 150;

// Of a cell's pixels. At 150 dpi six: a full stop is more, a grain of dust is less.
constexpr double leastInk = 0.08;

/// In gray and in small: the decoder leaves out what is not asked for, which is most of the
/// time that a page costs.
imaging::PixPointer reducedGray(const QString &picture, int reduction)
{
    return imaging::PixPointer(pixReadJpeg(QFile::encodeName(picture).constData(), 0, reduction,
                                           nullptr, L_JPEG_READ_LUMINANCE));
}

/// Ink pixels of each cell.
std::vector<int> inkIn(Pix *ink, double cellPx, const InkGrid &grid)
{
    std::vector<int> counts(static_cast<std::size_t>(grid.columns) *
                            static_cast<std::size_t>(grid.rows));
    const int words = pixGetWpl(ink);
    for (int y = 0; y < pixGetHeight(ink); ++y) {
        const l_uint32 *line = pixGetData(ink) + static_cast<std::ptrdiff_t>(y) * words;
        int *row =
            counts.data() + static_cast<std::ptrdiff_t>(std::floor(y / cellPx)) * grid.columns;
        for (int word = 0; word < words; ++word) {
            // Most of a page is paper.
            for (l_uint32 bits = line[word]; bits != 0; bits &= bits - 1) {
                const int x = word * 32 + 31 - std::countr_zero(bits);
                if (x < pixGetWidth(ink))
                    ++row[static_cast<int>(x / cellPx)];
            }
        }
    }
    return counts;
}

}  // namespace

Expected<InkGrid> inkGridOf(const QString &picture, int dpi)
{
    int reduction = 1;
    while (reduction < 8 && dpi / (reduction * 2) >= leastDpi)
        reduction *= 2;
    auto gray = reducedGray(picture, reduction);
    if (!gray)
        return fail(Fault::FileUnreadable, QStringLiteral("ink"), QFileInfo(picture).fileName());
    const imaging::Survey survey(imaging::Image(gray.release(), dpi / reduction));
    if (survey.isNull())
        return fail(Fault::FileUnreadable, QStringLiteral("ink"), QFileInfo(picture).fileName());

    const double cellPx = InkGrid::cellPt * survey.dpi() / 72.0;
    Pix *ink = survey.ink();
    InkGrid grid{.columns = static_cast<int>(std::ceil(pixGetWidth(ink) / cellPx)),
                 .rows = static_cast<int>(std::ceil(pixGetHeight(ink) / cellPx))};
    for (const int count : inkIn(ink, cellPx, grid))
        grid.cells.append(count > leastInk * cellPx * cellPx ? '\1' : '\0');
    return grid;
}

}  // namespace station::worker
