#include "core/imaging/opening.h"

#include <algorithm>

namespace station::imaging {
namespace {

/// Combines each pixel with the one that is `distance` before it (negative: behind it).
void combine(Pix *mask, int distance, Along along, int operation)
{
    const PixPointer other(pixCopy(nullptr, mask));
    const int x = along == Along::Rows ? distance : 0;
    const int y = along == Along::Columns ? distance : 0;
    const int width = pixGetWidth(mask);
    const int height = pixGetHeight(mask);
    pixRasterop(mask, x, y, width, height, operation, other.get(), 0, 0);
    if (operation != (PIX_SRC & PIX_DST))
        return;
    // Nothing lies beyond the edge.
    if (x < 0)
        pixRasterop(mask, width + x, 0, -x, height, PIX_CLR, nullptr, 0, 0);
    if (y < 0)
        pixRasterop(mask, 0, height + y, width, -y, PIX_CLR, nullptr, 0, 0);
}

}  // namespace

PixPointer opened(Pix *mask, int length, Along along)
{
    PixPointer out(pixCopy(nullptr, mask));
    if (!out)
        return out;
    // Where a run of that length begins, then the whole run; each step adds up to as much as
    // is there.
    for (int done = 1, step = 0; done < length; done += step) {
        step = std::min(done, length - done);
        combine(out.get(), -step, along, PIX_SRC & PIX_DST);
    }
    for (int done = 1, step = 0; done < length; done += step) {
        step = std::min(done, length - done);
        combine(out.get(), step, along, PIX_SRC | PIX_DST);
    }
    return out;
}

}  // namespace station::imaging
