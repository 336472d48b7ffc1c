#include "core/imaging/survey.h"

#include "core/imaging/connected_boxes.h"
#include "core/imaging/reduction.h"

#include <algorithm>

namespace station::imaging {
namespace {

constexpr int leastDpi = 150;

// Print that shines through keeps 80 to 95 % of the paper's brightness.
constexpr double inkToPaper = 0.72;

// Of the difference between the channels, 0 to 255. Noise and JPEG stay below 12, the faint
// stamp of a dry pad is above 30; a red seal that shines through with 8 % is at 15.
constexpr int colourOverPaper = 26;

int medianOf(Pix *gray)
{
    float level = 0.0F;
    return gray != nullptr &&
                   pixGetRankValueMasked(gray, nullptr, 0, 0, 4, 0.5F, &level, nullptr) == 0
               ? static_cast<int>(level)
               : 0;
}

PixPointer clipped(Pix *pix, const QRect &at)
{
    if (pix == nullptr)
        return {};
    BOX *box = boxCreate(at.x(), at.y(), at.width(), at.height());
    PixPointer part(pixClipRectangle(pix, box, nullptr));
    boxDestroy(&box);
    return part;
}

}  // namespace

Survey::Survey(const Image &side)
    : m_dpi(side.dpi()), m_sideSize(side.width(), side.height()), m_sideDpi(side.dpi())
{
    if (side.isGray()) {
        m_gray.reset(pixClone(side.pix()));
    } else {
        auto reduced = grayAndColour(side, m_dpi >= 2 * leastDpi ? 2 : 1);
        m_gray = std::move(reduced.gray);
        m_colour = std::move(reduced.colour);
        m_dpi /= m_dpi >= 2 * leastDpi ? 2 : 1;
    }
    for (; m_gray && m_dpi >= 2 * leastDpi; m_dpi /= 2) {
        m_gray.reset(pixScaleAreaMap2(m_gray.get()));
        if (m_colour)
            m_colour.reset(pixScaleAreaMap2(m_colour.get()));
    }
    m_paper = medianOf(m_gray.get());
    m_paperColour = medianOf(m_colour.get());
    if (m_gray)
        m_ink.reset(pixThresholdToBinary(m_gray.get(), inkLevel()));
    if (!m_ink)
        m_gray.reset();
}

int Survey::inkLevel() const
{
    return static_cast<int>(m_paper * inkToPaper);
}

PixPointer Survey::darkerThan(double share) const
{
    return PixPointer(pixThresholdToBinary(m_gray.get(), static_cast<int>(m_paper * share)));
}

PixPointer Survey::darkerOrColoured(double share) const
{
    PixPointer mask = darkerThan(share);
    if (m_colour && mask) {
        const PixPointer coloured(
            pixThresholdToBinary(m_colour.get(), std::min(255, m_paperColour + colourOverPaper)));
        const PixPointer inverted(pixInvert(nullptr, coloured.get()));
        pixOr(mask.get(), mask.get(), inverted.get());
    }
    return mask;
}

Survey Survey::part(const QRect &ofSide) const
{
    const double scale = static_cast<double>(m_dpi) / m_sideDpi;
    const QRect at = QRectF(ofSide.x() * scale, ofSide.y() * scale, ofSide.width() * scale,
                            ofSide.height() * scale)
                         .toAlignedRect();
    Survey part;
    part.m_gray = clipped(m_gray.get(), at);
    part.m_colour = clipped(m_colour.get(), at);
    part.m_ink = clipped(m_ink.get(), at);
    part.m_dpi = m_dpi;
    part.m_sideSize = ofSide.size();
    part.m_sideDpi = m_sideDpi;
    part.m_paper = m_paper;
    part.m_paperColour = m_paperColour;
    return part;
}

std::vector<QRectF> marksIn(Pix *mask, int dpi)
{
    const PixPointer inner(mask != nullptr ? pixRemoveBorderConnComps(mask, 8) : nullptr);
    if (!inner)
        return {};
    const double mm = 25.4 / dpi;
    std::vector<QRectF> marks;
    for (const QRect &box : connectedBoxes(inner.get()))
        marks.emplace_back(box.x() * mm, box.y() * mm, box.width() * mm, box.height() * mm);
    return marks;
}

bool isLetterSized(const QRectF &mark)
{
    return mark.height() >= 0.8 && mark.height() <= 8.0 && mark.width() >= 0.3 &&
           mark.width() <= 8.0;
}

}  // namespace station::imaging
