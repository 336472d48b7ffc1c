#include "app/gui/counter/side_marking.h"

#include "app/gui/base/in_background.h"
#include "app/gui/counter/open_dossier.h"
#include "app/gui/counter/undo_step.h"

#include <QUndoStack>

#include <algorithm>

namespace station::gui {

SideMarking::SideMarking(CounterDesk &desk, QThreadPool &lane, OpenDossier &open, QUndoStack &undo,
                         QObject *parent)
    : QObject(parent), m_desk(desk), m_lane(lane), m_open(open), m_undo(undo)
{
}

void SideMarking::toggleBlank(const QString &side)
{
    const ChecklistPaper *paper = m_open.currentPaper();
    if (!paper)
        return;
    const auto sides = dossier::sidesOf(paper->component.state);
    const auto shown =
        std::find_if(sides.begin(), sides.end(), [&](const auto &one) { return one.id == side; });
    if (shown == sides.end())
        return;
    const bool blank = !shown->blank;
    setBlank(side, blank);
    m_undo.push(new UndoStep([this, side, blank] { setBlank(side, !blank); },
                             [this, side, blank] { setBlank(side, blank); }));
}

void SideMarking::setBlank(const QString &side, bool blank)
{
    inBackground(
        this, m_lane,
        [&desk = m_desk, uuid = m_open.uuid(), side, blank] {
            return desk.setBlank(uuid, side, blank);
        },
        [this](const Expected<DossierView> &view) {
            if (view)
                m_open.update(*view);
            else
                emit failed(view.error());
        });
}

}  // namespace station::gui
