#pragma once

#include "app/gui/counter/component_model.h"
#include "app/gui/counter/counter_desk.h"
#include "app/gui/counter/side_model.h"
#include "core/config/settings.h"

#include <QMainWindow>
#include <QTimer>

namespace station::gui {

class CounterActions;
class CounterController;
class CounterPage;
class Curtain;
class KeysOverlay;
class TrainingController;

enum class WorkMode { Real, Training };

/// The clerk's window: frames the counter and shows, in training, that nothing
/// of it is real.
class CounterWindow final : public QMainWindow {
    Q_OBJECT

public:
    explicit CounterWindow(CounterDesk &desk, WorkMode mode = WorkMode::Real,
                           QWidget *parent = nullptr);
    ~CounterWindow() override;

    /// What the start found: sides that a kill or a power cut had left without a
    /// place and that have it now, and files that have found none.
    void tellRecovered(int sides, int unplacedFiles);

    /// See CounterActions::changeKeys.
    Expected<> changeKeys(const std::vector<config::KeyChoice> &choices);

    /// What is on the screen.
    struct Place {
        QString dossier{};  ///< Uuid; empty: none is open.
        QString paper{};
    };
    Place place() const;
    void goTo(const Place &place);

    /// Nobody may read it now, and the token is locked.
    void setSessionLocked(bool locked);

signals:
    void languageWanted();

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    ComponentModel m_papers{};
    SideModel m_sides{};
    CounterActions *m_actions;
    CounterPage *m_page;
    Curtain *m_curtain;
    KeysOverlay *m_keys;
    CounterController *m_controller;
    TrainingController *m_training;
    QTimer m_leaving{};  ///< Runs after a first wish to close.
};

}  // namespace station::gui
