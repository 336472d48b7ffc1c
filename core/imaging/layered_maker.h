#pragma once

#include "core/imaging/image.h"
#include "core/imaging/layered_picture.h"
#include "core/imaging/pix_pointer.h"

#include <optional>

namespace station::imaging {

/// The mixed-raster form of a cleaned colour or gray side, best at 300 dpi (finer ones are
/// brought down to it, coarser ones are enlarged for the mask only). Black print goes into the
/// mask; whatever has colour or half tones stays a picture: seal, pen, stamp, photo, stain,
/// faint pencil.
///
/// The result was composed again and compared with the side cell by cell. Nothing when it does
/// not hold what the side shows, or when it would not be much smaller than a JPEG (photocopies,
/// cards, photos): then the JPEG is the copy. About 200 ms for an A4 side at 300 dpi.
std::optional<LayeredPicture> layered(const Image &side);

/// The layers painted over each other, as a PDF reader does; null for damaged ones.
PixPointer composed(const LayeredPicture &picture);

}  // namespace station::imaging
