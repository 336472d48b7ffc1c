#include "app/gui/counter/decision_controller.h"

#include "app/gui/base/in_background.h"
#include "app/gui/counter/open_dossier.h"
#include "app/gui/counter/paper_changes.h"
#include "app/gui/counter/rescan_panel.h"
#include "app/gui/counter/reuse_panel.h"
#include "app/gui/counter/undo_step.h"

#include <QUndoStack>

#include <algorithm>

namespace station::gui {

using dossier::Decision;

DecisionController::DecisionController(CounterDesk &desk, QThreadPool &lane, OpenDossier &open,
                                       ReusePanel &panel, RescanPanel &rescan, QUndoStack &undo,
                                       QObject *parent)
    : QObject(parent), m_desk(desk), m_lane(lane), m_open(open), m_panel(panel), m_rescan(rescan),
      m_undo(undo)
{
    connect(&panel, &ReusePanel::reuseRequested, this, [this](const QString &code) {
        const QString component = m_open.current();
        reuse(component, code,
              remembering(component, [this, component, code] { reuse(component, code, [] {}); }));
    });
    connect(&rescan, &RescanPanel::reasonChosen, this, [this](workflow::RescanReason reason) {
        change(
            m_open.current(), Decision::Digitize, [] {}, reason);
    });
}

void DecisionController::decide(Decision decision)
{
    const ChecklistPaper *paper = m_open.currentPaper();
    if (!paper)
        return;
    if (decision == Decision::Reuse)
        return askReuse(paper->component.code);
    // What the citizen has given once is not asked for again without a reason.
    if (decision == Decision::Digitize && paper->advised == Decision::Reuse &&
        decisionOf(paper->component.state) != decision) {
        emit reasonNeeded();
        return m_rescan.ask();
    }
    ensure(paper->component.code, decision, [] {});
}

void DecisionController::ensure(const QString &component, Decision decision, Then then)
{
    const ChecklistPaper *paper = m_open.paper(component);
    if (!paper)
        return;
    if (decisionOf(paper->component.state) == decision)
        return then();
    change(component, decision, std::move(then));
}

void DecisionController::change(const QString &component, Decision decision, Then then,
                                std::optional<workflow::RescanReason> insteadOfReuse)
{
    const Then remember = remembering(component, [this, component, decision, insteadOfReuse] {
        apply(
            component, decision, [] {}, insteadOfReuse);
    });
    apply(
        component, decision,
        [remember, then = std::move(then)] {
            remember();
            then();
        },
        insteadOfReuse);
}

DecisionController::Then DecisionController::remembering(const QString &component, Then again)
{
    const ChecklistPaper *paper = m_open.paper(component);
    auto before = paper ? decisionOf(paper->component.state) : std::nullopt;
    // A link cannot be made again without its code; going back opens the slot.
    if (before == Decision::Reuse)
        before.reset();
    return [this, component, before, again = std::move(again)] {
        m_undo.push(
            new UndoStep([this, component, before] { apply(component, before, [] {}); }, again));
    };
}

void DecisionController::apply(const QString &component, std::optional<Decision> decision,
                               Then then, std::optional<workflow::RescanReason> insteadOfReuse)
{
    inBackground(
        this, m_lane,
        [&desk = m_desk, uuid = m_open.uuid(), component, decision, insteadOfReuse] {
            return desk.decide(uuid, component, decision, insteadOfReuse);
        },
        [this, then = std::move(then)](const Expected<DossierView> &view) { take(view, then); });
}

void DecisionController::reuse(const QString &component, const QString &code, Then then)
{
    inBackground(
        this, m_lane,
        [&desk = m_desk, uuid = m_open.uuid(), component, code] {
            return desk.reuse(uuid, component, code);
        },
        [this, then = std::move(then)](const Expected<DossierView> &view) { take(view, then); });
}

void DecisionController::take(const Expected<DossierView> &view, const Then &then)
{
    if (!view) {
        emit failed(view.error());
        return;
    }
    m_open.update(*view);
    then();
    emit decided();
}

void DecisionController::askReuse(const QString &component)
{
    inBackground(
        this, m_lane,
        [&desk = m_desk, uuid = m_open.uuid(), component] {
            return desk.storedCopies(uuid, component);
        },
        [this, component](const Expected<StoredCopies> &stored) {
            if (!stored || stored->copies.empty()) {
                emit failed(stored ? Error{Fault::NoReusableCopy} : stored.error());
                return;
            }
            const auto choices = std::ranges::count_if(
                stored->copies, [](const StoredCopy &copy) { return copy.whyNot.isEmpty(); });
            if (choices == 1) {
                const QString code = stored->copies.front().code;
                reuse(component, code, remembering(component, [this, component, code] {
                          reuse(component, code, [] {});
                      }));
            } else {
                m_panel.offer(*stored);
                emit choiceNeeded();
            }
        });
}

void DecisionController::correct()
{
    const ChecklistPaper *paper = m_open.currentPaper();
    if (!paper)
        return;
    const QString component = paper->component.code;
    const bool correcting = !paper->corrects;
    setCorrecting(component, correcting, [this, component, correcting] {
        m_undo.push(new UndoStep([=, this] { setCorrecting(component, !correcting, [] {}); },
                                 [=, this] { setCorrecting(component, correcting, [] {}); }));
    });
}

void DecisionController::setCorrecting(const QString &component, bool correcting, Then then)
{
    inBackground(
        this, m_lane,
        [&desk = m_desk, uuid = m_open.uuid(), component, correcting] {
            return correcting ? desk.correct(uuid, component)
                              : desk.giveUpCorrection(uuid, component);
        },
        [this, then = std::move(then)](const Expected<DossierView> &view) { take(view, then); });
}

}  // namespace station::gui
