#pragma once

#include <QUndoCommand>

#include <functional>

namespace station::gui {

/// Something that was done already and can be taken back: pushing it on the
/// stack does not do it again.
class UndoStep final : public QUndoCommand {
public:
    using Act = std::function<void()>;

    UndoStep(Act undo, Act redo) : m_undo(std::move(undo)), m_redo(std::move(redo)) {}

    void undo() override { m_undo(); }
    void redo() override
    {
        if (m_pushed)
            m_redo();
        m_pushed = true;
    }

private:
    Act m_undo;
    Act m_redo;
    bool m_pushed = false;
};

}  // namespace station::gui
