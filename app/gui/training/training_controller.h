#pragma once

#include "app/gui/training/training_panel.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <stop_token>

namespace station::gui {

/// Works the training tray for the panel, on a thread of its own: also while a
/// scan waits for a hand. Without a tray the panel never shows.
class TrainingController final : public QObject {
    Q_OBJECT

public:
    TrainingController(CounterDesk &desk, TrainingPanel &panel, QObject *parent = nullptr);
    ~TrainingController() override;

    void toggle();   ///< Unfolds with the focus, or folds away.
    void refresh();  ///< Soon: what lies in the feeder may have changed.

signals:
    void trayFound();
    void pinKnown(const QString &pin);  ///< Of the training token; empty: there is none.
    void failed(const station::Error &error);

private:
    void work(const TrainingPanel::Deed &deed);

    CounterDesk &m_desk;
    TrainingPanel &m_panel;
    QThreadPool m_lane{};
    std::stop_source m_ending{};
    QThreadPool m_tokenLane{};  ///< The token may have to be made first.
    QTimer m_soon{};
    TrainingTray *m_tray = nullptr;
};

}  // namespace station::gui
