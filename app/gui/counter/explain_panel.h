#pragma once

#include "core/dossier/sheet_tally.h"

#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;

namespace station::gui {

/// The sheets of a paper do not fit its count: scan the rest, or say why they
/// are right.
class ExplainPanel final : public QWidget {
    Q_OBJECT

public:
    /// `scanRest`, `scanAgain`: the ways out that have a key of their own.
    ExplainPanel(QAction &scanRest, QAction &scanAgain, QWidget *parent = nullptr);

    void ask(const dossier::SheetTally &tally);  ///< Takes the focus; what was typed stays.
    void accept();                               ///< As Enter does.
    void clear();

signals:
    void explained(const QString &explanation);
    void cancelled();

private:
    QLabel *m_problem;
    QWidget *m_scanAgain;
    QLineEdit *m_explanation;
};

}  // namespace station::gui
