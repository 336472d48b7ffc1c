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

void SideEditing::withShown(Act act)
{
    const QString side = m_pages.currentSide();
    m_undo.inOrder([this, side, act = std::move(act)] {
        if (const auto placed = find(side))
            act(*placed);
    });
}

std::optional<SideEditing::Placed> SideEditing::find(const QString &side) const
{
    if (!m_open.view())
        return std::nullopt;
    for (const ChecklistPaper &paper : m_open.view()->papers) {
        const auto sides = dossier::sidesOf(paper.component.state);
        const auto found = std::find_if(sides.begin(), sides.end(),
                                        [&](const auto &one) { return one.id == side; });
        if (found != sides.end())
            return Placed{paper.component.code, sides,
                          static_cast<std::size_t>(found - sides.begin())};
    }
    return std::nullopt;
}

template <typename Work>
void SideEditing::edit(Work work, const QString &what, std::function<void()> then)
{
    m_undo.beginEdit();
    inBackground(
        this, m_lane,
        [&desk = m_desk, uuid = m_open.uuid(), work = std::move(work)] { return work(desk, uuid); },
        [this, what, then = std::move(then)](const Expected<DossierView> &view) {
            if (view)
                m_open.update(*view);
            if (view && then)
                then();
            m_undo.endEdit(view.has_value());
            if (!view)
                emit failed(view.error());
            else if (!what.isEmpty())
                emit told(what);
        });
}

void SideEditing::toggleBlank()
{
    withShown([this](const Placed &now) {
        edit([id = now.side().id, blank = !now.side().blank](CounterDesk &desk,
                                                             const QString &uuid) {
            return desk.setBlank(uuid, id, blank);
        });
    });
}

void SideEditing::toggleOut()
{
    withShown([this](const Placed &now) {
        edit([id = now.side().id, out = !now.side().out](CounterDesk &desk, const QString &uuid) {
            return desk.setOut(uuid, id, out);
        });
    });
}

void SideEditing::turn(int byDeg)
{
    withShown([this, byDeg](const Placed &now) {
        edit([id = now.side().id, byDeg](CounterDesk &desk, const QString &uuid) {
            return desk.turn(uuid, id, byDeg);
        });
    });
}

void SideEditing::clean(const Placed &placed, const dossier::SideCleanup &cleanup)
{
    if (cleanup == placed.side().cleanup)
        return;
    edit([id = placed.side().id, cleanup](CounterDesk &desk, const QString &uuid) {
        return desk.setCleanup(uuid, id, cleanup);
    });
}

void SideEditing::toggle(CleanupStep step)
{
    withShown([this, step](const Placed &now) { clean(now, toggled(now.side().cleanup, step)); });
}

void SideEditing::crop(std::optional<QRect> part, std::optional<double> skewDeg)
{
    withShown([this, part, skewDeg](const Placed &now) {
        dossier::SideCleanup cleanup = now.side().cleanup;
        cleanup.part = part;
        cleanup.paperCrop = !part;
        cleanup.skewDeg = skewDeg;
        clean(now, cleanup);
    });
}

void SideEditing::cleanAutomatically()
{
    withShown([this](const Placed &now) { clean(now, automatic(now.side().cleanup)); });
}

void SideEditing::divide()
{
    withShown([this](const Placed &now) {
        const auto things = static_cast<int>(now.side().items.size());
        if (things < 2 || now.side().out)
            return;
        edit([id = now.side().id](CounterDesk &desk,
                                  const QString &uuid) { return desk.divide(uuid, id); },
             tr("%n thing(s) are sides of their own now", nullptr, things),
             [this, id = now.side().id] { showNextTo(id); });
    });
}

/// The first of the parts, when the clerk has not turned elsewhere meanwhile.
void SideEditing::showNextTo(const QString &side)
{
    const auto placed = find(side);
    if (placed && placed->at + 1 < placed->sides.size() && m_pages.currentSide() == side)
        m_pages.showSide(placed->sides.at(placed->at + 1).id);
}

void SideEditing::moveInPaper(int places)
{
    withShown([this, places](const Placed &now) {
        // In front of the side before, or of the one behind the side behind.
        const auto target = static_cast<std::ptrdiff_t>(now.at) + (places < 0 ? -1 : 2);
        const auto count = static_cast<std::ptrdiff_t>(now.sides.size());
        if (target < 0 || target > count)
            return;
        const QString before =
            target == count ? QString() : now.sides.at(static_cast<std::size_t>(target)).id;
        edit([id = now.side().id, component = now.component, before](CounterDesk &desk,
                                                                     const QString &uuid) {
            return desk.move(uuid, id, component, before);
        });
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
    withShown([this, row](const Placed &now) {
        const QString component = componentAt(row);
        if (component.isEmpty() || component == now.component)
            return;
        edit(
            [id = now.side().id, component](CounterDesk &desk, const QString &uuid) {
                return desk.move(uuid, id, component, {});
            },
            tr("The side is now the last one of paper %1").arg(row + 1));
    });
}

void SideEditing::splitToPaper(int row)
{
    withShown([this, row](const Placed &now) {
        const QString component = componentAt(row);
        if (!component.isEmpty() && component != now.component)
            splitTo(now, component);
    });
}

void SideEditing::splitToNext()
{
    withShown([this](const Placed &now) {
        const auto &papers = m_open.view()->papers;
        const auto here = std::find_if(papers.begin(), papers.end(), [&](const auto &paper) {
            return paper.component.code == now.component;
        });
        const auto next = std::find_if(here, papers.end(), [](const ChecklistPaper &paper) {
            return decisionToScan(paper) && dossier::sidesOf(paper.component.state).empty();
        });
        if (next != papers.end())
            return splitTo(now, next->component.code);
        emit told(tr("No paper behind this one waits for sides. Choose one with Ctrl+Shift and its "
                     "number"));
    });
}

void SideEditing::splitTo(const Placed &placed, const QString &component)
{
    edit([id = placed.side().id, component](
             CounterDesk &desk, const QString &uuid) { return desk.split(uuid, id, component); },
         tr("This side and all behind it are now in paper %1")
             .arg(paperNumber(*m_open.view(), component)));
}

}  // namespace station::gui
