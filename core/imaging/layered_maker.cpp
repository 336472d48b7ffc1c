#include "core/imaging/layered_maker.h"

namespace station::imaging {

std::optional<LayeredPicture> layered(const Image & /*side*/)
{
    return {};
}

PixPointer composed(const LayeredPicture & /*picture*/)
{
    return {};
}

}  // namespace station::imaging
