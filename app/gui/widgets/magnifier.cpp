#include "app/gui/widgets/magnifier.h"

#include "app/gui/base/theme.h"
#include "app/gui/widgets/page_view.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>

namespace station::gui {
namespace {

constexpr qreal radius = 150;    // logical pixels
constexpr qreal enlarging = 3;   // against the page as it is shown
constexpr qreal leastScale = 1;  // painted pixels for each page pixel

}  // namespace

Magnifier::Magnifier(PageView &view) : m_view(view) {}

void Magnifier::setOn(bool on)
{
    if (on == m_on)
        return;
    m_on = on;
    m_view.viewport()->setMouseTracking(on);
    if (on) {
        m_view.viewport()->installEventFilter(this);
        m_view.addOverlay(*this);
    } else {
        m_view.viewport()->removeEventFilter(this);
        m_view.removeOverlay(*this);
    }
}

bool Magnifier::eventFilter(QObject *, QEvent *event)
{
    if (event->type() == QEvent::MouseMove || event->type() == QEvent::Leave)
        m_view.viewport()->update();
    return false;
}

QPointF Magnifier::centre() const
{
    if (m_view.viewport()->underMouse())
        return m_view.viewport()->mapFromGlobal(QCursor::pos());
    const QRect ink = m_view.currentEvidence();
    const QPointF onPage =
        ink.isNull() ? m_view.mapToScene(m_view.viewport()->rect().center()) : QRectF(ink).center();
    return m_view.mapFromScene(onPage);
}

void Magnifier::paint(QPainter &painter, const PageView &view)
{
    if (view.picture().isNull())
        return;
    const QPointF middle = centre();
    const QPointF onPage = view.mapToScene(middle.toPoint());
    const qreal scale = qMax(leastScale, view.zoom() * enlarging);
    QPainterPath glass;
    glass.addEllipse(middle, radius, radius);

    painter.save();
    painter.setClipPath(glass);
    painter.fillPath(glass, view.palette().color(QPalette::Midlight));
    painter.translate(middle);
    painter.scale(scale, scale);
    painter.translate(-onPage);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRectF(QPointF(), view.picture().size()),
                      view.picture().levelFor(scale * view.devicePixelRatioF()));
    painter.restore();

    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink(Tone::Accent, view.palette()), 3));
    painter.drawEllipse(middle, radius, radius);
}

}  // namespace station::gui
