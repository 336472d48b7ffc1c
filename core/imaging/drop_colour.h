#pragma once

#include "core/imaging/image.h"
#include "core/imaging/pix_pointer.h"

namespace station::imaging {

/// Gray in which seals, pens and coloured papers are bright and black print stays black: the
/// brightest channel of each pixel.
PixPointer withoutColour(const Image &side);

/// The same, with pens and seals as white as the paper, so that a name below them stands alone.
/// A side with more coloured than black print keeps what withoutColour leaves of it.
PixPointer withoutPens(const Image &side);

/// Gray in which coloured print on a card's pale ground stays dark.
PixPointer withColour(const Image &side);

}  // namespace station::imaging
