#include "core/imaging/blank.h"

#include "core/imaging/ink.h"

namespace station::imaging {
namespace {

constexpr int fewMarks = 5;  // measured: blank sides 0 to 2, written ones 190 and more

struct Marks {
    int letters = 0;
    int large = 0;  // a signature, a seal or a picture
};

Marks countMarks(Pix *ink, int dpi)
{
    Marks marks;
    BOXA *boxes = pixConnCompBB(ink, 8);
    for (int i = 0; i < boxaGetCount(boxes); ++i) {
        int w = 0;
        int h = 0;
        boxaGetBoxGeometry(boxes, i, nullptr, nullptr, &w, &h);
        const double heightMm = h * 25.4 / dpi;
        const double widthMm = w * 25.4 / dpi;
        if (heightMm > 8.0 && widthMm > 8.0)
            ++marks.large;
        else if (heightMm >= 1.0 && heightMm <= 8.0 && widthMm >= 0.5 && widthMm <= 8.0)
            ++marks.letters;
    }
    boxaDestroy(&boxes);
    return marks;
}

}  // namespace

bool isBlank(const Image &image)
{
    const auto ink = inkOf(image);
    if (!ink.pix)
        return false;
    const PixPointer inner(pixRemoveBorderConnComps(ink.pix.get(), 8));
    if (!inner)
        return false;
    const auto marks = countMarks(inner.get(), ink.dpi);
    return marks.letters <= fewMarks && marks.large == 0;
}

}  // namespace station::imaging
