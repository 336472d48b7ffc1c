#pragma once

#include <QPushButton>

class QAction;

namespace station::gui {

/// A button for an action with the action's key printed on it.
class KeyButton final : public QPushButton {
    Q_OBJECT

public:
    enum class Weight { Small, Normal, Primary };

    /// Follows the action's text, key and state; a click triggers it. A checkable action
    /// shows a tick or an empty ring.
    explicit KeyButton(QAction *action, Weight weight = Weight::Normal, QWidget *parent = nullptr);
    /// Without an action: text and key are set by hand.
    explicit KeyButton(const QString &name, Weight weight, QWidget *parent = nullptr);

    void setLabel(const QString &text, const QString &key);
    const QString &key() const { return m_key; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void follow(const QAction &action);

    Weight m_weight = Weight::Normal;
    QString m_key{};
};

}  // namespace station::gui
