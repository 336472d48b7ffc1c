#include "app/gui/widgets/card.h"

#include "app/gui/base/theme.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace station::gui {

Card::Card(const QString &title, QWidget *parent) : QWidget(parent), m_content(new QVBoxLayout)
{
    auto *heading = new QLabel(title);
    QFont large = heading->font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    large.setWeight(QFont::DemiBold);
    heading->setFont(large);

    m_content->setSpacing(4);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 18);
    layout->setSpacing(12);
    layout->addWidget(heading);
    layout->addLayout(m_content, 1);
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hairline(palette()));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

}  // namespace station::gui
