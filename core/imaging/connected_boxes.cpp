#include "core/imaging/connected_boxes.h"

#include <leptonica/allheaders.h>

namespace station::imaging {

std::vector<QRect> connectedBoxes(Pix *bitmap)
{
    std::vector<QRect> marks;
    BOXA *boxes = pixConnCompBB(bitmap, 8);
    for (int i = 0; i < boxaGetCount(boxes); ++i) {
        int x = 0;
        int y = 0;
        int w = 0;
        int h = 0;
        boxaGetBoxGeometry(boxes, i, &x, &y, &w, &h);
        marks.emplace_back(x, y, w, h);
    }
    boxaDestroy(&boxes);
    return marks;
}

}  // namespace station::imaging
