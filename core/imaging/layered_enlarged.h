#pragma once

#include "core/imaging/pix_pointer.h"

#include <vector>

namespace station::imaging {

/// Lines of a 32-bit picture enlarged to another size, linear between its pixels; from four
/// times on each pixel is a square, which is smooth by itself at such sizes.
class EnlargedLines {
public:
    /// Borrows the picture. `width` and `height` are at least its own.
    EnlargedLines(Pix *pix, int width, int height);

    int width() const { return static_cast<int>(m_columns.size()); }
    void paint(int y, l_uint32 *to);

private:
    /// Two pixels next to each other and the share of the second one in 16ths.
    struct Between {
        int first = 0;
        int second = 0;
        l_uint32 share = 0;
    };
    static Between between(int at, int count, int covered);

    Pix *m_pix;
    int m_height;
    std::vector<Between> m_columns{};
    std::vector<l_uint32> m_line{};
};

}  // namespace station::imaging
