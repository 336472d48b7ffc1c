#include "app/gui/counter/proof_line.h"

#include "app/gui/counter/sign_words.h"
#include "app/gui/widgets/key_button.h"
#include "app/gui/widgets/state_label.h"

#include <QHBoxLayout>

namespace station::gui {

ProofLine::ProofLine(QAction &retry, QWidget *parent)
    : QWidget(parent), m_text(new StateLabel),
      m_retry(new KeyButton(&retry, KeyButton::Weight::Small))
{
    setObjectName(QStringLiteral("proofLine"));
    m_text->setObjectName(QStringLiteral("proofText"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text);
    hide();
    m_retry->hide();
}

void ProofLine::showState(const ProofState &state)
{
    m_text->setState(Mark::Clock, Tone::Quiet, SignWords::proof(state));
    setVisible(state.waiting > 0);
    m_retry->setVisible(state.waiting > 0);
}

}  // namespace station::gui
