#pragma once

#include "core/base/secret.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace station::gui {

class KeyButton;

/// Asks for the PIN of the signing token, once for the session. Not a dialog:
/// the page stays in view.
class PinPanel final : public QWidget {
    Q_OBJECT

public:
    explicit PinPanel(QWidget *parent = nullptr);

    void ask(int copies);  ///< Clears the field and takes the focus.
    void setMessage(const QString &message);
    Secret takePin();  ///< Empties the field; the PIN is nowhere else.

signals:
    void signRequested();
    void cancelled();

private:
    QLabel *m_message;
    QLineEdit *m_pin;
    KeyButton *m_sign;
};

}  // namespace station::gui
