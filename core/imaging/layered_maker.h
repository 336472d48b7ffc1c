#pragma once

#include "core/imaging/image.h"
#include "core/imaging/layered_picture.h"

#include <optional>

namespace station::imaging {

/// The mixed-raster form of a cleaned colour or gray side, best at 300 dpi (finer ones are
/// brought down to it, coarser ones are enlarged for the mask only). Black print goes into the
/// mask. Whatever has colour or half tones stays a picture of 200 dpi, seal, pen, stamp, photo,
/// stain; so does what is a little darker than the paper, pencil and print that shows through
/// from the other side, in a coarser coding, for nobody can tell the one from the other. Only
/// the grain of the paper, its creases and shadows become smooth.
///
/// Nothing when it does not hold what the side shows, or when it would not be much smaller
/// than a JPEG: then the JPEG is the copy. About 150 ms for an A4 side at 300 dpi.
std::optional<LayeredPicture> layered(const Image &side);

/// The page by page check, which every result of `layered` has passed: the layers, composed
/// from their bytes, show each 0.3 to 0.7 mm of the side in its tone and colour. Nothing drawn
/// is missing, nothing is new, no dot of a letter and no hair line.
bool holds(const LayeredPicture &picture, const Image &side);

}  // namespace station::imaging
