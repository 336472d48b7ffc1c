#pragma once

#include <leptonica/allheaders.h>

#include <memory>

namespace station::imaging {

struct PixDestroyer {
    void operator()(Pix *pix) const { pixDestroy(&pix); }
};

/// Owns what a Leptonica call returned; null where the call failed.
using PixPointer = std::unique_ptr<Pix, PixDestroyer>;

}  // namespace station::imaging
