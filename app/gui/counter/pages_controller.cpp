#include "app/gui/counter/pages_controller.h"

#include "app/gui/counter/side_model.h"
#include "app/gui/widgets/page_view.h"

#include <QItemSelectionModel>
#include <QListView>

#include <algorithm>

namespace station::gui {

bool isFlagged(const dossier::Side &side)
{
    return side.blank || side.damaged;
}

PagesController::PagesController(CounterDesk &desk, SideModel &model, QListView &strip,
                                 PageView &view, QObject *parent)
    : QObject(parent), m_model(model), m_strip(strip), m_view(view), m_loader(desk)
{
    connect(strip.selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        m_following = m_adding;
        showCurrent();
    });
    connect(&m_loader, &PictureLoader::thumbnailReady, &model, &SideModel::setThumbnail);
    connect(&m_loader, &PictureLoader::pageReady, this, &PagesController::present);
}

void PagesController::showPaper(const QString &dossier, const dossier::Sides &sides,
                                const QString &hint)
{
    const QString before = m_strip.currentIndex().data(SideModel::IdRole).toString();
    for (const dossier::Side &side : sides) {
        const QModelIndex known = m_model.indexOf(side.id);
        const bool same =
            known.isValid() && m_model.sides().at(static_cast<std::size_t>(known.row())) == side;
        if (same)
            continue;
        m_loader.forget(side.id);
        m_loader.requestThumbnail(dossier, side.id);
    }
    const bool otherPaper = !m_model.indexOf(before).isValid() ||
                            std::none_of(sides.begin(), sides.end(),
                                         [&](const auto &side) { return side.id == before; });
    if (otherPaper)
        m_boxes.clear();
    m_dossier = dossier;
    m_model.setSides(sides);
    m_model.setSeen(m_seen);

    if (sides.empty()) {
        m_shown.clear();
        m_view.showNothing(hint);
        return;
    }
    const QModelIndex stay = m_model.indexOf(before);
    m_strip.setCurrentIndex(stay.isValid() ? stay : m_model.index(0));
    showCurrent();
}

void PagesController::addSide(const dossier::Side &side)
{
    const bool isNew = !m_model.indexOf(side.id).isValid();
    m_model.put(side);
    m_loader.forget(side.id);
    m_loader.requestThumbnail(m_dossier, side.id);
    if (isNew) {
        m_adding = true;
        m_strip.setCurrentIndex(m_model.indexOf(side.id));
        m_adding = false;
    } else if (m_strip.currentIndex() == m_model.indexOf(side.id))
        showCurrent();
}

void PagesController::turn(int pages)
{
    const int row = qBound(0, m_strip.currentIndex().row() + pages, m_model.rowCount() - 1);
    m_strip.setCurrentIndex(m_model.index(row));
}

bool PagesController::showUnseenFlag()
{
    for (const dossier::Side &side : m_model.sides()) {
        if (!isFlagged(side) || m_seen.contains(side.id))
            continue;
        m_following = false;
        m_strip.setCurrentIndex(m_model.indexOf(side.id));
        present();
        return true;
    }
    return false;
}

void PagesController::showEvidence(int side, const std::vector<QRect> &boxes, int current)
{
    m_evidenceSide = side;
    m_boxes = boxes;
    m_currentBox = current;
    if (side >= 0 && side < m_model.rowCount() && m_strip.currentIndex().row() != side)
        m_strip.setCurrentIndex(m_model.index(side));
    applyEvidence();
}

void PagesController::showCurrent()
{
    const int row = m_strip.currentIndex().row();
    for (const int near : {row, row + 1, row - 1}) {
        if (near >= 0 && near < m_model.rowCount())
            m_loader.requestPage(m_dossier, m_model.index(near).data(SideModel::IdRole).toString());
    }
    present();
}

void PagesController::present()
{
    const QString side = m_strip.currentIndex().data(SideModel::IdRole).toString();
    const PagePicture *picture = m_loader.page(side);
    if (side.isEmpty() || !picture)
        return;
    const bool same = side == m_shown;
    m_shown = side;
    m_view.showPage(*picture, same);
    m_view.setAccessibleDescription(m_strip.currentIndex().data(Qt::AccessibleTextRole).toString());
    applyEvidence();
    if (!m_following && !m_seen.contains(side)) {
        m_seen.insert(side);
        m_model.setSeen(m_seen);
        emit seenChanged();
    }
}

void PagesController::applyEvidence()
{
    if (m_boxes.empty() || m_model.indexOf(m_shown).row() != m_evidenceSide) {
        m_view.setEvidence({}, -1);
        return;
    }
    m_view.setEvidence(m_boxes, m_currentBox);
    if (m_currentBox >= 0)
        m_view.zoomToInk(m_boxes.at(static_cast<std::size_t>(m_currentBox)));
}

}  // namespace station::gui
