#pragma once

#include "core/imaging/image.h"
#include "core/imaging/pix_pointer.h"

#include <QRectF>

#include <vector>

namespace station::imaging {

/// A small picture for measuring.
struct Reduced {
    PixPointer pix{};
    int dpi = 0;
};

/// Gray, halved until its dpi is below twice `leastDpi`.
Reduced grayNear(const Image &image, int leastDpi);

/// One bit a pixel, ink is 1: clearly darker than the paper, so that the other
/// side of thin paper does not count. Resolution 150 to 299 dpi.
Reduced inkOf(const Image &image);

/// Boxes in mm around connected ink that does not touch the edge of the image.
std::vector<QRectF> marksOf(const Image &image);

/// Of the size of a letter or a short word; dust is smaller, a seal larger.
bool isLetterSized(const QRectF &mark);

}  // namespace station::imaging
