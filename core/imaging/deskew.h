#pragma once

#include "core/imaging/survey.h"

namespace station::imaging {

struct Skew {
    double correctionDeg = 0.0;  ///< Clockwise turn that makes the text lines level.
    bool tooLarge = false;       ///< Larger than what may be set right; left as it is.
};

/// No correction when the side is straight or its skew cannot be measured.
Skew skewOf(const Survey &side, double largestDeg);

/// The correction alone.
double skewCorrection(const Survey &side, double largestDeg);

/// Turned clockwise by a small angle, same size; what comes in continues the edges.
Image deskewed(Image image, double angleDeg);

}  // namespace station::imaging
