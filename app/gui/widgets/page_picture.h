#pragma once

#include <QImage>

#include <vector>

namespace station::gui {

/// A page in halving sizes. QPainter scales bilinearly only: text at fit zoom
/// is ragged unless it starts from an averaged copy of about the right size.
class PagePicture {
public:
    PagePicture() = default;
    explicit PagePicture(const QImage &full);

    bool isNull() const { return m_levels.empty(); }
    QSize size() const { return isNull() ? QSize() : m_levels.front().size(); }
    /// The smallest level that still has a pixel for each painted one.
    const QImage &levelFor(qreal scale) const;

private:
    std::vector<QImage> m_levels{};
};

}  // namespace station::gui
