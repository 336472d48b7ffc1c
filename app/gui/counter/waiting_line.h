#pragma once

#include "app/gui/counter/signing_values.h"

#include <QWidget>

class QAction;

namespace station::gui {

class StateLabel;

/// One quiet line about work that goes on without the clerk: signed copies whose time stamp is
/// still to come, dossiers that are not in the repository yet. Hidden while nothing waits.
class WaitingLine final : public QWidget {
    Q_OBJECT

public:
    explicit WaitingLine(QAction &retry, QWidget *parent = nullptr);

    void showProof(const ProofState &state);
    void showOutbox(const OutboxState &state);
    const ProofState &proof() const { return m_proof; }
    const OutboxState &outbox() const { return m_outbox; }
    /// The key that tries now; stands beside the line, so that the line stays low.
    QWidget *retry() const { return m_retry; }

private:
    void update();

    QAction &m_action;
    StateLabel *m_text;
    QWidget *m_retry;
    ProofState m_proof{};
    OutboxState m_outbox{};
};

}  // namespace station::gui
