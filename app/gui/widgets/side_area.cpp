#include "app/gui/widgets/side_area.h"

#include "app/gui/base/theme.h"

#include <QPainter>

namespace station::gui {

SideArea::SideArea(Qt::Edge edge, QWidget *parent) : QWidget(parent), m_edge(edge) {}

void SideArea::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Window));
    painter.setPen(hairline(palette()));
    const QRect area = rect().adjusted(0, 0, -1, -1);
    switch (m_edge) {
    case Qt::TopEdge:
        painter.drawLine(area.topLeft(), area.topRight());
        break;
    case Qt::BottomEdge:
        painter.drawLine(area.bottomLeft(), area.bottomRight());
        break;
    case Qt::LeftEdge:
        painter.drawLine(area.topLeft(), area.bottomLeft());
        break;
    case Qt::RightEdge:
        painter.drawLine(area.topRight(), area.bottomRight());
        break;
    }
}

}  // namespace station::gui
