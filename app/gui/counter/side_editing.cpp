#include "app/gui/counter/side_editing.h"

#include "app/gui/base/in_background.h"
#include "app/gui/counter/open_dossier.h"
#include "app/gui/counter/pages_controller.h"
#include "app/gui/counter/paper_changes.h"
#include "app/gui/counter/undo_order.h"

#include <algorithm>

namespace station::gui {

SideEditing::SideEditing(CounterDesk &desk, QThreadPool &lane, OpenDossier &open,
                         PagesController &pages, UndoOrder &undo, QObject *parent)
    : QObject(parent), m_desk(desk), m_lane(lane), m_open(open), m_pages(pages), m_undo(undo)
{
}

std::optional<SideEditing::Shown> SideEditing::shown() const
{
    Shown shown{.paper = m_open.currentPaper()};
    if (!shown.paper)
        return std::nullopt;
    shown.sides = dossier::sidesOf(shown.paper->component.state);
    const auto found =
        std::find_if(shown.sides.begin(), shown.sides.end(),
                     [id = m_pages.currentSide()](const auto &side) { return side.id == id; });
    if (found == shown.sides.end())
        return std::nullopt;
    shown.at = static_cast<std::size_t>(found - shown.sides.begin());
    return shown;
}

template <typename Work>
void SideEditing::edit(Work work, const QString &what)
{
    m_undo.beginEdit();
    inBackground(
        this, m_lane,
        [&desk = m_desk, uuid = m_open.uuid(), work = std::move(work)] { return work(desk, uuid); },
        [this, what](const Expected<DossierView> &view) {
            if (view)
                m_open.update(*view);
            m_undo.endEdit(view.has_value());
            if (!view)
                emit failed(view.error());
            else if (!what.isEmpty())
                emit told(what);
        });
}

void SideEditing::toggleBlank()
{
    const auto now = shown();
    if (!now)
        return;
    edit([id = now->side().id, blank = !now->side().blank](CounterDesk &desk, const QString &uuid) {
        return desk.setBlank(uuid, id, blank);
    });
}

void SideEditing::toggleOut()
{
    const auto now = shown();
    if (!now)
        return;
    edit([id = now->side().id, out = !now->side().out](CounterDesk &desk, const QString &uuid) {
        return desk.setOut(uuid, id, out);
    });
}

void SideEditing::turn(int byDeg)
{
    const auto now = shown();
    if (!now)
        return;
    edit([id = now->side().id, byDeg](CounterDesk &desk, const QString &uuid) {
        return desk.turn(uuid, id, byDeg);
    });
}

void SideEditing::moveInPaper(int places)
{
    const auto now = shown();
    if (!now)
        return;
    // In front of the side before, or of the one behind the side behind.
    const auto target = static_cast<std::ptrdiff_t>(now->at) + (places < 0 ? -1 : 2);
    const auto count = static_cast<std::ptrdiff_t>(now->sides.size());
    if (target < 0 || target > count)
        return;
    const QString before =
        target == count ? QString() : now->sides.at(static_cast<std::size_t>(target)).id;
    edit([id = now->side().id, component = now->paper->component.code,
          before](CounterDesk &desk, const QString &uuid) {
        return desk.move(uuid, id, component, before);
    });
}

QString SideEditing::componentAt(int row) const
{
    const auto &papers = m_open.view()->papers;
    return row >= 0 && row < static_cast<int>(papers.size())
               ? papers.at(static_cast<std::size_t>(row)).component.code
               : QString();
}

void SideEditing::moveToPaper(int row)
{
    const auto now = shown();
    if (!now)
        return;
    const QString component = componentAt(row);
    if (component.isEmpty() || component == now->paper->component.code)
        return;
    edit([id = now->side().id, component](
             CounterDesk &desk, const QString &uuid) { return desk.move(uuid, id, component, {}); },
         tr("The side is now the last one of paper %1").arg(row + 1));
}

void SideEditing::splitToPaper(int row)
{
    const auto now = shown();
    if (!now)
        return;
    const QString component = componentAt(row);
    if (!component.isEmpty() && component != now->paper->component.code)
        splitTo(component);
}

void SideEditing::splitToNext()
{
    const auto now = shown();
    if (!now)
        return;
    const auto &papers = m_open.view()->papers;
    const auto here = std::find_if(papers.begin(), papers.end(), [&](const auto &paper) {
        return paper.component.code == now->paper->component.code;
    });
    const auto next = std::find_if(here, papers.end(), [](const ChecklistPaper &paper) {
        return decisionToScan(paper) && dossier::sidesOf(paper.component.state).empty();
    });
    if (next == papers.end()) {
        emit told(tr("No paper behind this one waits for sides. Choose one with Ctrl+Shift and its "
                     "number"));
        return;
    }
    splitTo(next->component.code);
}

void SideEditing::splitTo(const QString &component)
{
    edit([id = shown()->side().id, component](
             CounterDesk &desk, const QString &uuid) { return desk.split(uuid, id, component); },
         tr("This side and all behind it are now in paper %1")
             .arg(paperNumber(*m_open.view(), component)));
}

}  // namespace station::gui
