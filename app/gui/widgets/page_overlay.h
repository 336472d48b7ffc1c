#pragma once

class QPainter;

namespace station::gui {

class PageView;

/// Something that is drawn over the page, in the viewport's pixels.
class PageOverlay {
public:
    virtual ~PageOverlay() = default;
    virtual void paint(QPainter &painter, const PageView &view) = 0;
};

}  // namespace station::gui
