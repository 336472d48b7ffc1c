#include "app/gui/counter/code_panel.h"

#include "app/gui/widgets/badge.h"
#include "app/gui/widgets/state_label.h"
#include "app/gui/widgets/value_edit.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace station::gui {

CodePanel::CodePanel(QWidget *parent)
    : QWidget(parent), m_code(new ValueEdit), m_state(new StateLabel),
      //: In capitals: a digitization code that is not claimed in the repository yet.
      m_provisional(new Badge(tr("PROVISIONAL"), Tone::Attention))
{
    setObjectName(QStringLiteral("codePanel"));
    //: Mã kết quả số hóa (TT 01/2023/TT-VPCP).
    auto *label = new QLabel(tr("Digitization code"));
    QFont bold = label->font();
    bold.setWeight(QFont::DemiBold);
    label->setFont(bold);
    label->setBuddy(m_code);

    m_code->setObjectName(QStringLiteral("digitizationCode"));
    m_code->setAccessibleName(label->text());
    m_code->setReadOnly(true);
    m_code->setAttribute(Qt::WA_InputMethodEnabled, false);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 12);
    layout->setSpacing(5);
    m_provisional->setObjectName(QStringLiteral("provisionalBadge"));
    auto *head = new QHBoxLayout;
    head->addWidget(label, 1);
    head->addWidget(m_provisional);
    layout->addLayout(head);
    layout->addWidget(m_code);
    layout->addWidget(m_state);

    connect(m_code, &ValueEdit::confirmed, this, &CodePanel::acceptRequested);
    showCode(State::None, {});
}

void CodePanel::showCode(State state, const QString &code)
{
    m_code->setValue(code);
    m_provisional->setVisible(state == State::Proposed || state == State::Accepted);
    switch (state) {
    case State::None:
        m_state->setState(Mark::Waiting, Tone::Quiet, tr("comes when all fields are confirmed"));
        break;
    case State::Proposed:
        m_state->setState(Mark::Attention, Tone::Attention, tr("proposed, Enter accepts it"));
        break;
    case State::Accepted:
        m_state->setState(Mark::Check, Tone::Accent, tr("accepted, final when it is claimed"));
        break;
    case State::Final:
        m_state->setState(Mark::Check, Tone::Good, tr("final"));
        break;
    }
}

void CodePanel::focusCode()
{
    m_code->setFocus(Qt::OtherFocusReason);
}

}  // namespace station::gui
