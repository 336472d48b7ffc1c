#include "core/imaging/ruling_lines.h"

#include "core/imaging/opening.h"

namespace station::imaging {
namespace {

constexpr int inkLevel = 180;

}  // namespace

void removeRules(Pix *gray, int dpi)
{
    const int longest = dpi / 3;  // no letter has a straight stroke of 8 mm
    const int thickest = dpi / 15;
    const PixPointer ink(pixThresholdToBinary(gray, inkLevel));
    for (const bool level : {true, false}) {
        const PixPointer lines = opened(ink.get(), longest, level ? Along::Rows : Along::Columns);
        int none = 0;
        if (!lines || pixZero(lines.get(), &none) != 0 || none != 0)
            continue;
        const PixPointer bars(pixOpenCompBrick(nullptr, lines.get(), thickest, thickest));
        pixSubtract(lines.get(), lines.get(), bars.get());
        const PixPointer mask(pixDilateBrick(nullptr, lines.get(), level ? 1 : 5, level ? 5 : 1));
        pixSetMasked(gray, mask.get(), 255);
    }
}

}  // namespace station::imaging
