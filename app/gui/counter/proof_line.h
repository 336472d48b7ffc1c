#pragma once

#include "app/gui/counter/signing_values.h"

#include <QWidget>

class QAction;

namespace station::gui {

class StateLabel;

/// One quiet line about signed copies whose time stamp is still to come. Hidden
/// while none waits.
class ProofLine final : public QWidget {
    Q_OBJECT

public:
    explicit ProofLine(QAction &retry, QWidget *parent = nullptr);

    void showState(const ProofState &state);
    /// The key that tries now; stands beside the line, so that the line stays low.
    QWidget *retry() const { return m_retry; }

private:
    StateLabel *m_text;
    QWidget *m_retry;
};

}  // namespace station::gui
