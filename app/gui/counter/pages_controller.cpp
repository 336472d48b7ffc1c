#include "app/gui/counter/pages_controller.h"

#include "app/gui/counter/flag_note.h"
#include "app/gui/counter/paper_changes.h"
#include "app/gui/counter/side_flags.h"
#include "app/gui/counter/side_model.h"
#include "app/gui/widgets/page_view.h"

#include <QItemSelectionModel>
#include <QListView>

#include <algorithm>
#include <chrono>
#include <utility>

namespace station::gui {

namespace {

using namespace std::chrono_literals;

// Nobody has looked at a picture that was there for less.
constexpr auto lookTime = 300ms;
// A picture that takes longer to read is not waited for.
constexpr auto patience = 1500ms;

}  // namespace

PagesController::PagesController(CounterDesk &desk, SideModel &model, QListView &strip,
                                 PageView &view, FlagNote &note, QObject *parent)
    : QObject(parent), m_desk(desk), m_model(model), m_strip(strip), m_view(view), m_note(note),
      m_loader(desk)
{
    m_lookTimer.setSingleShot(true);
    m_lookTimer.setInterval(lookTime);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_lookTimer, &QTimer::timeout, this, &PagesController::endLook);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_expected.clear();
        endLinger();
        emit lookingChanged();
    });
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
        m_look.reset();
        m_lingering.reset();
        m_model.forgetThumbnails();
    }
    if (sides.empty() && lingers(hint))
        return m_model.setSides(sides);
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
        m_hint = hint;
        m_look.reset();
        showNothing();
        return;
    }
    m_lingering.reset();
    showCurrent();
}

void PagesController::showNothing()
{
    emit pageChanged();
    m_shown.clear();
    m_view.showNothing(m_hint);
    m_note.showFlags({});
}

/// The last page of a paper is often cleaned when the scan ends, and the next paper
/// has no page yet: the page stays until it could be looked at.
bool PagesController::lingers(const QString &hint)
{
    if (!m_lingering) {
        const dossier::Side *side = m_model.side(currentSide());
        if (!side || !side->cleaned || lookingAt() != side->id)
            return false;
        m_lingering = *side;
        m_patience.start();
    }
    m_hint = hint;
    return true;
}

void PagesController::endLinger()
{
    if (!m_lingering)
        return;
    m_lingering.reset();
    m_look.reset();
    showNothing();
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
    m_lingering.reset();
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

const dossier::Side *PagesController::current() const
{
    return m_model.side(currentSide());
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

void PagesController::showSide(const QString &side)
{
    m_following = false;
    m_strip.setCurrentIndex(m_model.indexOf(side));
    present();
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
    emit pageChanged();
    m_evidenceSide = side;
    m_boxes = boxes;
    m_currentBox = current;
    if (side >= 0 && side < m_model.rowCount() && m_strip.currentIndex().row() != side)
        m_strip.setCurrentIndex(m_model.index(side));
    applyEvidence();
}

void PagesController::showCurrent()
{
    emit pageChanged();
    const int row = m_strip.currentIndex().row();
    QStringList wanted;
    if (m_lingering)
        wanted << m_lingering->id;
    for (const int near : {row, row + 1, row - 1}) {
        if (near >= 0 && near < m_model.rowCount())
            wanted << m_model.index(near).data(SideModel::IdRole).toString();
    }
    m_loader.requestPages(m_dossier, wanted);
    if (const dossier::Side *side = current()) {
        const auto flags = SideFlags::of(*side);
        m_note.showFlags(flags);
        if (side->purged && !m_lingering) {
            m_shown.clear();
            return m_view.showNothing(flags.front().sentence);
        }
        expectLook(*side);
        if (side->cleaned && !m_following)
            m_desk.lookAt(m_dossier, side->id);
    }
    present();
}

void PagesController::present()
{
    const QString side = m_lingering ? m_lingering->id : currentSide();
    const PagePicture *picture = m_loader.page(side);
    if (side.isEmpty() || !picture || m_covered)
        return;
    const bool same = side == m_shown;
    m_shown = side;
    m_view.showPage(*picture, same);
    if (m_lingering)
        return beginLook(*m_lingering);
    m_view.setAccessibleDescription(m_strip.currentIndex().data(Qt::AccessibleTextRole).toString());
    applyEvidence();
    if (const dossier::Side *now = m_model.side(side))
        beginLook(*now);
    if (!m_following && !isSeen(side)) {
        m_model.setSeen(side);
        emit seenChanged();
    }
}

void PagesController::expectLook(const dossier::Side &side)
{
    const bool stands = m_look && m_look->id == side.id && samePicture(*m_look, side);
    if (side.id == m_expected || stands)
        return;
    m_expected = side.id;
    m_patience.start();
    emit lookingChanged();
}

void PagesController::beginLook(const dossier::Side &side)
{
    m_expected.clear();
    if (m_look && m_look->id == side.id && samePicture(*m_look, side))
        return;
    m_look = side;
    m_lookTimer.start();
    emit lookingChanged();
}

void PagesController::endLook()
{
    if (!m_look)
        return;
    // Behind a card or below other windows nobody sees it; it counts when it is back.
    if (m_covered || !m_view.isVisible() || m_view.window()->isMinimized())
        return m_lookTimer.start();
    const dossier::Side side = *std::exchange(m_look, std::nullopt);
    const dossier::Side *now = m_lingering ? &*m_lingering : m_model.side(side.id);
    // Turned or cleaned meanwhile: the new picture is on its way.
    if (side.id == m_shown && side.cleaned && now && samePicture(side, *now) &&
        m_loader.page(side.id)) {
        emit displayed(side);
        endLinger();
    }
    emit lookingChanged();
}

QString PagesController::lookingAt() const
{
    if (!m_expected.isEmpty())
        return m_expected;
    return m_look ? m_look->id : QString();
}

void PagesController::setCovered(bool covered)
{
    if (covered == m_covered)
        return;
    m_covered = covered;
    if (covered)
        return;
    // What was seen of the page before does not count on.
    if (m_look)
        m_lookTimer.start();
    present();
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
