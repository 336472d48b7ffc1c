#pragma once

#include "app/gui/widgets/page_overlay.h"
#include "app/gui/widgets/page_picture.h"

#include <QGraphicsView>
#include <QRect>

#include <optional>
#include <vector>

namespace station::gui {

/// One page: fits the view, zooms, moves by dragging or arrows, and shows the
/// ink that values were read from.
class PageView final : public QGraphicsView {
    Q_OBJECT

public:
    explicit PageView(QWidget *parent = nullptr);

    /// Keeps the zoom when it is the same page in a better picture.
    void showPage(const PagePicture &picture, bool samePage);
    void showNothing(const QString &hint);  ///< The hint stands where the page would.

    /// In place of the page until it is hidden, fitted, with the caption on a band above.
    void showOriginal(const PagePicture &picture, const QString &caption);
    /// The page is back as it stood: zoom, place and boxes.
    void hideOriginal();
    bool isOriginalShown() const { return m_behind.has_value(); }

    /// Boxes in pixels of the page. The current one is filled, the others are
    /// thin. Index -1: none is current.
    void setEvidence(std::vector<QRect> boxes, int current);

    void zoomIn() { zoomBy(1.25); }
    void zoomOut() { zoomBy(0.8); }
    void fitPage();
    void zoomToInk(const QRect &box);

    /// Drawn over the page, in the order they came; not owned.
    void addOverlay(PageOverlay &overlay);
    void removeOverlay(PageOverlay &overlay);

    const PagePicture &picture() const { return m_picture; }
    QRect currentEvidence() const;  ///< In pixels of the page; null: none.
    bool isFitted() const { return m_fitted; }
    qreal zoom() const { return transform().m11(); }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;

private:
    /// What the view shows and how.
    struct Stand {
        PagePicture picture{};
        std::vector<QRect> boxes{};
        int currentBox = -1;
        bool fitted = true;
        QTransform zoom{};
        QPointF centre{};
    };

    int bandHeight() const;
    void paintBand(QPainter &painter);
    void zoomBy(qreal factor);
    qreal fitScale() const;

    QGraphicsScene *m_scene;
    PagePicture m_picture{};
    QString m_hint{};
    std::vector<QRect> m_boxes{};
    int m_currentBox = -1;
    bool m_fitted = true;
    std::optional<Stand> m_behind{};  ///< The page while the original is shown.
    QString m_caption{};
    std::vector<PageOverlay *> m_overlays{};
};

}  // namespace station::gui
