#pragma once

#include "app/gui/counter/batch_model.h"

#include <QWidget>

class QLabel;
class QListView;
class QProgressBar;

namespace station::gui {

class CounterActions;

/// A batch of signatures: every paper and how far it is, and the keys that hold it
/// between two papers. Its result stays until the clerk goes on.
class BatchPanel final : public QWidget {
    Q_OBJECT

public:
    enum class Stage { Running, Paused, Ending, Done };

    explicit BatchPanel(CounterActions &actions, QWidget *parent = nullptr);

    BatchModel &model() { return m_model; }
    void showStage(Stage stage);  ///< With what the model says now.
    void focusList();
    QString heading() const;

private:
    BatchModel m_model{};
    QLabel *m_heading;
    QLabel *m_hint;
    QProgressBar *m_bar;
    QListView *m_list;
    QWidget *m_pause;
    QWidget *m_stop;
};

}  // namespace station::gui
