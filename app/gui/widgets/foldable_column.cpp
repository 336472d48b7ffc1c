#include "app/gui/widgets/foldable_column.h"

namespace station::gui {

FoldableColumn::FoldableColumn(QWidget *content, int width, QWidget *parent)
    : QWidget(parent), m_content(content), m_width(width)
{
    content->setParent(this);
    setOpen(true);
}

void FoldableColumn::setOpen(bool open)
{
    setFixedWidth(open ? m_width : 0);
}

void FoldableColumn::resizeEvent(QResizeEvent *)
{
    m_content->setGeometry(0, 0, m_width, height());
}

}  // namespace station::gui
