#pragma once

#include "app/gui/counter/component_model.h"
#include "app/gui/counter/counter_desk.h"
#include "app/gui/counter/side_model.h"

#include <QMainWindow>

namespace station::gui {

class CounterController;
class CounterPage;
class TrainingController;

enum class WorkMode { Real, Training };

/// The clerk's window: frames the counter and shows, in training, that nothing
/// of it is real.
class CounterWindow final : public QMainWindow {
    Q_OBJECT

public:
    /// `trainingPin`: shown in training, where there is nobody to ask for it.
    explicit CounterWindow(CounterDesk &desk, WorkMode mode = WorkMode::Real,
                           const QString &trainingPin = {}, QWidget *parent = nullptr);
    ~CounterWindow() override;

    /// What the start found: sides that a kill or a power cut had left without a
    /// place and that have it now, and files that have found none.
    void tellRecovered(int sides, int unplacedFiles);

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    ComponentModel m_papers{};
    SideModel m_sides{};
    CounterPage *m_page;
    CounterController *m_controller;
    TrainingController *m_training;
};

}  // namespace station::gui
