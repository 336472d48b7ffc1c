#include "app/gui/base/picture_memory.h"

#include <malloc.h>

namespace station::gui {

void returnPictureMemory()
{
    constexpr int mebibyte = 1 << 20;
    ::mallopt(M_MMAP_THRESHOLD, mebibyte);
}

}  // namespace station::gui
