#pragma once

#include <QWidget>

class QVBoxLayout;

namespace station::gui {

/// A quiet sheet with a title: one matter of a page.
class Card final : public QWidget {
    Q_OBJECT

public:
    explicit Card(const QString &title, QWidget *parent = nullptr);

    QVBoxLayout *content() const { return m_content; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_content;
};

}  // namespace station::gui
