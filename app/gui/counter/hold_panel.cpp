#include "app/gui/counter/hold_panel.h"

#include "app/gui/widgets/key_button.h"
#include "app/gui/widgets/line_edit.h"
#include "core/text/vietnamese.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace station::gui {

HoldPanel::HoldPanel(QWidget *parent)
    : QWidget(parent),
      m_reason(newLineEdit(QStringLiteral("holdReason"), tr("What the dossier waits for"))),
      m_forWhom(newLineEdit(QStringLiteral("holdForWhom"), tr("For which colleague")))
{
    setObjectName(QStringLiteral("holdPanel"));
    auto *heading = new QLabel(tr("Put the dossier aside"));
    QFont bold = heading->font();
    bold.setWeight(QFont::DemiBold);
    heading->setFont(bold);
    auto *reasonLabel = new QLabel(tr("What the dossier waits for"));
    reasonLabel->setBuddy(m_reason);
    auto *forLabel = new QLabel(tr("For which colleague"));
    forLabel->setBuddy(m_forWhom);
    m_forWhom->setPlaceholderText(tr("empty: nobody in particular"));
    auto *hint = new QLabel(tr("All of it stays as it is. Whoever opens it next sees the reason."));
    hint->setWordWrap(true);
    auto *cancel = new KeyButton(QStringLiteral("cancelHold"), KeyButton::Weight::Normal);
    cancel->setLabel(tr("Not now"), tr("Esc"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 8, 14, 12);
    layout->setSpacing(8);
    layout->addWidget(heading);
    layout->addWidget(reasonLabel);
    layout->addWidget(m_reason);
    layout->addWidget(forLabel);
    layout->addWidget(m_forWhom);
    layout->addWidget(hint);
    layout->addWidget(cancel);
    layout->addStretch();

    connect(m_reason, &QLineEdit::returnPressed, this, &HoldPanel::accept);
    connect(m_forWhom, &QLineEdit::returnPressed, this, &HoldPanel::accept);
    connect(cancel, &KeyButton::clicked, this, &HoldPanel::cancelled);
}

void HoldPanel::ask(const store::Hold &earlier)
{
    m_reason->setText(earlier.reason);
    m_forWhom->setText(earlier.forWhom);
    m_reason->setFocus(Qt::OtherFocusReason);
    m_reason->selectAll();
}

void HoldPanel::accept()
{
    const QString reason = text::nfc(m_reason->text().trimmed());
    if (reason.isEmpty())
        return m_reason->setFocus(Qt::OtherFocusReason);
    emit noted({.reason = reason, .forWhom = text::nfc(m_forWhom->text().trimmed())});
}

}  // namespace station::gui
