#include "app/gui/counter/token_sign.h"

#include "app/gui/widgets/key_button.h"
#include "app/gui/widgets/state_label.h"

#include <QAccessible>
#include <QHBoxLayout>

namespace station::gui {

TokenSign::TokenSign(QAction &lock, QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("tokenSign"));
    auto *state = new StateLabel;
    state->setState(Mark::Unlocked, Tone::Accent, tr("Token unlocked"));
    setAccessibleName(state->word());
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(state);
    layout->addWidget(new KeyButton(&lock, KeyButton::Weight::Small));
    hide();
}

void TokenSign::showUnlocked(bool unlocked)
{
    if (unlocked != isHidden())
        return;
    setVisible(unlocked);
    if (!unlocked)
        return;
    QAccessibleEvent spoken(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&spoken);
}

}  // namespace station::gui
