#pragma once

#include <QWidget>

namespace station::gui {

/// Covers its window while nobody may read it: no page, no name shows, no key works.
class Curtain final : public QWidget {
    Q_OBJECT

public:
    explicit Curtain(QWidget *window);

    void setDown(bool down);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
};

}  // namespace station::gui
