#include "app/gui/base/input_method_guard.h"

#include <QInputMethodEvent>
#include <QWidget>

namespace station::gui {
namespace {

// Late commits were seen within some tens of milliseconds; nobody composes and
// commits a word of his own that fast.
constexpr qint64 lateCommitMs = 150;

}  // namespace

bool InputMethodGuard::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::FocusIn) {
        const auto *widget = qobject_cast<QWidget *>(object);
        if (widget && widget->testAttribute(Qt::WA_InputMethodEnabled)) {
            m_field = widget;
            m_sinceFocus.start();
            m_composing = false;
        }
    } else if (event->type() == QEvent::InputMethod && object == m_field) {
        const auto *typed = static_cast<QInputMethodEvent *>(event);
        if (!typed->preeditString().isEmpty())
            m_composing = true;
        else if (!typed->commitString().isEmpty() && !m_composing &&
                 m_sinceFocus.elapsed() < lateCommitMs)
            return true;
    }
    return false;
}

}  // namespace station::gui
