#include "signing/pades/stamp_placement.h"

#include <algorithm>
#include <cmath>

namespace station::signing {
namespace {

constexpr double marginPt = 2.0;
constexpr double narrower[] = {1.0, 0.85, 0.7, 0.55, 0.4};  // of the ruled width

/// Answers in constant time whether a box covers ink.
class InkSums {
public:
    InkSums(const workflow::InkMap &ink, const QRectF &page) : m_ink(ink), m_page(page)
    {
        if (!ink.isKnown())
            return;
        m_sums.resize(static_cast<std::size_t>(ink.columns + 1) *
                      static_cast<std::size_t>(ink.rows + 1));
        for (int row = 0; row < ink.rows; ++row) {
            for (int column = 0; column < ink.columns; ++column) {
                const bool inked = ink.cells.at(qsizetype(row) * ink.columns + column) != 0;
                at(row + 1, column + 1) =
                    at(row, column + 1) + at(row + 1, column) - at(row, column) + (inked ? 1 : 0);
            }
        }
    }

    bool isPaper(const QRectF &box)
    {
        if (m_sums.empty())
            return true;
        const int left = cell(box.left() - m_page.left(), m_ink.columns);
        const int right = cell(box.right() - m_page.left(), m_ink.columns - 1) + 1;
        const int top = cell(m_page.bottom() - box.bottom(), m_ink.rows);
        const int bottom = cell(m_page.bottom() - box.top(), m_ink.rows - 1) + 1;
        return at(bottom, right) - at(top, right) - at(bottom, left) + at(top, left) == 0;
    }

private:
    int cell(double distancePt, int most) const
    {
        return std::clamp(static_cast<int>(std::floor(distancePt / m_ink.cellPt)), 0, most);
    }
    int &at(int row, int column)
    {
        return m_sums[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_ink.columns + 1) +
                      static_cast<std::size_t>(column)];
    }

    const workflow::InkMap &m_ink;
    const QRectF &m_page;
    std::vector<int> m_sums{};
};

double longestWord(const QStringList &lines, const TextWidth &widthOf)
{
    double longest = 0;
    for (const auto &line : lines) {
        for (const auto &word : line.split(QChar(' '), Qt::SkipEmptyParts))
            longest = std::max(longest, widthOf(word));
    }
    return longest;
}

/// The same mark with other breaks, widest first.
std::vector<StampLayout> layoutsOf(const workflow::CopyMark &mark, const QRectF &page,
                                   double ruledPt, const TextWidth &widthOf)
{
    std::vector<StampLayout> layouts;
    const double word = longestWord(mark.lines, widthOf);
    for (const double part : narrower) {
        if (part < 1.0 && ruledPt * part < word)
            break;
        auto layout = stampLayout(mark, page, ruledPt * part, widthOf);
        if (layout && (layouts.empty() || layout->lines != layouts.back().lines))
            layouts.push_back(std::move(*layout));
    }
    return layouts;
}

}  // namespace

Expected<StampLayout> placedStamp(const workflow::CopyMark &mark, const TakenSpace &taken,
                                  const TextWidth &widthOf)
{
    const QRectF &page = taken.page;
    const auto ruled = ruledWidth(mark, page);
    if (!ruled)
        return fail(ruled.error());
    auto layout = stampLayout(mark, page, *ruled, widthOf);
    if (!layout)
        return layout;
    InkSums ink(taken.ink, page);
    const auto isFree = [&](const QRectF &box) {
        const QRectF wide = box.adjusted(-marginPt, -marginPt, marginPt, marginPt);
        return ink.isPaper(wide) &&
               std::none_of(taken.marks.begin(), taken.marks.end(),
                            [&](const QRectF &old) { return old.intersects(wide); });
    };
    if (isFree(layout->box))
        return layout;
    if (!taken.ink.isKnown())
        return fail(Fault::NoRoomForMark, QStringLiteral("a mark is there"));

    const double step = taken.ink.cellPt;
    const double inward = mark.corner == workflow::MarkCorner::TopLeft ? step : -step;
    const QRectF half(mark.corner == workflow::MarkCorner::TopLeft ? page.left()
                                                                   : page.center().x(),
                      page.top(), page.width() / 2, page.height());
    const auto layouts = layoutsOf(mark, page, *ruled, widthOf);
    for (double down = 0; down < page.height(); down += step) {
        for (const auto &candidate : layouts) {
            for (QRectF box = candidate.box.translated(0, -down); half.contains(box);
                 box.translate(inward, 0)) {
                if (!isFree(box))
                    continue;
                *layout = candidate;
                layout->box = box;
                return layout;
            }
        }
    }
    return fail(Fault::NoRoomForMark, QStringLiteral("page 1"));
}

}  // namespace station::signing
