#include "core/imaging/cleanup.h"

#include "core/imaging/blank.h"
#include "core/imaging/blur.h"
#include "core/imaging/border.h"
#include "core/imaging/cut_off.h"
#include "core/imaging/deskew.h"
#include "core/imaging/fingerprint.h"
#include "core/imaging/tone.h"
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
    clean.blurred = isBlurred(paper);
    clean.fingerprint = fingerprintOf(paper);
    clean.skewed = skew.tooLarge || (clean.skewDeg != 0.0 &&
                                     std::abs(skewCorrection(paper, largestSkewDeg)) > residualDeg);
}

/// What the clerk chose, or where the paper is on a bed much larger than it.
QRect partOf(const Survey &survey, const CleanupOptions &options)
{
    const QRect all(QPoint(0, 0), survey.sideSize());
    const QRect chosen = options.part ? *options.part & all : QRect();
    if (!chosen.isEmpty())
        return chosen;
    return options.paperCrop ? aroundPaper(survey) : all;
}

int rotationOf(const Image &image, const Survey &survey, const CleanupOptions &options)
{
    auto rotation = uprightRotation(survey);
    if (!rotation && options.secondOpinion)
        rotation = options.secondOpinion(image);
    return rotation.value_or(0);
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
    SideGeometry &geometry = clean.geometry;
    geometry.original = {clean.image.width(), clean.image.height()};
    const QRect all(QPoint(0, 0), geometry.original);
    geometry.part = partOf(survey, options);
    if (geometry.part != all) {
        clean.image = cropped(std::move(clean.image), geometry.part);
        survey = Survey(clean.image);
    }

    clean.blank = isBlank(survey);
    if (!clean.blank) {
        // Turning a skewed side moves its corners out of the picture; cut letters show before.
        clean.cutOff = isCutOff(survey);
        if (options.upright)
            clean.rotationDeg = rotationOf(clean.image, survey, options);
    }
    if (stop.stop_requested())
        return fail(Fault::Cancelled);
    geometry.turnDeg = (clean.rotationDeg + options.turnDeg) % 360;
    if (geometry.turnDeg != 0) {
        clean.image = turned(std::move(clean.image), geometry.turnDeg);
        survey = Survey(clean.image);
    }
    Skew skew;
    if (options.skewDeg)
        skew.correctionDeg = *options.skewDeg;
    else if (!clean.blank)
        skew = skewOf(survey, options.largestSkewDeg);
    clean.skewDeg = geometry.skewDeg = skew.correctionDeg;
    if (clean.skewDeg != 0.0) {
        clean.image = deskewed(std::move(clean.image), clean.skewDeg);
        survey = Survey(clean.image);
    }
    if (stop.stop_requested())
        return fail(Fault::Cancelled);
    const QRect sheet = paperOf(survey);
    clean.fedMm =
        (geometry.turnDeg % 180 == 0 ? sheet.height() : sheet.width()) * 25.4 / clean.image.dpi();
    geometry.crop =
        options.paperCrop ? sheet : QRect(0, 0, clean.image.width(), clean.image.height());
    const double gain = options.tone ? toneGain(survey) : 1.0;
    clean.untouched = geometry.part == all && geometry.turnDeg == 0 && clean.skewDeg == 0.0 &&
                      geometry.crop == all && gain == 1.0;
    clean.image = brightened(cropped(std::move(clean.image), geometry.crop), gain);
    survey = survey.part(geometry.crop);
    clean.kind = pageKindOf(survey);
    if (!clean.blank)
        judge(clean, survey, skew, options.largestSkewDeg);
    return clean;
}

}  // namespace station::imaging
