#include "app/gui/counter/undo_order.h"

#include "app/gui/base/in_background.h"
#include "app/gui/counter/capture_words.h"
#include "app/gui/counter/open_dossier.h"
#include "app/gui/counter/undo_step.h"

namespace station::gui {

UndoOrder::UndoOrder(CounterDesk &desk, QThreadPool &lane, OpenDossier &open, QObject *parent)
    : QObject(parent), m_desk(desk), m_lane(lane), m_open(open)
{
    // Whatever lands on the stack lies above what was undone below it.
    connect(&m_steps, &QUndoStack::indexChanged, this, [this](int index) {
        if (index > 0)
            m_below = 0;
    });
}

void UndoOrder::endEdit(bool happened)
{
    --m_running;
    if (happened)
        m_steps.push(new UndoStep([this] { goEdit(Direction::Back); },
                                  [this] { goEdit(Direction::Again); }));
    while (m_running == 0 && !m_waiting.empty()) {
        const auto act = std::move(m_waiting.front());
        m_waiting.pop_front();
        act();
    }
}

void UndoOrder::inOrder(std::function<void()> act)
{
    if (m_running > 0)
        m_waiting.push_back(std::move(act));
    else
        act();
}

bool UndoOrder::canUndo() const
{
    return m_steps.canUndo() || (m_open.view() && m_open.view()->edits.undo);
}

bool UndoOrder::canRedo() const
{
    return m_steps.canRedo() ||
           (m_steps.index() == 0 && m_open.view() && m_open.view()->edits.redo);
}

void UndoOrder::undo()
{
    inOrder([this] { go(Direction::Back); });
}

void UndoOrder::redo()
{
    inOrder([this] { go(Direction::Again); });
}

void UndoOrder::go(Direction direction)
{
    if (direction == Direction::Back) {
        if (m_steps.canUndo())
            return m_steps.undo();
        if (canUndo()) {
            ++m_below;
            goEdit(direction);
        }
        return;
    }
    if (m_below > 0 || !m_steps.canRedo()) {
        if (m_below > 0 || canRedo()) {
            m_below = qMax(0, m_below - 1);
            goEdit(direction);
        }
        return;
    }
    m_steps.redo();
}

void UndoOrder::goEdit(Direction direction)
{
    beginEdit();
    inBackground(
        this, m_lane,
        [&desk = m_desk, uuid = m_open.uuid(), direction] {
            return direction == Direction::Back ? desk.undoEdit(uuid) : desk.redoEdit(uuid);
        },
        [this, direction](const Expected<DossierView> &view) {
            if (view)
                take(*view, direction);
            endEdit(false);
            if (!view)
                emit failed(view.error());
        });
}

void UndoOrder::take(const DossierView &now, Direction direction)
{
    const auto before = m_open.view();
    if (!before || before->dossier.uuid != now.dossier.uuid)
        return;
    m_open.update(now);
    // The clerk sees what changed, also when it is in another paper.
    QString changed;
    for (std::size_t row = 0; row < qMin(before->papers.size(), now.papers.size()); ++row) {
        const auto &component = now.papers[row].component;
        if (component == before->papers[row].component)
            continue;
        if (changed.isEmpty() || component.code == m_open.current())
            changed = component.code;
    }
    if (!changed.isEmpty())
        m_open.setCurrent(changed);
    const auto &kind = direction == Direction::Back ? before->edits.undo : before->edits.redo;
    if (!kind)
        return;
    const QString word = CaptureWords::edit(*kind);
    //: %1 names the edit: turn, move, set aside …
    emit told(direction == Direction::Back ? tr("Undone: %1").arg(word)
                                           : tr("Done again: %1").arg(word));
}

void UndoOrder::clear()
{
    m_steps.clear();
    m_waiting.clear();
    m_below = 0;
}

}  // namespace station::gui
