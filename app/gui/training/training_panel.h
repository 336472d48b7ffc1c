#pragma once

#include "app/gui/counter/counter_desk.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QSpinBox;

namespace station::gui {

class KeyButton;
class StateLabel;

/// What lies in the training scanner, as it was last asked.
struct TrayState {
    int sheets = 0;
    bool coverOpen = false;
    bool jammed = false;
    bool plugged = true;

    bool operator==(const TrayState &) const = default;
};

/// The hands of training: puts paper into the scanner that nobody can touch, and
/// makes its troubles. Slim, above the counter; a key folds it away.
class TrainingPanel final : public QWidget {
    Q_OBJECT

public:
    /// Something to be done with the tray, away from this thread.
    using Deed = std::function<Expected<>(TrainingTray &)>;

    explicit TrainingPanel(QWidget *parent = nullptr);

    void setPapers(const std::vector<ChecklistPaper> &papers);
    void choosePaper(const QString &component);  ///< The one that the clerk looks at.
    void showState(const TrayState &state);
    void focusFirst();

signals:
    void deedRequested(const station::gui::TrainingPanel::Deed &deed);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    KeyButton *button(const QString &name, const QString &text);
    void doOnClick(KeyButton *button, std::function<Deed()> deed);
    QLayout *paperRow();
    QLayout *troubleRow();
    QString chosenPaper() const;

    StateLabel *m_state;
    QComboBox *m_paper;
    QSpinBox *m_sheets;
    KeyButton *m_cover;
    KeyButton *m_plug;
    TrayState m_now{};
};

}  // namespace station::gui
