#pragma once

#include "app/gui/counter/counter_desk.h"

#include <QObject>
#include <QUndoStack>

#include <deque>
#include <functional>

class QThreadPool;

namespace station::gui {

class OpenDossier;

/// One order of undo for everything. Steps of this session (decisions, fields)
/// lie on a stack; edits of sides are remembered by the desk and have a place
/// on the stack each. Below the stack lie the edits of earlier sessions.
class UndoOrder final : public QObject {
    Q_OBJECT

public:
    UndoOrder(CounterDesk &desk, QThreadPool &lane, OpenDossier &open, QObject *parent = nullptr);

    QUndoStack &steps() { return m_steps; }

    /// Now, or when the edits before it are through: keys may come faster than
    /// the desk answers, and each one means what is there then.
    void inOrder(std::function<void()> act);
    /// An edit of sides is on its way.
    void beginEdit() { ++m_running; }
    void endEdit(bool happened);

    void undo();
    void redo();
    void clear();  ///< Another dossier.
    bool canUndo() const;
    bool canRedo() const;

signals:
    void told(const QString &what);  ///< What was undone or done again.
    void failed(const station::Error &error);

private:
    enum class Direction { Back, Again };

    void go(Direction direction);
    void goEdit(Direction direction);
    void take(const DossierView &now, Direction direction);

    CounterDesk &m_desk;
    QThreadPool &m_lane;
    OpenDossier &m_open;
    QUndoStack m_steps{};
    std::deque<std::function<void()>> m_waiting{};  ///< Asked for while an edit runs.
    int m_running = 0;
    int m_below = 0;  ///< Edits undone below the stack; they come back first.
};

}  // namespace station::gui
