#include "app/gui/widgets/page_picture.h"

namespace station::gui {
namespace {

constexpr int smallestLevelPx = 256;

}  // namespace

PagePicture::PagePicture(const QImage &full)
{
    if (full.isNull())
        return;
    m_levels.push_back(full.convertToFormat(QImage::Format_RGB32));
    while (m_levels.back().width() > smallestLevelPx &&
           m_levels.back().height() > smallestLevelPx) {
        const QSize half = m_levels.back().size() / 2;
        // QImage::scaled averages areas, QPainter does not.
        m_levels.push_back(
            m_levels.back().scaled(half, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    }
}

const QImage &PagePicture::levelFor(qreal scale) const
{
    std::size_t level = 0;
    for (qreal next = 0.5; scale <= next && level + 1 < m_levels.size(); next /= 2)
        ++level;
    return m_levels[level];
}

}  // namespace station::gui
