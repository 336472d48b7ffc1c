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

private:
    StateLabel *m_text;
};

}  // namespace station::gui
