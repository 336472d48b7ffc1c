#include "app/gui/counter/pages_controller.h"

#include "app/gui/counter/flag_note.h"
#include "app/gui/counter/side_flags.h"
#include "app/gui/counter/side_model.h"
#include "app/gui/widgets/page_view.h"

#include <QItemSelectionModel>
#include <QListView>

#include <algorithm>

namespace station::gui {

namespace {

/// The file on disk shows the same.
bool samePicture(const dossier::Side &first, const dossier::Side &second)
{
    return first.cleaned == second.cleaned && first.turnDeg == second.turnDeg &&
           first.widthPx == second.widthPx && first.heightPx == second.heightPx;
}

}  // namespace

PagesController::PagesController(CounterDesk &desk, SideModel &model, QListView &strip,
                                 PageView &view, FlagNote &note, QObject *parent)
    : QObject(parent), m_model(model), m_strip(strip), m_view(view), m_note(note), m_loader(desk)
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
    if (dossier != m_dossier) {
        m_dossier = dossier;
        m_pictured.clear();
        m_model.forgetThumbnails();
    }
    const QString before = currentSide();
    for (const dossier::Side &side : sides)
        loadThumbnail(side);
    const bool samePaper = std::any_of(sides.begin(), sides.end(),
                                       [&](const auto &side) { return side.id == before; });
    if (!samePaper)
        m_boxes.clear();
    // New rows around the page that the scan turned to: still nobody looked at it.
    m_adding = samePaper && m_following;
    m_model.setSides(sides);
    if (!sides.empty())
        m_strip.setCurrentIndex(samePaper ? m_model.indexOf(before) : m_model.index(0));
    m_adding = false;

    if (sides.empty()) {
        m_shown.clear();
        m_view.showNothing(hint);
        m_note.showFlags({});
        return;
    }
    showCurrent();
}

void PagesController::loadThumbnail(const dossier::Side &side)
{
    const auto known = m_pictured.constFind(side.id);
    if (known != m_pictured.constEnd() && samePicture(*known, side))
        return;
    m_pictured.insert(side.id, side);
    m_loader.forget(side.id);
    m_loader.requestThumbnail(m_dossier, side.id);
}

void PagesController::addSide(const dossier::Side &side, const QString &before)
{
    const bool isNew = !m_model.indexOf(side.id).isValid();
    m_model.put(side, before);
    loadThumbnail(side);
    if (isNew) {
        m_adding = true;
        m_strip.setCurrentIndex(m_model.indexOf(side.id));
        m_adding = false;
    } else if (side.id == currentSide())
        showCurrent();
}

QString PagesController::currentSide() const
{
    return m_strip.currentIndex().data(SideModel::IdRole).toString();
}

bool PagesController::isSeen(const QString &side) const
{
    return m_model.isSeen(side);
}

void PagesController::turn(int pages)
{
    const int row = qBound(0, m_strip.currentIndex().row() + pages, m_model.rowCount() - 1);
    m_strip.setCurrentIndex(m_model.index(row));
}

bool PagesController::showUnseenFlag()
{
    for (const dossier::Side &side : m_model.sides()) {
        if (!isFlagged(side) || isSeen(side.id))
            continue;
        m_following = false;
        m_strip.setCurrentIndex(m_model.indexOf(side.id));
        present();
        return true;
    }
    return false;
}

void PagesController::showSheet(int sheet)
{
    for (const dossier::Side &side : m_model.sides()) {
        if (side.sheet == sheet && !side.out)
            return m_strip.setCurrentIndex(m_model.indexOf(side.id));
    }
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
    QStringList wanted;
    for (const int near : {row, row + 1, row - 1}) {
        if (near >= 0 && near < m_model.rowCount())
            wanted << m_model.index(near).data(SideModel::IdRole).toString();
    }
    m_loader.requestPages(m_dossier, wanted);
    if (const dossier::Side *side = m_model.side(currentSide()))
        m_note.showFlags(SideFlags::of(*side));
    present();
}

void PagesController::present()
{
    const QString side = currentSide();
    const PagePicture *picture = m_loader.page(side);
    if (side.isEmpty() || !picture)
        return;
    const bool same = side == m_shown;
    m_shown = side;
    m_view.showPage(*picture, same);
    m_view.setAccessibleDescription(m_strip.currentIndex().data(Qt::AccessibleTextRole).toString());
    applyEvidence();
    if (!m_following && !isSeen(side)) {
        m_model.setSeen(side);
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
