#include "core/imaging/cleanup.h"

#include "core/imaging/blank.h"
#include "core/imaging/border.h"
#include "core/imaging/deskew.h"
#include "core/imaging/upright.h"

namespace station::imaging {

Expected<CleanSide> cleanUp(Image side, const CleanupOptions &options, std::stop_token stop)
{
    CleanSide clean{.image = std::move(side)};
    clean.blank = isBlank(clean.image);
    if (!clean.blank) {
        auto rotation = uprightRotation(clean.image);
        if (!rotation && options.secondOpinion)
            rotation = options.secondOpinion(clean.image);
        clean.rotationDeg = rotation.value_or(0);
        clean.image = turned(std::move(clean.image), clean.rotationDeg);
        if (stop.stop_requested())
            return fail(Fault::Cancelled);
        clean.skewDeg = skewCorrection(clean.image, options.largestSkewDeg);
        clean.image = deskewed(std::move(clean.image), clean.skewDeg);
    }
    if (stop.stop_requested())
        return fail(Fault::Cancelled);
    clean.image = withoutBorder(std::move(clean.image));
    return clean;
}

}  // namespace station::imaging
