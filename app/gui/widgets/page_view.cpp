#include "app/gui/widgets/page_view.h"

#include "app/gui/base/theme.h"

#include <QGraphicsScene>
#include <QWheelEvent>

#include <utility>

namespace station::gui {
namespace {

constexpr qreal margin = 14;      // around a fitted page, in logical pixels
constexpr qreal largestZoom = 4;  // painted pixels for each page pixel

}  // namespace

PageView::PageView(QWidget *parent) : QGraphicsView(parent), m_scene(new QGraphicsScene(this))
{
    setObjectName(QStringLiteral("pageView"));
    setAccessibleName(tr("Page"));
    setScene(m_scene);
    setFrameShape(QFrame::NoFrame);
    setDragMode(QGraphicsView::ScrollHandDrag);
    setTransformationAnchor(QGraphicsView::AnchorUnderMouse);
    setRenderHint(QPainter::SmoothPixmapTransform);
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    viewport()->setCursor(Qt::ArrowCursor);
    viewport()->setAccessibleName(accessibleName());
}

void PageView::showPage(const PagePicture &picture, bool samePage)
{
    const QSizeF before = m_picture.size();
    m_picture = picture;
    m_hint.clear();
    m_scene->setSceneRect(QRectF(QPointF(), picture.size()));
    if (!samePage) {
        m_boxes.clear();
        m_currentBox = -1;
    }
    if (!samePage || m_fitted || before != QSizeF(picture.size()))
        fitPage();
    viewport()->update();
}

void PageView::showNothing(const QString &hint)
{
    m_picture = {};
    m_hint = hint;
    m_boxes.clear();
    m_currentBox = -1;
    m_scene->setSceneRect({});
    resetTransform();
    m_fitted = true;
    viewport()->update();
}

void PageView::showOriginal(const PagePicture &picture, const QString &caption)
{
    if (!m_behind)
        m_behind = Stand{m_picture, std::move(m_boxes), m_currentBox,
                         m_fitted,  transform(),        mapToScene(viewport()->rect().center())};
    m_caption = caption;
    setAccessibleDescription(caption);
    showPage(picture, false);
}

void PageView::hideOriginal()
{
    if (!m_behind)
        return;
    const Stand page = *std::exchange(m_behind, std::nullopt);
    m_caption.clear();
    setAccessibleDescription({});
    showPage(page.picture, false);
    setEvidence(page.boxes, page.currentBox);
    if (page.fitted)
        return;
    m_fitted = false;
    setTransform(page.zoom);
    centerOn(page.centre);
}

void PageView::setEvidence(std::vector<QRect> boxes, int current)
{
    m_boxes = std::move(boxes);
    m_currentBox = current;
    viewport()->update();
}

void PageView::addOverlay(PageOverlay &overlay)
{
    m_overlays.push_back(&overlay);
    viewport()->update();
}

void PageView::removeOverlay(PageOverlay &overlay)
{
    std::erase(m_overlays, &overlay);
    viewport()->update();
}

QRect PageView::currentEvidence() const
{
    const auto at = static_cast<std::size_t>(m_currentBox);
    return m_currentBox >= 0 && at < m_boxes.size() ? m_boxes[at] : QRect();
}

qreal PageView::fitScale() const
{
    if (m_picture.isNull())
        return 1;
    const qreal horizontal = (viewport()->width() - 2 * margin) / m_picture.size().width();
    const int band = m_caption.isEmpty() ? 0 : bandHeight();
    const qreal vertical = (viewport()->height() - 2 * (margin + band)) / m_picture.size().height();
    return qMax(0.01, qMin(horizontal, vertical));
}

void PageView::fitPage()
{
    m_fitted = true;
    setTransform(QTransform::fromScale(fitScale(), fitScale()));
    centerOn(m_scene->sceneRect().center());
}

void PageView::zoomBy(qreal factor)
{
    if (m_picture.isNull())
        return;
    const qreal wanted = qBound(fitScale(), zoom() * factor, largestZoom);
    if (wanted <= fitScale())
        return fitPage();
    m_fitted = false;
    setTransform(QTransform::fromScale(wanted, wanted));
}

void PageView::zoomToInk(const QRect &box)
{
    if (m_picture.isNull() || box.isEmpty())
        return;
    // The line with its neighbours, so that the clerk sees where it stands.
    const qreal byWidth = viewport()->width() * 0.8 / box.width();
    const qreal byHeight = viewport()->height() * 0.2 / box.height();
    const qreal wanted = qBound(fitScale(), qMin(byWidth, byHeight), qMax(fitScale(), 1.0));
    m_fitted = false;
    setTransform(QTransform::fromScale(wanted, wanted));
    centerOn(QRectF(box).center());
}

void PageView::resizeEvent(QResizeEvent *event)
{
    QGraphicsView::resizeEvent(event);
    if (m_fitted && !m_picture.isNull())
        fitPage();
}

void PageView::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier))
        return QGraphicsView::wheelEvent(event);
    zoomBy(event->angleDelta().y() > 0 ? 1.25 : 0.8);
}

void PageView::drawBackground(QPainter *painter, const QRectF &rect)
{
    painter->fillRect(rect, palette().color(QPalette::Midlight));
    if (m_picture.isNull())
        return;
    const QRectF page(QPointF(), m_picture.size());
    painter->drawImage(page, m_picture.levelFor(zoom() * devicePixelRatioF()));
    QPen edge(hairline(palette()), 1);
    edge.setCosmetic(true);
    painter->setPen(edge);
    painter->drawRect(page);
}

int PageView::bandHeight() const
{
    return fontMetrics().height() + 12;
}

void PageView::paintBand(QPainter &painter)
{
    const QRect band(0, 0, viewport()->width(), bandHeight());
    painter.fillRect(band, wash(Tone::Accent, palette()));
    painter.setPen(ink(Tone::Accent, palette()));
    painter.drawLine(band.bottomLeft(), band.bottomRight());
    painter.setFont(font());
    painter.setPen(ink(Tone::Plain, palette()));
    painter.drawText(band, Qt::AlignCenter, m_caption);
}

void PageView::drawForeground(QPainter *painter, const QRectF &)
{
    painter->save();
    painter->resetTransform();
    painter->setRenderHint(QPainter::Antialiasing);
    if (m_picture.isNull()) {
        painter->setFont(font());
        painter->setPen(ink(Tone::Quiet, palette()));
        painter->drawText(viewport()->rect().adjusted(40, 0, -40, 0),
                          Qt::AlignCenter | Qt::TextWordWrap, m_hint);
    }
    if (!m_caption.isEmpty())
        paintBand(*painter);
    // Paper is white in both appearances, so the boxes always use the light inks.
    const QColor mark = ink(Tone::Accent, paletteFor(Appearance::Light));
    for (int i = 0; i < static_cast<int>(m_boxes.size()); ++i) {
        const QRect &box = m_boxes[static_cast<std::size_t>(i)];
        const QRectF shown = QRectF(mapFromScene(box).boundingRect()).adjusted(-3, -3, 3, 3);
        QColor fill = mark;
        fill.setAlphaF(i == m_currentBox ? 0.10F : 0.03F);
        painter->setBrush(fill);
        QColor frame = mark;
        frame.setAlphaF(i == m_currentBox ? 1.0F : 0.45F);
        painter->setPen(QPen(frame, i == m_currentBox ? 2 : 1));
        painter->drawRoundedRect(shown, 3, 3);
    }
    for (PageOverlay *overlay : m_overlays) {
        painter->save();
        overlay->paint(*painter, *this);
        painter->restore();
    }
    painter->restore();
}

}  // namespace station::gui
