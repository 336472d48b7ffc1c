#include "app/gui/widgets/page_picture.h"

namespace station::gui {
namespace {

constexpr int smallestLevelPx = 256;

/// Averages of two by two pixels (RGB32). Not QImage::scaled: that works on the same threads as
/// the painting of a window, which then waits for it.
QImage halved(const QImage &whole)
{
    constexpr QRgb redAndBlue = 0x00ff00ff;
    constexpr QRgb green = 0x0000ff00;
    // A last odd line or column is left out; QSize would round up.
    QImage half(whole.width() / 2, whole.height() / 2, QImage::Format_RGB32);
    for (int y = 0; y < half.height(); ++y) {
        const auto *above = reinterpret_cast<const QRgb *>(whole.constScanLine(2 * y));
        const auto *below = reinterpret_cast<const QRgb *>(whole.constScanLine(2 * y + 1));
        auto *to = reinterpret_cast<QRgb *>(half.scanLine(y));
        for (int x = 0; x < half.width(); ++x) {
            QRgb twoChannels = 0x00020002;  // for rounding
            QRgb oneChannel = 0x00000200;
            for (const QRgb pixel :
                 {above[2 * x], above[2 * x + 1], below[2 * x], below[2 * x + 1]}) {
                twoChannels += pixel & redAndBlue;
                oneChannel += pixel & green;
            }
            to[x] = 0xff000000 | ((twoChannels >> 2) & redAndBlue) | ((oneChannel >> 2) & green);
        }
    }
    return half;
}

}  // namespace

PagePicture::PagePicture(const QImage &full)
{
    if (full.isNull())
        return;
    m_levels.push_back(full.convertToFormat(QImage::Format_RGB32));
    while (m_levels.back().width() > smallestLevelPx && m_levels.back().height() > smallestLevelPx)
        m_levels.push_back(halved(m_levels.back()));
}

const QImage &PagePicture::levelFor(qreal scale) const
{
    std::size_t level = 0;
    for (qreal next = 0.5; scale <= next && level + 1 < m_levels.size(); next /= 2)
        ++level;
    return m_levels[level];
}

}  // namespace station::gui
