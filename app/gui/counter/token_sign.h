#pragma once

#include <QWidget>

class QAction;

namespace station::gui {

/// Says that a token is unlocked, and has the key that locks it. Hidden otherwise.
class TokenSign final : public QWidget {
    Q_OBJECT

public:
    explicit TokenSign(QAction &lock, QWidget *parent = nullptr);

    void showUnlocked(bool unlocked);
};

}  // namespace station::gui
