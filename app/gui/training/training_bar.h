#pragma once

#include <QLabel>

namespace station::gui {

/// Says all the time that nothing here is real, and what one has to know for it: the PIN of the
/// training token, which is made at the very first start while the window works already.
class TrainingBar final : public QLabel {
    Q_OBJECT

public:
    explicit TrainingBar(const QString &trayKey, QWidget *parent = nullptr);

    void showPin(const QString &pin);  ///< Empty: there is no token.

private:
    void showText(const QString &ofToken);

    const QString m_trayKey;
};

}  // namespace station::gui
