#pragma once

#include "core/imaging/survey.h"

#include <QRect>

namespace station::imaging {

/// The part of a level side that is paper, in its pixels: the ground of the scanner around
/// it, dark or light, is left out, also the wedges of a sheet that lay askew. Only what is
/// plain, differs clearly from the paper and reaches the edge of the picture is ground; in
/// doubt all is paper.
QRect paperOf(const Survey &side);

/// Where most of the side is ground (a card or receipt on a large bed): the part with the
/// paper and a little ground around it, so that what is measured is measured on the paper.
/// Otherwise all of it.
QRect aroundPaper(const Survey &side);

/// The image itself when the part is all of it.
Image cropped(Image image, const QRect &part);

}  // namespace station::imaging
