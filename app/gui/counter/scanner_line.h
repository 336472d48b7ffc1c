#pragma once

#include "app/gui/base/theme.h"
#include "app/gui/widgets/mark.h"

#include <QWidget>

class QProgressBar;

namespace station::gui {

class StateLabel;

/// One line about the scanner, and a bar while something runs.
class ScannerLine final : public QWidget {
    Q_OBJECT

public:
    explicit ScannerLine(QWidget *parent = nullptr);

    void showState(Mark mark, Tone tone, const QString &text);
    /// A total of 0: nobody knows how much there is.
    void showProgress(const QString &text, int done, int total);

private:
    StateLabel *m_text;
    QProgressBar *m_bar;
};

}  // namespace station::gui
