#pragma once

#include "app/gui/counter/side_flags.h"

#include <QWidget>

#include <initializer_list>

class QAction;
class QLabel;

namespace station::gui {

/// What is peculiar about the page on the screen, in sentences below it, with what can be
/// done about it now. Hidden while there is nothing to say.
class FlagNote final : public QWidget {
    Q_OBJECT

public:
    /// Of the remedies, those have a button that are enabled.
    explicit FlagNote(std::initializer_list<QAction *> remedies, QWidget *parent = nullptr);

    void showFlags(const std::vector<SideFlag> &flags);
    QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_text;
    Mark m_mark = Mark::Attention;
    bool m_information = false;
};

}  // namespace station::gui
