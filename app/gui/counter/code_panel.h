#pragma once

#include <QWidget>

namespace station::gui {

class Badge;
class StateLabel;
class ValueEdit;

/// The digitization code of the paper. Shows a code as final only when it is; until then a badge
/// beside it says that it is provisional.
class CodePanel final : public QWidget {
    Q_OBJECT

public:
    enum class State {
        None,      ///< The paper gets no code, or nothing is known yet.
        Proposed,  ///< Fields are confirmed; Enter accepts.
        Accepted,  ///< Waits for the claim in the repository.
        Final,     ///< Claimed.
    };

    explicit CodePanel(QWidget *parent = nullptr);

    void showCode(State state, const QString &code);
    void focusCode();

signals:
    void acceptRequested();

private:
    ValueEdit *m_code;
    StateLabel *m_state;
    Badge *m_provisional;
};

}  // namespace station::gui
