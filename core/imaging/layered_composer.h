#pragma once

#include "core/imaging/layered_enlarged.h"
#include "core/imaging/layered_picture.h"
#include "core/imaging/pix_pointer.h"

#include <vector>

namespace station::imaging {

/// Paints the layers over each other line by line, as a PDF reader does.
class Composer {
public:
    /// Borrows the picture.
    explicit Composer(const LayeredPicture &picture);

    bool isWhole() const { return m_isWhole; }  ///< No layer is damaged.

    /// Only when it is whole; `to` has room for a line of 32-bit pixels.
    void paint(int y, l_uint32 *to);

private:
    struct Drawn {
        QRect at{};
        PixPointer pix{};
        EnlargedLines lines;
    };

    const LayeredPicture &m_picture;
    PixPointer m_mask;
    std::vector<Drawn> m_patches{};
    bool m_isWhole = false;
};

/// The whole page; null for damaged layers.
PixPointer composed(const LayeredPicture &picture);

}  // namespace station::imaging
