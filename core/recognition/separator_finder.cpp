#include "core/recognition/separator_finder.h"

#include "core/recognition/barcodes.h"
#include "core/recognition/patch_code.h"

namespace station::recognition {

std::optional<SeparatorMark> findSeparator(const imaging::Survey &side)
{
    if (side.isNull())
        return {};
    for (const auto &text : largeBarcodes(side)) {
        if (const auto mark = separatorOf(text))
            return mark;
    }
    return hasPatchT(side) ? std::optional(SeparatorMark{}) : std::nullopt;
}

}  // namespace station::recognition
