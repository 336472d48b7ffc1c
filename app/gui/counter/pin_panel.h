#pragma once

#include "core/base/secret.h"

#include <QWidget>

class QLineEdit;

namespace station::gui {

/// Asks for the PIN of the signing token, once for the session. Not a dialog:
/// the page stays in view.
class PinPanel final : public QWidget {
    Q_OBJECT

public:
    explicit PinPanel(QWidget *parent = nullptr);

    void ask();        ///< Clears the field and takes the focus.
    Secret takePin();  ///< Empties the field; the PIN is nowhere else.

signals:
    void signRequested();
    void cancelled();

private:
    QLineEdit *m_pin;
};

}  // namespace station::gui
