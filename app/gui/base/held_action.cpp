#include "app/gui/base/held_action.h"

#include <QAction>
#include <QCoreApplication>
#include <QKeyEvent>

namespace station::gui {

HeldAction::HeldAction(QAction &action, QObject *parent) : QObject(parent), m_action(action)
{
    // The shortcut takes the press alone; the release goes to whatever has the focus.
    connect(&action, &QAction::toggled, this, [this](bool on) {
        if (on)
            qApp->installEventFilter(this);
        else
            qApp->removeEventFilter(this);
    });
}

bool HeldAction::eventFilter(QObject *, QEvent *event)
{
    // Who goes elsewhere with the key held releases it there.
    if (event->type() == QEvent::WindowDeactivate)
        m_action.setChecked(false);
    if (event->type() != QEvent::KeyRelease)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    const int held = m_action.shortcut()[0].key();
    if (key->key() == held && !key->isAutoRepeat())
        m_action.setChecked(false);
    return false;
}

}  // namespace station::gui
