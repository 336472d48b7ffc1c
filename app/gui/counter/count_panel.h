#pragma once

#include <QWidget>

class QLineEdit;

namespace station::gui {

/// Asks how many sheets the clerk has counted. Not a dialog: the page stays in
/// view.
class CountPanel final : public QWidget {
    Q_OBJECT

public:
    explicit CountPanel(QWidget *parent = nullptr);

    void ask(int expected);  ///< Shows what was counted before and takes the focus.
    void accept();           ///< As Enter does.

signals:
    void counted(int sheets);  ///< 0: the count is taken back.
    void cancelled();

private:
    QLineEdit *m_sheets;
};

}  // namespace station::gui
