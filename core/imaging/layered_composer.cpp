#include "core/imaging/layered_composer.h"

#include "core/imaging/jpeg.h"
#include "core/imaging/layered_grid.h"
#include "core/imaging/layered_mask.h"

#include <algorithm>
#include <bit>

namespace station::imaging {
namespace {

l_uint32 wordOf(const std::array<quint8, 3> &color)
{
    return l_uint32{color[0]} << 24 | l_uint32{color[1]} << 16 | l_uint32{color[2]} << 8;
}

}  // namespace

Composer::Composer(const LayeredPicture &picture)
    : m_picture(picture), m_mask(maskFrom(picture.mask, picture.size))
{
    const QRect page(QPoint(0, 0), picture.size);
    m_isWhole = m_mask != nullptr;
    for (const auto &patch : picture.patches) {
        PixPointer pix = readJpeg(patch.jpeg);
        if (pix && pixGetDepth(pix.get()) == 8)
            pix.reset(pixConvert8To32(pix.get()));
        m_isWhole = m_isWhole && pix && page.contains(patch.at);
        if (!m_isWhole)
            return;
        EnlargedLines lines(pix.get(), patch.at.width(), patch.at.height());
        m_patches.push_back({patch.at, std::move(pix), std::move(lines)});
    }
}

void Composer::paint(int y, l_uint32 *to)
{
    std::fill_n(to, m_picture.size.width(), wordOf(m_picture.paper));
    for (Drawn &patch : m_patches) {
        if (y >= patch.at.top() && y <= patch.at.bottom())
            patch.lines.paint(y - patch.at.top(), to + patch.at.left());
    }
    const l_uint32 ink = wordOf(m_picture.ink);
    const l_uint32 *from = lineOf(m_mask.get(), y);
    constexpr int wordPx = 32;
    for (int word = 0; word < pixGetWpl(m_mask.get()); ++word) {
        for (l_uint32 left = from[word]; left != 0;) {
            const int first = std::countl_zero(left);
            to[word * wordPx + first] = ink;
            left &= ~(0x80000000U >> first);
        }
    }
}

PixPointer composed(const LayeredPicture &picture)
{
    PixPointer page(pixCreate(picture.size.width(), picture.size.height(), 32));
    Composer composer(picture);
    if (!page || !composer.isWhole())
        return {};
    for (int y = 0; y < picture.size.height(); ++y)
        composer.paint(y, lineOf(page.get(), y));
    pixSetResolution(page.get(), picture.dpi, picture.dpi);
    return page;
}

}  // namespace station::imaging
