#include "app/gui/widgets/crop_frame.h"

#include "app/gui/base/theme.h"
#include "app/gui/widgets/page_view.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <initializer_list>

namespace station::gui {
namespace {

constexpr int smallStep = 4;  // pixels of the page
constexpr int largeStep = 40;
constexpr int least = 50;  // no side of the frame is shorter
constexpr int reach = 12;  // a target of 24 px across an edge
constexpr double tiltStep = 0.1;
constexpr double mostTilt = 15;

}  // namespace

CropFrame::CropFrame(PageView &view) : m_view(view) {}

CropFrame::~CropFrame()
{
    end();
}

void CropFrame::begin(const QRect &frame, double tiltDeg)
{
    m_whole = QRect(QPoint(), m_view.picture().size());
    m_frame = frame.isNull() ? m_whole : frame.intersected(m_whole);
    m_tiltDeg = tiltDeg;
    m_edge = Edge::Left;
    if (!m_on) {
        m_on = true;
        qApp->installEventFilter(this);
        m_view.addOverlay(*this);
    }
    m_view.viewport()->update();
}

void CropFrame::end()
{
    if (!m_on)
        return;
    m_on = false;
    m_dragging = false;
    qApp->removeEventFilter(this);
    m_view.removeOverlay(*this);
}

std::optional<QRect> CropFrame::part() const
{
    return m_frame == m_whole ? std::nullopt : std::optional(m_frame);
}

bool CropFrame::isOwnKey(int key) const
{
    switch (key) {
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Escape:
        return true;
    default:
        return false;
    }
}

bool CropFrame::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        if (!isOwnKey(static_cast<QKeyEvent *>(event)->key()))
            return false;
        event->accept();
        return true;
    case QEvent::KeyPress:
        // Windows hand a key on to the widget with the focus; once is enough.
        if (!watched->isWidgetType() || !isOwnKey(static_cast<QKeyEvent *>(event)->key()))
            return false;
        pressKey(*static_cast<QKeyEvent *>(event));
        return true;
    default:
        return watched == m_view.viewport() && handleMouse(event);
    }
}

void CropFrame::pressKey(const QKeyEvent &event)
{
    const int step = event.modifiers() & Qt::ShiftModifier ? largeStep : smallStep;
    const bool upright = m_edge == Edge::Left || m_edge == Edge::Right;
    const int edge = static_cast<int>(m_edge);
    switch (event.key()) {
    case Qt::Key_Tab:
        m_edge = static_cast<Edge>((edge + 1) % 4);
        break;
    case Qt::Key_Backtab:
        m_edge = static_cast<Edge>((edge + 3) % 4);
        break;
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (!upright)
            m_edge = event.key() == Qt::Key_Left ? Edge::Left : Edge::Right;
        moveEdge(edgePlace() + (event.key() == Qt::Key_Left ? -step : step));
        break;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (upright)
            m_edge = event.key() == Qt::Key_Up ? Edge::Top : Edge::Bottom;
        moveEdge(edgePlace() + (event.key() == Qt::Key_Up ? -step : step));
        break;
    case Qt::Key_PageUp:
        m_tiltDeg = qMax(-mostTilt, m_tiltDeg - tiltStep);
        break;
    case Qt::Key_PageDown:
        m_tiltDeg = qMin(mostTilt, m_tiltDeg + tiltStep);
        break;
    case Qt::Key_Escape:
        emit givenUp();
        return;
    default:
        emit taken();
        return;
    }
    m_view.viewport()->update();
}

int CropFrame::edgePlace() const
{
    switch (m_edge) {
    case Edge::Left:
        return m_frame.left();
    case Edge::Top:
        return m_frame.top();
    case Edge::Right:
        return m_frame.right();
    case Edge::Bottom:
        return m_frame.bottom();
    }
    Q_UNREACHABLE();
}

void CropFrame::moveEdge(int to)
{
    switch (m_edge) {
    case Edge::Left:
        m_frame.setLeft(qBound(m_whole.left(), to, m_frame.right() - least));
        break;
    case Edge::Top:
        m_frame.setTop(qBound(m_whole.top(), to, m_frame.bottom() - least));
        break;
    case Edge::Right:
        m_frame.setRight(qBound(m_frame.left() + least, to, m_whole.right()));
        break;
    case Edge::Bottom:
        m_frame.setBottom(qBound(m_frame.top() + least, to, m_whole.bottom()));
        break;
    }
}

std::optional<CropFrame::Edge> CropFrame::edgeAt(const QPoint &place) const
{
    const QRectF frame = m_view.mapFromScene(m_frame).boundingRect();
    if (!frame.adjusted(-reach, -reach, reach, reach).contains(place))
        return std::nullopt;
    const auto near = [&](qreal edge, int at) { return std::abs(edge - at) <= reach; };
    if (near(frame.left(), place.x()))
        return Edge::Left;
    if (near(frame.right(), place.x()))
        return Edge::Right;
    if (near(frame.top(), place.y()))
        return Edge::Top;
    if (near(frame.bottom(), place.y()))
        return Edge::Bottom;
    return std::nullopt;
}

bool CropFrame::handleMouse(QEvent *event)
{
    const auto type = event->type();
    if (type == QEvent::MouseButtonRelease && m_dragging) {
        m_dragging = false;
        return true;
    }
    if (type != QEvent::MouseButtonPress && type != QEvent::MouseMove)
        return false;
    const QPoint place = static_cast<QMouseEvent *>(event)->pos();
    if (type == QEvent::MouseButtonPress) {
        const auto edge = edgeAt(place);
        if (!edge)
            return false;
        m_edge = *edge;
        m_dragging = true;
    }
    if (!m_dragging)
        return false;
    const QPointF onPage = m_view.mapToScene(place);
    const bool upright = m_edge == Edge::Left || m_edge == Edge::Right;
    moveEdge(qRound(upright ? onPage.x() : onPage.y()));
    m_view.viewport()->update();
    return true;
}

void CropFrame::paint(QPainter &painter, const PageView &view)
{
    const QRectF whole = view.mapFromScene(m_whole).boundingRect();
    const QRectF frame = view.mapFromScene(m_frame).boundingRect();
    QPainterPath outside;
    outside.addRect(whole);
    QPainterPath inside;
    inside.addRect(frame);
    painter.fillPath(outside.subtracted(inside), QColor(0, 0, 0, 120));

    // Paper is white in both appearances.
    const QColor colour = ink(Tone::Accent, paletteFor(Appearance::Light));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour, 1.5));
    painter.drawRect(frame);
    painter.setPen(QPen(colour, 5));
    const std::initializer_list<std::pair<Edge, QLineF>> edges{
        {Edge::Left, {frame.topLeft(), frame.bottomLeft()}},
        {Edge::Top, {frame.topLeft(), frame.topRight()}},
        {Edge::Right, {frame.topRight(), frame.bottomRight()}},
        {Edge::Bottom, {frame.bottomLeft(), frame.bottomRight()}}};
    for (const auto &[edge, line] : edges) {
        if (edge == m_edge)
            painter.drawLine(line);
    }
    if (m_tiltDeg == 0)
        return;
    painter.setPen(QPen(colour, 1.5, Qt::DashLine));
    painter.setClipRect(frame);
    painter.translate(frame.center());
    painter.rotate(m_tiltDeg);
    for (const qreal part : {-0.25, 0.0, 0.25})
        painter.drawLine(QPointF(-frame.width(), part * frame.height()),
                         QPointF(frame.width(), part * frame.height()));
}

}  // namespace station::gui
