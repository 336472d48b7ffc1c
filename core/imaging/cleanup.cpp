#include "core/imaging/cleanup.h"

#include "core/imaging/blank.h"
#include "core/imaging/border.h"
#include "core/imaging/cut_off.h"
#include "core/imaging/deskew.h"
#include "core/imaging/fingerprint.h"
#include "core/imaging/upright.h"

#include <cmath>

namespace station::imaging {
namespace {

constexpr double residualDeg = 0.7;  // what a reader notices; deskewing leaves less than 0.1

/// What can only be told of the finished side.
void judge(CleanSide &clean, const Survey &paper, const Skew &skew, double largestSkewDeg)
{
    clean.cutOff = clean.cutOff || isCutOff(paper);
    clean.contrast = contrastOf(paper);
    clean.fingerprint = fingerprintOf(paper);
    clean.skewed = skew.tooLarge || (clean.skewDeg != 0.0 &&
                                     std::abs(skewCorrection(paper, largestSkewDeg)) > residualDeg);
}

}  // namespace

Expected<CleanSide> cleanUp(Image side, const CleanupOptions &options, std::stop_token stop)
{
    Survey survey(side);
    return cleanUp(std::move(side), std::move(survey), options, std::move(stop));
}

Expected<CleanSide> cleanUp(Image side, Survey survey, const CleanupOptions &options,
                            std::stop_token stop)
{
    CleanSide clean{.image = std::move(side)};
    clean.blank = isBlank(survey);
    if (!clean.blank) {
        // Turning a skewed side moves its corners out of the picture; cut letters show before.
        clean.cutOff = isCutOff(survey);
        auto rotation = uprightRotation(survey);
        if (!rotation && options.secondOpinion)
            rotation = options.secondOpinion(clean.image);
        clean.rotationDeg = rotation.value_or(0);
    }
    if (stop.stop_requested())
        return fail(Fault::Cancelled);
    const int turn = (clean.rotationDeg + options.turnDeg) % 360;
    if (turn != 0) {
        clean.image = turned(std::move(clean.image), turn);
        survey = Survey(clean.image);
    }
    const Skew skew = clean.blank ? Skew{} : skewOf(survey, options.largestSkewDeg);
    clean.skewDeg = skew.correctionDeg;
    if (clean.skewDeg != 0.0) {
        clean.image = deskewed(std::move(clean.image), clean.skewDeg);
        survey = Survey(clean.image);
    }
    if (stop.stop_requested())
        return fail(Fault::Cancelled);
    const QRect paper = paperOf(survey);
    clean.image = cropped(std::move(clean.image), paper);
    clean.fedMm = (turn % 180 == 0 ? paper.height() : paper.width()) * 25.4 / clean.image.dpi();
    if (!clean.blank)
        judge(clean, survey.part(paper), skew, options.largestSkewDeg);
    return clean;
}

}  // namespace station::imaging
