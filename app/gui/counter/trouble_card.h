#pragma once

#include "core/workflow/capture_events.h"

#include <QImage>
#include <QStringList>
#include <QWidget>

class QAction;
class QLabel;
class QVBoxLayout;

namespace station::gui {

class KeyButton;
class StateLabel;
class TroublePicture;

/// A trouble in words: what happened, to which paper, what is safe, what to do.
struct TroubleText {
    Fault picture = Fault::Internal;  ///< Which drawing fits.
    QString what{};
    QString paper{};
    QString safe{};
    QStringList steps{};
    QString lastSheet{};  ///< Below its picture; empty: there is none.
    QString goOn{};       ///< What Enter does.
};

/// The scan stands still: what happened, what to do with the hands, and how far
/// the paper has come. A part of the window, not a dialog; Enter and Esc answer.
class TroubleCard final : public QWidget {
    Q_OBJECT

public:
    TroubleCard(QAction &goOn, QAction &endHere, QWidget *parent = nullptr);

    void showText(const TroubleText &text);
    /// `paper`: which one is being scanned, in words.
    void showTrouble(const workflow::Pause &pause, const QString &paper);
    void showLastSheet(const QImage &picture);
    QString text() const;  ///< All of it, as a reader speaks it.

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *head();
    QWidget *lastSheet();
    void showSteps(const QStringList &steps);
    void foldLastSheet();

    TroublePicture *m_picture;
    QLabel *m_what;
    QLabel *m_paper;
    StateLabel *m_safe;
    QLabel *m_lastPicture;
    QLabel *m_lastCaption;
    QWidget *m_last;
    KeyButton *m_goOn;
    QVBoxLayout *m_steps;
    QStringList m_spoken{};
};

}  // namespace station::gui
