#pragma once

#include "app/gui/counter/signing_values.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QScrollArea;
class QVBoxLayout;

namespace station::gui {

class CounterActions;
class KeyButton;
struct SignNote;

/// Who signs, what has to be known before, and the PIN, once for all copies. Not a
/// dialog: the page stays in view.
class PinPanel final : public QWidget {
    Q_OBJECT

public:
    /// What the panel waits for.
    enum class Stage {
        Choose,    ///< One of several certificates.
        LastTry,   ///< The clerk's word that he knows; no field yet.
        Type,      ///< The PIN.
        Keypad,    ///< Enter; the PIN is typed on the token then.
        Helpless,  ///< Nothing here can sign.
    };

    explicit PinPanel(CounterActions &actions, QWidget *parent = nullptr);

    /// Shows what is known and takes the focus.
    void ask(const SigningOutlook &outlook);
    /// The key wants one more PIN, for the signature that comes.
    void askForNext();
    Stage stage() const { return m_stage; }

    void accept();        ///< As Enter does.
    void acknowledge();   ///< The last try is known.
    void showUnusable();  ///< Shows or hides why others cannot sign.
    bool hasUnusable() const;

    /// The certificate that was chosen; empty: none is shown.
    QString chosen() const;
    Secret takePin();  ///< Empties the field; the PIN is nowhere else.

signals:
    void signRequested();
    void stageChanged();
    void cancelled();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build(CounterActions &actions);
    const SigningCertificate *current() const;
    void choose(int row);
    void fitChoices();
    void showPin();
    void showCurrent();
    void enter(Stage stage);
    void showNotes(const std::vector<SignNote> &notes);
    void complain(const QString &text);  ///< Empty: no longer.

    SigningOutlook m_outlook{};
    QString m_before{};  ///< Chosen the last time.
    int m_row = -1;      ///< Of m_outlook.certificates.
    Stage m_stage = Stage::Helpless;
    QLabel *m_heading;
    QLabel *m_name;
    QLabel *m_token;
    QWidget *m_noteBox;
    QVBoxLayout *m_notes;
    QLabel *m_chooseLabel;
    QListWidget *m_choices;
    KeyButton *m_known;
    QLabel *m_pinLabel;
    QLineEdit *m_pin;
    QLabel *m_complaint;
    QLabel *m_hint;
    KeyButton *m_why;
    QLabel *m_unusable;
    QScrollArea *m_scroll;
};

}  // namespace station::gui
