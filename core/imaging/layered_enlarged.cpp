#include "core/imaging/layered_enlarged.h"

#include "core/imaging/layered_grid.h"

#include <QtGlobal>

#include <algorithm>

namespace station::imaging {
namespace {

constexpr int parts = 16;
constexpr int coarse = 4;

/// Each of the four bytes.
l_uint32 mixed(l_uint32 one, l_uint32 other, l_uint32 share)
{
    constexpr l_uint32 two = 0x00FF00FF;
    const l_uint32 high = ((one >> 8 & two) * (parts - share) + (other >> 8 & two) * share) / parts;
    const l_uint32 low = ((one & two) * (parts - share) + (other & two) * share) / parts;
    return (high & two) << 8 | (low & two);
}

}  // namespace

EnlargedLines::EnlargedLines(Pix *pix, int width, int height) : m_pix(pix), m_height(height)
{
    for (int x = 0; x < width; ++x)
        m_columns.push_back(between(x, pixGetWidth(pix), width));
}

EnlargedLines::Between EnlargedLines::between(int at, int count, int covered)
{
    // From middle to middle.
    const auto place = static_cast<int>((2 * qint64{at} + 1) * count * parts / (2 * covered));
    if (covered >= coarse * count)
        return {place / parts, place / parts, 0};
    const int shifted = std::clamp(place - parts / 2, 0, (count - 1) * parts);
    const int first = shifted / parts;
    return {first, std::min(first + 1, count - 1), static_cast<l_uint32>(shifted % parts)};
}

void EnlargedLines::paint(int y, l_uint32 *to)
{
    const Between rows = between(y, pixGetHeight(m_pix), m_height);
    const l_uint32 *line = lineOf(m_pix, rows.first);
    if (rows.share != 0) {
        const l_uint32 *next = lineOf(m_pix, rows.second);
        m_line.resize(static_cast<std::size_t>(pixGetWidth(m_pix)));
        for (std::size_t x = 0; x < m_line.size(); ++x)
            m_line[x] = mixed(line[x], next[x], rows.share);
        line = m_line.data();
    }
    for (const Between &column : m_columns) {
        *to++ = column.share == 0 ? line[column.first]
                                  : mixed(line[column.first], line[column.second], column.share);
    }
}

}  // namespace station::imaging
