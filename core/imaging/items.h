#pragma once

#include "core/imaging/survey.h"

#include <QRect>

#include <vector>

namespace station::imaging {

/// The single things that lie apart on one flatbed side: cards, receipts, photos.
/// In pixels of the side, with a little margin, row by row. Fewer than two: the side is
/// one page. In doubt it is one page.
std::vector<QRect> itemsOn(const Survey &side);

}  // namespace station::imaging
