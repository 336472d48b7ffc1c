#include "core/imaging/blank.h"

#include "core/imaging/faint_print.h"

#include <algorithm>

namespace station::imaging {
namespace {

constexpr int fewLetters = 5;  // measured: blank sides 0 to 2, written ones 190 and more

// Print that shines through keeps 92 to 97 % of the paper's brightness, 84 % at the worst of
// the samples; a pencil takes more than a quarter away.
constexpr double faintestInk = 0.79;

bool isFoldOrStreak(const QRectF &mark)
{
    return std::min(mark.width(), mark.height()) < 0.8 &&
           std::max(mark.width(), mark.height()) > 8.0;
}

/// ISO 838 punches 6 mm, four of them at most; a worn or slanting one looks larger.
bool isPunchHole(const QRectF &mark, Pix *mask, int dpi)
{
    const auto [less, more] = std::minmax({mark.width(), mark.height()});
    if (less < 3.5 || more > 8.5 || more > 1.4 * less)
        return false;
    const double px = dpi / 25.4;
    BOX *box = boxCreate(qRound(mark.x() * px), qRound(mark.y() * px), qRound(mark.width() * px),
                         qRound(mark.height() * px));
    int filled = 0;
    pixCountPixelsInRect(mask, box, &filled, nullptr);
    boxDestroy(&box);
    return filled > 0.65 * mark.width() * mark.height() * px * px;  // of a disc: 0.79
}

/// A strip of lid or shadow that runs along an edge of the sheet.
bool isEdgeShadow(const QRectF &mark, const QSizeF &sheet)
{
    constexpr double near = 8.0;
    const bool upright = mark.height() > 60 && mark.width() < 8 &&
                         (mark.left() < near || mark.right() > sheet.width() - near);
    const bool level = mark.width() > 60 && mark.height() < 8 &&
                       (mark.top() < near || mark.bottom() > sheet.height() - near);
    return upright || level;
}

}  // namespace

bool isBlank(const Survey &side)
{
    if (side.isNull())
        return false;
    const PixPointer mask = side.darkerOrColoured(faintestInk);
    const QSizeF sheet(pixGetWidth(mask.get()) * side.mmPerPx(),
                       pixGetHeight(mask.get()) * side.mmPerPx());
    int letters = 0;
    for (const auto &mark : marksIn(mask.get(), side.dpi())) {
        if (isFoldOrStreak(mark) || isPunchHole(mark, mask.get(), side.dpi()) ||
            isEdgeShadow(mark, sheet))
            continue;
        const bool isWord = mark.width() > 3.5 && mark.height() > 1.2;
        if (isLetterSized(mark) && !isWord)
            ++letters;
        else if (isWord || (mark.width() > 2.0 && mark.height() > 1.5))
            return false;  // a word in one stroke, a signature, a seal
    }
    return letters <= fewLetters && !hasFaintPrint(side);
}

}  // namespace station::imaging
