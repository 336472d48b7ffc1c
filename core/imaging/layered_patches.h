#pragma once

#include "core/imaging/image.h"
#include "core/imaging/layered_likeness.h"
#include "core/imaging/layered_picture.h"

#include <vector>

namespace station::imaging {

struct PatchCoding {
    int dpi;
    int strongQuality;
    int faintQuality;
};

/// The pictures of what print cannot carry. Faint gray comes first, coarsely coded and without the
/// print upon it, which stays in the mask. What is strong lies above it and shows all that is
/// there, also its print, which is cleared from the mask: it may be anything but black there.
///
/// `color` is the side at 300 dpi, of which the survey and the mask are.
std::optional<std::vector<LayeredPicture::Patch>> patchesOf(const Image &side, Pix *color,
                                                            const LayeredSurvey &survey,
                                                            const Unlike &unlike, Pix *mask,
                                                            const PatchCoding &coding);

}  // namespace station::imaging
