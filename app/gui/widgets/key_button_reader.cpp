#include "app/gui/widgets/key_button_reader.h"

#include "app/gui/widgets/key_button.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace station::gui {
namespace {

class KeyButtonReader final : public QAccessibleWidget {
public:
    explicit KeyButtonReader(KeyButton *button)
        : QAccessibleWidget(button, QAccessible::Button), m_button(button)
    {
    }

    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Accelerator ? m_button->key() : QAccessibleWidget::text(kind);
    }
    QAccessible::State state() const override
    {
        auto state = QAccessibleWidget::state();
        state.pressed = m_button->isDown();
        return state;
    }
    QStringList actionNames() const override
    {
        QStringList names = QAccessibleWidget::actionNames();
        if (m_button->isEnabled())
            names.prepend(pressAction());
        return names;
    }
    void doAction(const QString &name) override
    {
        if (name == pressAction())
            m_button->animateClick();
        else
            QAccessibleWidget::doAction(name);
    }
    QStringList keyBindingsForAction(const QString &name) const override
    {
        return name == pressAction() && !m_button->key().isEmpty() ? QStringList{m_button->key()}
                                                                   : QStringList();
    }

private:
    KeyButton *m_button;
};

/// Qt's own reader knows what to do with a tick.
QAccessibleInterface *readerOf(const QString &, QObject *object)
{
    auto *button = qobject_cast<KeyButton *>(object);
    return button && !button->isCheckable() ? new KeyButtonReader(button) : nullptr;
}

}  // namespace

void installKeyButtonReader()
{
    QAccessible::installFactory(readerOf);
}

}  // namespace station::gui
