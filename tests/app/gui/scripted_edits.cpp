#include "tests/app/gui/scripted_edits.h"

#include "app/gui/counter/paper_changes.h"
#include "core/base/uuid7.h"

#include <algorithm>

namespace station::gui::test {

using dossier::EditKind;

dossier::Sides *ScriptedEdits::sidesOf(const QString &component)
{
    for (ChecklistPaper &paper : m_view.papers) {
        if (paper.component.code != component)
            continue;
        if (auto *captured = std::get_if<dossier::CapturedPaper>(&paper.component.state))
            return &captured->sides;
        if (auto *attached = std::get_if<dossier::AttachedPaper>(&paper.component.state))
            return &attached->sides;
    }
    return nullptr;
}

dossier::Side *ScriptedEdits::side(const QString &id)
{
    for (ChecklistPaper &paper : m_view.papers) {
        dossier::Sides *sides = sidesOf(paper.component.code);
        if (!sides)
            continue;
        const auto found = std::find_if(sides->begin(), sides->end(),
                                        [&](const auto &one) { return one.id == id; });
        if (found != sides->end())
            return &*found;
    }
    return nullptr;
}

ChecklistPaper *ScriptedEdits::paperOf(const QString &side)
{
    for (ChecklistPaper &paper : m_view.papers) {
        const dossier::Sides *sides = sidesOf(paper.component.code);
        if (sides && std::any_of(sides->begin(), sides->end(),
                                 [&](const auto &one) { return one.id == side; }))
            return &paper;
    }
    return nullptr;
}

void ScriptedEdits::put(const QString &component, const dossier::Side &side, const QString &before)
{
    for (ChecklistPaper &paper : m_view.papers) {
        if (paper.component.code == component)
            putSide(paper.component.state, side, before);
    }
}

void ScriptedEdits::takeOut(const QString &side)
{
    if (ChecklistPaper *paper = paperOf(side))
        takeSide(paper->component.state, side);
}

void ScriptedEdits::push(EditKind kind, std::vector<ChecklistPaper> before)
{
    m_steps.resize(m_done);
    m_steps.push_back({kind, std::move(before), m_view.papers});
    ++m_done;
    (void)told();
}

Expected<DossierView> ScriptedEdits::told()
{
    m_view.edits = {};
    if (m_done > 0)
        m_view.edits.undo = m_steps[m_done - 1].kind;
    if (m_done < m_steps.size())
        m_view.edits.redo = m_steps[m_done].kind;
    return m_view;
}

template <typename Change>
Expected<DossierView> ScriptedEdits::changeSide(EditKind kind, const QString &id, Change change)
{
    dossier::Side *found = side(id);
    if (!found)
        return fail(Fault::WrongOrder);
    record(kind, [&] { change(*found); });
    return told();
}

Expected<DossierView> ScriptedEdits::setBlank(const QString &side, bool blank)
{
    return changeSide(EditKind::MarkBlank, side, [&](auto &one) { one.blank = blank; });
}

Expected<DossierView> ScriptedEdits::setOut(const QString &side, bool out)
{
    return changeSide(EditKind::MarkOut, side, [&](auto &one) { one.out = out; });
}

Expected<DossierView> ScriptedEdits::turn(const QString &side, int byDeg)
{
    return changeSide(EditKind::Turn, side,
                      [&](auto &one) { one.turnDeg = (one.turnDeg + byDeg) % 360; });
}

Expected<DossierView> ScriptedEdits::move(const QString &side, const QString &component,
                                          const QString &before)
{
    ChecklistPaper *from = paperOf(side);
    if (!from)
        return fail(Fault::WrongOrder);
    record(EditKind::Move, [&] {
        const dossier::Side moved = *this->side(side);
        takeOut(side);
        put(component, moved, before);
    });
    return told();
}

Expected<DossierView> ScriptedEdits::split(const QString &side, const QString &component)
{
    ChecklistPaper *from = paperOf(side);
    if (!from)
        return fail(Fault::WrongOrder);
    record(EditKind::Split, [&] {
        const dossier::Sides all = *sidesOf(from->component.code);
        auto first =
            std::find_if(all.begin(), all.end(), [&](const auto &one) { return one.id == side; });
        for (; first != all.end(); ++first) {
            takeOut(first->id);
            put(component, *first, {});
        }
    });
    return told();
}

Expected<DossierView> ScriptedEdits::setCleanup(const QString &side,
                                                const dossier::SideCleanup &cleanup)
{
    return changeSide(EditKind::Cleanup, side, [&](auto &one) { one.cleanup = cleanup; });
}

Expected<DossierView> ScriptedEdits::divide(const QString &side)
{
    ChecklistPaper *paper = paperOf(side);
    if (!paper || this->side(side)->items.size() < 2)
        return fail(Fault::InvalidInput);
    record(EditKind::Divide, [&] {
        dossier::Sides &sides = *sidesOf(paper->component.code);
        auto at = std::find_if(sides.begin(), sides.end(),
                               [&](const auto &one) { return one.id == side; });
        at->out = true;
        const dossier::Side whole = *at;
        for (const QRect &item : whole.items) {
            dossier::Side part = whole;
            part.id = newUuid7();
            part.out = false;
            part.attention = {};
            part.items.clear();
            part.cleanup.part = item;
            at = sides.insert(at + 1, part);
        }
    });
    return told();
}

Expected<DossierView> ScriptedEdits::undo()
{
    if (m_done == 0)
        return fail(Fault::NothingToDo);
    m_view.papers = m_steps[--m_done].before;
    return told();
}

Expected<DossierView> ScriptedEdits::redo()
{
    if (m_done == m_steps.size())
        return fail(Fault::NothingToDo);
    m_view.papers = m_steps[m_done++].after;
    return told();
}

}  // namespace station::gui::test
