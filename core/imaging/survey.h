#pragma once

#include "core/imaging/image.h"
#include "core/imaging/pix_pointer.h"

#include <QRect>
#include <QRectF>
#include <QSize>

#include <vector>

namespace station::imaging {

/// A side in small, for measuring: 150 to 299 dpi. Made once a side, because
/// halving the pixels costs more than any measure taken on them.
class Survey {
public:
    Survey(const Image &side);  ///< Implicit: each measure can also be taken of a side alone.

    bool isNull() const { return !m_gray; }
    Pix *gray() const { return m_gray.get(); }
    int dpi() const { return m_dpi; }
    int paper() const { return m_paper; }  ///< Gray level of the ground, 0 to 255.
    bool hasColouredPaper() const { return m_paperColour > 16; }  ///< A white one has up to 8.
    double mmPerPx() const { return 25.4 / m_dpi; }
    QSize sideSize() const { return m_sideSize; }
    int sideDpi() const { return m_sideDpi; }

    /// One bit a pixel, ink is 1: clearly darker than the paper, so that the other
    /// side of thin paper does not count.
    Pix *ink() const { return m_ink.get(); }
    int inkLevel() const;  ///< Gray below it is ink.

    /// What is darker than that share of the paper, and the same with all that is more
    /// coloured than the paper.
    PixPointer darkerThan(double share) const;
    PixPointer darkerOrColoured(double share) const;

    /// A part; the rectangle is in pixels of the side.
    Survey part(const QRect &ofSide) const;

private:
    Survey() = default;

    PixPointer m_gray{};
    PixPointer m_colour{};  ///< Difference of the channels; null for a gray side.
    PixPointer m_ink{};
    int m_dpi = 0;
    QSize m_sideSize{};
    int m_sideDpi = 0;
    int m_paper = 0;
    int m_paperColour = 0;
};

/// Boxes in mm around what hangs together in a mask and does not touch its edge.
std::vector<QRectF> marksIn(Pix *mask, int dpi);

/// Of the size of a letter or a short word; dust is smaller, a seal larger.
bool isLetterSized(const QRectF &mark);

}  // namespace station::imaging
