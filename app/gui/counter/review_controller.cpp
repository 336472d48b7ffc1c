#include "app/gui/counter/review_controller.h"

#include "app/gui/base/in_background.h"
#include "app/gui/counter/open_dossier.h"
#include "app/gui/counter/pages_controller.h"
#include "app/gui/counter/paper_changes.h"
#include "app/gui/counter/side_model.h"

#include <chrono>
#include <utility>

namespace station::gui {
namespace {

using namespace std::chrono_literals;

constexpr auto batchTime = 250ms;

/// Sides that are to be signed; empty for a paper in any other state.
dossier::Sides sidesToSign(const ChecklistPaper &paper)
{
    const auto *captured = std::get_if<dossier::CapturedPaper>(&paper.component.state);
    return captured ? captured->sides : dossier::Sides();
}

}  // namespace

ReviewController::ReviewController(CounterDesk &desk, QThreadPool &lane, OpenDossier &open,
                                   PagesController &pages, SideModel &sides, QObject *parent)
    : QObject(parent), m_desk(desk), m_lane(lane), m_open(open), m_sides(sides)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(batchTime);
    connect(&m_soon, &QTimer::timeout, this, &ReviewController::flush);
    connect(&open, &OpenDossier::changed, this, &ReviewController::takeView);
    connect(&open, &OpenDossier::sidePut, this, &ReviewController::mark);
    connect(&pages, &PagesController::displayed, this, &ReviewController::take);
}

bool ReviewController::isUnseen(const dossier::Side &side) const
{
    const auto seen = m_seen.constFind(side.id);
    return side.isPage() && (seen == m_seen.constEnd() || !samePicture(*seen, side));
}

std::map<QString, UnseenPage> ReviewController::unseen() const
{
    std::map<QString, UnseenPage> first;
    if (!m_open.view())
        return first;
    for (const ChecklistPaper &paper : m_open.view()->papers) {
        int page = 0;
        for (const dossier::Side &side : sidesToSign(paper)) {
            ++page;
            if (isUnseen(side))
                first.try_emplace(paper.component.code, UnseenPage{side.id, page});
        }
    }
    return first;
}

void ReviewController::takeView()
{
    if (m_uuid != m_open.uuid()) {
        flush();
        m_seen.clear();
        m_uuid = m_open.uuid();
    }
    if (!m_open.view())
        return;
    for (const ChecklistPaper &paper : m_open.view()->papers) {
        for (const dossier::Side &side : sidesToSign(paper)) {
            if (!m_open.view()->unseen.contains(side.id))
                m_seen.insert(side.id, side);
        }
    }
    mark();
}

void ReviewController::take(const dossier::Side &side)
{
    if (!m_open.view())
        return;
    for (const ChecklistPaper &paper : m_open.view()->papers) {
        for (const dossier::Side &known : sidesToSign(paper)) {
            if (known.id != side.id || !isUnseen(known) || !samePicture(known, side))
                continue;
            m_seen.insert(side.id, side);
            m_untold << side.id;
            if (!m_soon.isActive())
                m_soon.start();
            mark();
            emit changed();
            return;
        }
    }
}

void ReviewController::flush()
{
    m_soon.stop();
    const QStringList sides = std::exchange(m_untold, {});
    if (sides.isEmpty())
        return;
    inBackground(
        this, m_lane, [&desk = m_desk, uuid = m_uuid, sides] { return desk.seen(uuid, sides); },
        [this](const Expected<> &told) {
            if (!told)
                emit failed(told.error());
        });
}

void ReviewController::distrust()
{
    inBackground(
        this, m_lane, [&desk = m_desk, uuid = m_uuid] { return desk.openDossier(uuid); },
        [this](const Expected<DossierView> &now) {
            if (!now || now->dossier.uuid != m_uuid)
                return;
            m_seen.clear();
            m_open.update(*now);
        });
}

void ReviewController::mark()
{
    QHash<QString, bool> sight;
    for (const ChecklistPaper &paper : m_open.view()->papers) {
        for (const dossier::Side &side : sidesToSign(paper)) {
            if (side.isPage())
                sight.insert(side.id, !isUnseen(side));
        }
    }
    m_sides.setSight(std::move(sight));
}

}  // namespace station::gui
