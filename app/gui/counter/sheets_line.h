#pragma once

#include "app/gui/counter/counter_desk.h"

#include <QWidget>

class QAction;
class QLabel;

namespace station::gui {

class StateLabel;

/// How many sheets the paper has and should have, and what is odd about them.
class SheetsLine final : public QWidget {
    Q_OBJECT

public:
    explicit SheetsLine(QAction &count, QWidget *parent = nullptr);

    void showPaper(const ChecklistPaper &paper);

private:
    StateLabel *m_sheets;
    QLabel *m_oddities;
};

}  // namespace station::gui
