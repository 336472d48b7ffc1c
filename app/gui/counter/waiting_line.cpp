#include "app/gui/counter/waiting_line.h"

#include "app/gui/counter/sign_words.h"
#include "app/gui/widgets/key_button.h"
#include "app/gui/widgets/state_label.h"

#include <QAction>
#include <QHBoxLayout>

namespace station::gui {

WaitingLine::WaitingLine(QAction &retry, QWidget *parent)
    : QWidget(parent), m_action(retry), m_text(new StateLabel),
      m_retry(new KeyButton(&retry, KeyButton::Weight::Small))
{
    setObjectName(QStringLiteral("waitingLine"));
    m_text->setObjectName(QStringLiteral("waitingText"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text);
    update();
}

void WaitingLine::showProof(const ProofState &state)
{
    m_proof = state;
    update();
}

void WaitingLine::showOutbox(const OutboxState &state)
{
    m_outbox = state;
    update();
}

void WaitingLine::update()
{
    QStringList parts;
    const bool waits =
        m_outbox.dead > 0 || m_outbox.waiting > 0 || m_outbox.toTell > 0 || m_outbox.untold > 0;
    if (waits || m_outbox.lost > 0 || m_outbox.unanswered > 0)
        parts << SignWords::outbox(m_outbox);
    if (m_proof.waiting > 0)
        parts << SignWords::proof(m_proof);
    const bool needsHelp = m_outbox.dead > 0 || m_outbox.lost > 0 || m_outbox.untold > 0;
    m_text->setState(needsHelp ? Mark::Attention : Mark::Clock,
                     needsHelp ? Tone::Attention : Tone::Quiet, parts.join(QStringLiteral(" · ")));
    setVisible(!parts.isEmpty());
    m_retry->setVisible(waits || m_proof.waiting > 0);
    m_action.setEnabled(waits || m_proof.waiting > 0);
}

}  // namespace station::gui
