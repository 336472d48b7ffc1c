#include "app/gui/counter/pin_panel.h"

#include "app/gui/widgets/key_button.h"
#include "app/gui/widgets/line_edit.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace station::gui {

PinPanel::PinPanel(QWidget *parent)
    : QWidget(parent), m_pin(newLineEdit(QStringLiteral("pin"), tr("PIN of your signing token")))
{
    setObjectName(QStringLiteral("pinPanel"));
    auto *label = new QLabel(tr("PIN of your signing token"));
    QFont bold = label->font();
    bold.setWeight(QFont::DemiBold);
    label->setFont(bold);
    label->setBuddy(m_pin);
    auto *hint = new QLabel(
        tr("Asked once; the token then stays unlocked until you pull it or close the program."));
    hint->setWordWrap(true);

    m_pin->setEchoMode(QLineEdit::Password);
    m_pin->setMaxLength(64);
    m_pin->setAttribute(Qt::WA_InputMethodEnabled, false);
    m_pin->setContextMenuPolicy(Qt::NoContextMenu);

    auto *cancel = new KeyButton(QStringLiteral("cancelPin"), KeyButton::Weight::Normal);
    cancel->setLabel(tr("Not now"), tr("Esc"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 8, 14, 12);
    layout->setSpacing(8);
    layout->addWidget(label);
    layout->addWidget(m_pin);
    layout->addWidget(hint);
    layout->addWidget(cancel);
    layout->addStretch();

    connect(m_pin, &QLineEdit::returnPressed, this, &PinPanel::signRequested);
    connect(cancel, &KeyButton::clicked, this, &PinPanel::cancelled);
}

void PinPanel::ask()
{
    takePin();
    m_pin->setFocus(Qt::OtherFocusReason);
}

Secret PinPanel::takePin()
{
    QString typed = m_pin->text();
    m_pin->clear();
    QByteArray bytes = typed.toUtf8();
    // The field has let go of this string: filling it overwrites the characters.
    typed.fill(QLatin1Char('0'));
    return Secret(std::move(bytes));
}

}  // namespace station::gui
