#include "app/gui/counter/open_dossier.h"

#include "app/gui/counter/paper_changes.h"

#include <algorithm>

namespace station::gui {

const ChecklistPaper *OpenDossier::paper(const QString &component) const
{
    if (!m_view)
        return nullptr;
    const auto found =
        std::find_if(m_view->papers.begin(), m_view->papers.end(),
                     [&](const auto &paper) { return paper.component.code == component; });
    return found == m_view->papers.end() ? nullptr : &*found;
}

void OpenDossier::open(const DossierView &view)
{
    m_view = view;
    m_current = view.papers.empty() ? QString() : view.papers.front().component.code;
    emit changed();
}

void OpenDossier::update(const DossierView &view)
{
    if (view.dossier.uuid != uuid())
        return;
    m_view = view;
    emit changed();
}

void OpenDossier::close()
{
    m_view.reset();
    m_current.clear();
    emit changed();
}

void OpenDossier::setCurrent(const QString &component)
{
    if (component == m_current || !paper(component))
        return;
    m_current = component;
    emit currentChanged();
}

void OpenDossier::putSide(const QString &uuid, const QString &component, const dossier::Side &side,
                          const QString &before)
{
    if (uuid != this->uuid())
        return;
    m_view->unseen.insert(side.id);
    for (ChecklistPaper &paper : m_view->papers) {
        if (paper.component.code == component)
            station::gui::putSide(paper.component.state, side, before);
    }
    emit sidePut(component);
}

void OpenDossier::takeSide(const QString &uuid, const QString &component, const QString &side)
{
    if (uuid != this->uuid())
        return;
    for (ChecklistPaper &paper : m_view->papers) {
        if (paper.component.code == component)
            station::gui::takeSide(paper.component.state, side);
    }
    emit changed();
}

}  // namespace station::gui
