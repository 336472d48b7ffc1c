#pragma once

#include "signing/pades/stamp_layout.h"

#include <vector>

namespace station::signing {

/// What a mark may not cover.
struct TakenSpace {
    QRectF page{};
    workflow::InkMap ink{};
    std::vector<QRectF> marks{};  ///< Earlier ones, in points of the page.
};

/// The mark at the free place that is nearest to the ruled one, in its own half of
/// the page: there, else along the top edge, else further down; at each
/// height narrower lines are tried first, as far as no word breaks. Free is what
/// has only paper within 2 points. Without an ink map only the ruled place is tried.
/// NoRoomForMark: nothing is free. InvalidInput as `stampLayout`.
Expected<StampLayout> placedStamp(const workflow::CopyMark &mark, const TakenSpace &taken,
                                  const TextWidth &widthOf);

}  // namespace station::signing
