#pragma once

#include <QWidget>

namespace station::gui {

/// A column or bar on its own ground with a hairline towards the page.
class SideArea final : public QWidget {
    Q_OBJECT

public:
    explicit SideArea(Qt::Edge edge, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Qt::Edge m_edge;
};

}  // namespace station::gui
