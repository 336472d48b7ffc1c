#pragma once

#include <QObject>

class QAction;

namespace station::gui {

/// Makes a checkable action last as long as its key is held. A click on its button lasts
/// until the next one; both end when the window is left.
class HeldAction final : public QObject {
    Q_OBJECT

public:
    explicit HeldAction(QAction &action, QObject *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QAction &m_action;
};

}  // namespace station::gui
