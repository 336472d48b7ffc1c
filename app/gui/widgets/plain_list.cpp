#include "app/gui/widgets/plain_list.h"

#include <QListView>

namespace station::gui {

QListView *newPlainList(const QString &objectName, const QString &accessibleName,
                        QAbstractItemModel &model)
{
    auto *view = new QListView;
    view->setObjectName(objectName);
    view->setAccessibleName(accessibleName);
    view->setModel(&model);
    view->setFrameShape(QFrame::NoFrame);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    return view;
}

}  // namespace station::gui
