#pragma once

#include "app/gui/widgets/page_overlay.h"

#include <QObject>
#include <QRect>

#include <optional>

class QKeyEvent;
class QMouseEvent;

namespace station::gui {

/// What of a page is paper, set by hand: a frame whose edges move by keys and by the mouse, and a
/// line that is laid along the print to tell how crooked it is.
///
/// Keys: Tab goes to the next edge, arrows move it (with Shift in large steps), Page Up and Page
/// Down tilt the line, Enter takes the frame, Escape gives it up.
class CropFrame final : public QObject, public PageOverlay {
    Q_OBJECT

public:
    explicit CropFrame(PageView &view);
    ~CropFrame() override;

    /// `frame` in pixels of the page that the view shows; null: all of it. `tiltDeg` clockwise.
    void begin(const QRect &frame, double tiltDeg);
    void end();
    bool isOn() const { return m_on; }

    /// Nothing: it is the whole page.
    std::optional<QRect> part() const;
    double tiltDeg() const { return m_tiltDeg; }

    void paint(QPainter &painter, const PageView &view) override;

signals:
    void taken();
    void givenUp();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Edge { Left, Top, Right, Bottom };

    bool isOwnKey(int key) const;
    void pressKey(const QKeyEvent &event);
    bool handleMouse(QEvent *event);
    std::optional<Edge> edgeAt(const QPoint &place) const;
    void moveEdge(int to);  ///< To that pixel of the page.
    int edgePlace() const;

    PageView &m_view;
    QRect m_whole{};
    QRect m_frame{};
    double m_tiltDeg = 0;
    Edge m_edge = Edge::Left;
    bool m_on = false;
    bool m_dragging = false;
};

}  // namespace station::gui
