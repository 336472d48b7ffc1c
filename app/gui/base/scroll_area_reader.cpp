#include "app/gui/base/scroll_area_reader.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QWidget>

namespace station::gui {
namespace {

/// Lists, tables and texts have readers of their own, which look.
QAccessibleInterface *readerOf(const QString &className, QObject *object)
{
    if (className != QLatin1String("QScrollArea") && className != QLatin1String("QGraphicsView"))
        return nullptr;
    return new QAccessibleWidget(static_cast<QWidget *>(object), QAccessible::Client);
}

}  // namespace

void installScrollAreaReader()
{
    QAccessible::installFactory(readerOf);
}

}  // namespace station::gui
