#pragma once

#include "core/imaging/survey.h"

namespace station::imaging {

/// The factor that brings gray-white paper near white: 1 where it is bright already, coloured
/// or so dark that it is no matter of tone; at most 1.15.
double toneGain(const Survey &side);

/// Every sample times `gain`; what is drawn keeps its distances, nothing below the paper clips.
Image brightened(Image image, double gain);

}  // namespace station::imaging
