#include "app/gui/base/container_readers.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QSet>
#include <QWidget>

namespace station::gui {
namespace {

/// Lists, tables and texts have readers of their own, which look.
QAccessibleInterface *readerOf(const QString &className, QObject *object)
{
    static const QSet<QString> containers{QStringLiteral("QScrollArea"),
                                          QStringLiteral("QGraphicsView"),
                                          QStringLiteral("QStackedWidget")};
    if (!containers.contains(className))
        return nullptr;
    return new QAccessibleWidget(static_cast<QWidget *>(object), QAccessible::Client);
}

}  // namespace

void installContainerReaders()
{
    QAccessible::installFactory(readerOf);
}

}  // namespace station::gui
