#include "app/gui/widgets/line_edit.h"

#include <QLineEdit>

namespace station::gui {

QLineEdit *newLineEdit(const QString &objectName, const QString &accessibleName)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(objectName);
    edit->setAccessibleName(accessibleName);
    edit->setTextMargins(5, 3, 5, 3);
    return edit;
}

}  // namespace station::gui
