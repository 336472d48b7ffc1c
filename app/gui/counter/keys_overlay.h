#pragma once

#include "app/gui/counter/counter_actions.h"

#include <QWidget>

namespace station::gui {

/// All keys on one sheet over the window; F1 or Esc puts it away.
class KeysOverlay final : public QWidget {
    Q_OBJECT

public:
    KeysOverlay(const CounterActions &actions, QWidget *window);

    void toggle();
    void speakKeys();  ///< Its accessible name says them all, as they are now.

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Line {
        QString key{};
        QString text{};
        bool title = false;
    };

    static std::vector<std::vector<Line>> linesOf(const CounterActions &actions);
    static QString textOf(const QAction &action, const CounterActions &actions);
    bool takeEscape(QEvent *event);
    void cover();
    void paintLine(QPainter &painter, const QRect &row, const Line &line);

    const CounterActions &m_actions;
};

}  // namespace station::gui
