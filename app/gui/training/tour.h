#pragma once

#include "app/gui/counter/next_step.h"

#include <QWidget>

class QLabel;

namespace station::gui {

/// The guided first tour: says in training what the next step is for and what it does. Follows
/// the clerk, asks for nothing, and one key folds it away.
class Tour final : public QWidget {
    Q_OBJECT

public:
    explicit Tour(const QString &key, QWidget *parent = nullptr);

    void showStep(const NextStep &step);
    QString text() const;

private:
    static QString words(Step step);

    QLabel *m_text;
};

}  // namespace station::gui
