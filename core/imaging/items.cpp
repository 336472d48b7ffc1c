#include "core/imaging/items.h"

namespace station::imaging {

std::vector<QRect> itemsOn(const Survey &)
{
    return {};
}

}  // namespace station::imaging
