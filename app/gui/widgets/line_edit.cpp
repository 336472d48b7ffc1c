#include "app/gui/widgets/line_edit.h"

#include <QLineEdit>

namespace station::gui {
namespace {

/// Qt's own line edit tells an input method to compose even without WA_InputMethodEnabled.
class LineEdit final : public QLineEdit {
public:
    QVariant inputMethodQuery(Qt::InputMethodQuery query) const override
    {
        if (query == Qt::ImEnabled && !testAttribute(Qt::WA_InputMethodEnabled))
            return false;
        return QLineEdit::inputMethodQuery(query);
    }
};

}  // namespace

QLineEdit *newLineEdit(const QString &objectName, const QString &accessibleName)
{
    auto *edit = new LineEdit;
    edit->setObjectName(objectName);
    edit->setAccessibleName(accessibleName);
    edit->setTextMargins(5, 3, 5, 3);
    return edit;
}

}  // namespace station::gui
