#pragma once

#include "app/gui/widgets/page_overlay.h"

#include <QObject>
#include <QPointF>

namespace station::gui {

/// A round glass over the page for stamps and handwriting: at the mouse, or where the current
/// value was read while the mouse is elsewhere.
class Magnifier final : public QObject, public PageOverlay {
    Q_OBJECT

public:
    explicit Magnifier(PageView &view);

    void setOn(bool on);
    void paint(QPainter &painter, const PageView &view) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPointF centre() const;  ///< In the viewport's pixels.

    PageView &m_view;
    bool m_on = false;
};

}  // namespace station::gui
