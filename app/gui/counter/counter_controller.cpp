#include "app/gui/counter/counter_controller.h"

#include "app/errors/error_text.h"
#include "app/gui/base/in_background.h"
#include "app/gui/counter/batch_panel.h"
#include "app/gui/counter/capture_words.h"
#include "app/gui/counter/component_model.h"
#include "app/gui/counter/count_panel.h"
#include "app/gui/counter/counter_actions.h"
#include "app/gui/counter/counter_page.h"
#include "app/gui/counter/explain_panel.h"
#include "app/gui/counter/hold_panel.h"
#include "app/gui/counter/message_bar.h"
#include "app/gui/counter/pages_area.h"
#include "app/gui/counter/paper_changes.h"
#include "app/gui/counter/pin_panel.h"
#include "app/gui/counter/rescan_panel.h"
#include "app/gui/counter/reuse_panel.h"
#include "app/gui/counter/scanner_line.h"
#include "app/gui/counter/sheets_line.h"
#include "app/gui/counter/side_flags.h"
#include "app/gui/counter/side_model.h"
#include "app/gui/counter/start_page.h"
#include "app/gui/counter/step_words.h"
#include "app/gui/counter/waiting_line.h"
#include "app/gui/counter/words.h"
#include "app/gui/widgets/page_view.h"
#include "core/sync/retry_policy.h"

#include <QAbstractButton>
#include <QApplication>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QListView>

#include <algorithm>

namespace station::gui {
namespace {

constexpr int soonMs = 100;

}  // namespace

using dossier::Decision;

CounterController::CounterController(CounterDesk &desk, CounterPage &page, CounterActions &actions,
                                     ComponentModel &papers, SideModel &sides, QObject *parent)
    : QObject(parent), m_desk(desk), m_page(page), m_actions(actions), m_papers(papers),
      m_entry(desk, m_lane, page.entry(), page.start()), m_undo(desk, m_lane, m_open),
      m_pages(desk, sides, page.strip(), page.pageView(), page.pages().note()),
      m_review(desk, m_lane, m_open, m_pages, sides),
      m_compare(desk, actions, m_pages, page.pageView()),
      m_fields(desk, m_lane, page.fields(), page.code(), m_pages, m_undo.steps()),
      m_decisions(desk, m_lane, m_open, page.reuse(), page.rescan(), m_undo.steps()),
      m_capture(desk, m_lane, m_open, page, actions, m_pages, m_decisions, m_undo),
      m_signing(desk, m_lane, m_open, page)
{
    m_lane.setMaxThreadCount(1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(soonMs);
    connectPage();
    connectActions();
    connectControllers();
    m_desk.watchProof([this](const ProofState &state) {
        QMetaObject::invokeMethod(this, [this, state] { m_page.waiting().showProof(state); });
    });
    m_desk.watchOutbox([this](const OutboxState &state) {
        QMetaObject::invokeMethod(this, [this, state] { takeOutbox(state); });
    });
    m_capture.lookForScanner();
    m_entry.refresh();
    showDossier();
    m_page.entry().setFocus();
}

CounterController::~CounterController()
{
    m_signing.windowClosing();
    m_fields.keepTyped();
    m_review.flush();
    m_lane.waitForDone();
    m_desk.watchProof({});
    m_desk.watchOutbox({});
}

void CounterController::connectPage()
{
    connect(&m_entry, &EntryController::opened, this, &CounterController::open);
    connect(&m_entry, &EntryController::ownerWanted, this, &CounterController::leaveDossier);
    connect(&m_entry, &EntryController::failed, this, &CounterController::showError);
    connect(&m_entry, &EntryController::nothingHeld, this, [this] {
        m_page.message().showMessage(Tone::Plain, tr("No other dossier was put aside"), {});
    });
    connect(m_page.checklist().selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &now) {
                m_open.setCurrent(now.data(ComponentModel::CodeRole).toString());
            });
    connect(&m_page, &CounterPage::primaryPressed, this, &CounterController::pressPrimary);
    connect(&m_page.pin(), &PinPanel::cancelled, this, &CounterController::cancel);
    connect(&m_page.reuse(), &ReusePanel::cancelled, this, &CounterController::cancel);
    connect(&m_page.count(), &CountPanel::cancelled, this, &CounterController::cancel);
    connect(&m_page.explain(), &ExplainPanel::cancelled, this, &CounterController::cancel);
    connect(&m_page.rescan(), &RescanPanel::cancelled, this, &CounterController::cancel);
    connect(&m_page.hold(), &HoldPanel::cancelled, this, &CounterController::cancel);
    connect(&m_page.hold(), &HoldPanel::noted, this, &CounterController::putAside);
    // The space bar belongs to a focused button.
    connect(qApp, &QApplication::focusChanged, this, [this] { updateStep(); });
}

void CounterController::connectActions()
{
    const auto on = [this](QAction *action, auto act) {
        connect(action, &QAction::triggered, this, act);
    };
    on(m_actions.findDossier, [this] {
        m_page.entry().setFocus();
        m_page.entry().selectAll();
    });
    on(m_actions.newDossier, [this] {
        leaveDossier();
        m_page.start().startNew();
    });
    on(m_actions.hold, [this] {
        showPanel(CounterPage::Panel::Hold);
        m_page.hold().ask(m_note);
    });
    on(m_actions.nextHeld, [this] { m_entry.openHeld(m_open.uuid()); });
    for (std::size_t row = 0; row < m_actions.papers.size(); ++row)
        on(m_actions.papers[row], [this, row] { selectRow(static_cast<int>(row)); });
    on(m_actions.digitize, [this] { decide(Decision::Digitize); });
    on(m_actions.reuse, [this] { decide(Decision::Reuse); });
    on(m_actions.attach, [this] { decide(Decision::Attach); });
    on(m_actions.shownOnly, [this] { decide(Decision::ShownOnly); });
    on(m_actions.refuse, [this] { decide(Decision::Refuse); });
    on(m_actions.correct, [this] { m_decisions.correct(); });
    on(m_actions.cancel, [this] { cancel(); });
    on(m_actions.nextForHuman, [this] { nextForHuman(); });
    on(m_actions.previousPage, [this] { m_pages.turn(-1); });
    on(m_actions.nextPage, [this] { m_pages.turn(1); });
    on(m_actions.zoomIn, [this] { m_page.pageView().zoomIn(); });
    on(m_actions.zoomOut, [this] { m_page.pageView().zoomOut(); });
    on(m_actions.zoomFit, [this] { m_page.pageView().fitPage(); });
    on(m_actions.sign, [this] { sign(); });
    on(m_actions.pauseSigning, [this] { m_signing.pause(); });
    on(m_actions.scanOn, [this] { goOnSigning(); });
    on(m_actions.knowLastTry, [this] { m_page.pin().acknowledge(); });
    on(m_actions.whyNotOthers, [this] { m_page.pin().showUnusable(); });
    on(m_actions.lockToken, [this] { m_signing.lock(); });
    on(m_actions.retryWaiting, [this] {
        m_desk.retryProof();
        m_desk.retryOutbox();
    });
    on(m_actions.handOver, [this] { handOver(); });
    on(m_actions.undo, [this] { m_undo.undo(); });
    on(m_actions.redo, [this] { m_undo.redo(); });
}

void CounterController::connectControllers()
{
    connect(&m_open, &OpenDossier::changed, this, &CounterController::showDossier);
    connect(&m_open, &OpenDossier::currentChanged, this, &CounterController::showCurrentPaper);
    connect(&m_open, &OpenDossier::sidePut, this, [this](const QString &component) {
        if (const ChecklistPaper *paper = m_open.paper(component))
            m_papers.setPaper(*paper);
        if (!m_soon.isActive())
            m_soon.start();
    });
    connect(&m_soon, &QTimer::timeout, this, [this] {
        showSheets();
        updateStep();
        emit paperMoved();
    });

    connect(&m_pages, &PagesController::seenChanged, this, &CounterController::updateStep);
    connect(&m_pages, &PagesController::lookingChanged, this, &CounterController::updateStep);
    connect(&m_compare, &CompareController::failed, this, &CounterController::showError);
    connect(&m_review, &ReviewController::failed, this, &CounterController::showError);
    connect(&m_review, &ReviewController::changed, this, [this] {
        updateStep();
        if (std::exchange(m_signWhenSeen, false) && m_review.unseen().empty())
            sign();
    });
    connect(&m_fields, &FieldsController::changed, this, &CounterController::updateStep);
    connect(&m_fields, &FieldsController::failed, this, &CounterController::showError);
    connect(&m_fields, &FieldsController::confirmed, this, [this](const DossierView &view) {
        m_open.update(view);
        goOn();
    });
    connect(&m_decisions, &DecisionController::failed, this, &CounterController::showError);
    connect(&m_decisions, &DecisionController::reasonNeeded, this,
            [this] { showPanel(CounterPage::Panel::Rescan); });
    connect(&m_decisions, &DecisionController::choiceNeeded, this,
            [this] { showPanel(CounterPage::Panel::Reuse); });
    connect(&m_decisions, &DecisionController::decided, this, [this] {
        if (m_page.panel() != CounterPage::Panel::Fields)
            m_page.focusChecklist();  // what is hidden gives its focus to anybody
        m_page.showPanel(CounterPage::Panel::Fields);
        m_page.message().clear();
        if (!m_capture.isScanning())
            goOn();
    });
    connect(&m_capture, &CaptureController::changed, this, [this] {
        updateStep();
        emit paperMoved();
    });
    connect(&m_capture, &CaptureController::settled, this, &CounterController::updateStep);
    connect(&m_capture, &CaptureController::failed, this, &CounterController::showError);
    connect(&m_capture, &CaptureController::ended, this,
            [this](const QString &component, int sides) {
                updateStep();
                emit paperMoved();
                if (component == m_open.current() && sides > 0)
                    goOn();
            });
    connect(&m_signing, &SignController::asked, this, &CounterController::updateStep);
    connect(&m_signing, &SignController::changed, this, &CounterController::updateStep);
    connect(&m_signing, &SignController::ended, this, [this](bool allSigned) {
        if (allSigned)
            return goOn();
        updateStep();
        m_review.distrust();
    });
    connect(&m_signing, &SignController::failed, this, &CounterController::showError);
}

void CounterController::open(const DossierView &view)
{
    if (m_capture.isScanning())
        return m_page.message().showMessage(Tone::Attention, tr("The scanner is still running"),
                                            tr("Wait for it, or stop it with Esc."));
    m_undo.clear();
    m_page.message().clear();
    m_page.showPanel(CounterPage::Panel::Fields);
    m_entry.clear();
    m_open.open(view);
    m_page.checklist().setFocus();
    m_note = view.resumed.value_or(store::Hold());
    if (view.resumed)
        m_page.message().showMessage(
            Tone::Attention, tr("This dossier had been put aside: %1").arg(StepWords::note(m_note)),
            tr("%1 puts it aside again.").arg(CounterActions::keyText(*m_actions.hold)));
    goOn();
}

void CounterController::putAside(const store::Hold &note)
{
    m_fields.keepTyped();
    inBackground(
        this, m_lane,
        [&desk = m_desk, uuid = m_open.uuid(), note] { return desk.hold(uuid, note); },
        [this, uuid = m_open.uuid()](const Expected<> &held) {
            if (!held)
                return showError(held.error());
            if (uuid == m_open.uuid())
                leaveDossier();
            m_page.message().showMessage(
                Tone::Good, tr("The dossier is put aside"),
                tr("%1 goes on with it.").arg(CounterActions::keyText(*m_actions.nextHeld)));
        });
}

void CounterController::leaveDossier()
{
    if (m_capture.isScanning() || m_signing.isSigning() || m_storing)
        return;
    m_signing.cancel();
    m_undo.clear();
    m_page.message().clear();
    m_open.close();
    m_entry.refresh();
    m_page.entry().setFocus();
}

void CounterController::handOver()
{
    if (m_step.step == Step::NextDossier)
        return leaveDossier();
    if (m_step.step != Step::HandOver) {
        if (m_open.view())
            m_page.message().showMessage(
                Tone::Attention, tr("Something is still missing before the dossier can go"),
                tr("Next: %1.").arg(StepWords::text(m_step, m_open.view())));
        return;
    }
    m_storing = true;
    const auto &code = m_open.view()->dossier.code;
    m_page.scanner().showProgress(tr("Storing and handing over …"), 0, 0);
    updateStep();
    inBackground(
        this, m_lane, [&desk = m_desk, uuid = m_open.uuid()] { return desk.handOver(uuid); },
        [this, code = code ? code->text() : QString()](const Expected<DossierView> &view) {
            endHandOver(view, code);
        });
}

void CounterController::endHandOver(const Expected<DossierView> &view, const QString &code)
{
    m_storing = false;
    m_capture.lookForScanner();
    const bool queued = !view && sync::goesOnByItself(view.error().fault);
    if (!view && !queued) {
        updateStep();
        return showError(view.error());
    }
    leaveDossier();
    if (queued) {
        showError(view.error());
        m_queued = m_page.message().text();
        return;
    }
    const auto waiting = std::ranges::count_if(
        view->papers, [](const ChecklistPaper &paper) { return paper.awaitsProof; });
    if (waiting > 0)
        m_page.message().showMessage(
            Tone::Attention, tr("Dossier %1 is handed over in part").arg(code),
            tr("%n copy(s) wait for their time stamp and follow when you open it again.", nullptr,
               static_cast<int>(waiting)));
    else
        m_page.message().showMessage(Tone::Good, tr("Dossier %1 is handed over").arg(code),
                                     tr("The department sees it now."));
}

/// What stands there of a hand-over that waits is true until it has gone.
void CounterController::takeOutbox(const OutboxState &state)
{
    const bool waited = m_page.waiting().outbox().waiting > 0;
    m_page.waiting().showOutbox(state);
    const bool stands = !m_queued.isEmpty() && m_page.message().text() == m_queued;
    if (waited && stands && state.waiting == 0 && state.dead == 0)
        m_page.message().showMessage(Tone::Good, tr("What waited is handed over"),
                                     tr("The department sees it now."));
}

void CounterController::showDossier()
{
    const auto &view = m_open.view();
    if (!view) {
        m_papers.setPapers({});
        m_fields.showNothing();
        m_page.showStart();
        return updateStep();
    }
    m_page.showDossier(*view);
    m_papers.setPapers(view->papers);
    m_page.checklist().setCurrentIndex(m_papers.indexOf(m_open.current()));
    showCurrentPaper();
}

void CounterController::showCurrentPaper()
{
    const ChecklistPaper *paper = m_open.currentPaper();
    if (!paper)
        return updateStep();
    m_page.checklist().setCurrentIndex(m_papers.indexOf(m_open.current()));
    m_page.showPaperTitle(paper->name);
    emit paperShown(m_open.current());
    const auto &state = paper->component.state;
    const QString hint = std::holds_alternative<dossier::OpenSlot>(state) ||
                                 std::holds_alternative<dossier::DigitizeSlot>(state) ||
                                 std::holds_alternative<dossier::AttachedPaper>(state)
                             ? tr("Put the paper into the feeder and press %1, or lay it on the "
                                  "glass and press %2.")
                                   .arg(CounterActions::keyText(*m_actions.scanFeeder),
                                        CounterActions::keyText(*m_actions.scanFlatbed))
                             : tr("This paper has no page: %1.").arg(Words::state(state).word);
    m_pages.showPaper(m_open.uuid(), dossier::sidesOf(state), hint);
    m_fields.showPaper(m_open.uuid(), *paper);
    showSheets();
    updateStep();
}

void CounterController::showSheets()
{
    if (const ChecklistPaper *paper = m_open.currentPaper())
        m_page.sheets().showPaper(*paper);
}

void CounterController::selectRow(int row)
{
    const QModelIndex index = m_papers.index(row, 0);
    if (!index.isValid())
        return;
    m_page.checklist().setCurrentIndex(index);
    m_page.checklist().setFocus();
}

void CounterController::decide(Decision decision)
{
    m_decisions.decide(decision);
}

void CounterController::sign()
{
    const auto &view = m_open.view();
    const ChecklistPaper *unsettled = view ? paperToSettle(*view, m_open.current()) : nullptr;
    if (!unsettled) {
        if (!refuseUnseen())
            m_signing.start();
        return;
    }
    const QString component = unsettled->component.code;
    m_page.message().showMessage(Tone::Attention,
                                 tr("Paper %1 cannot be signed yet: %2")
                                     .arg(QString::number(paperNumber(*view, component)),
                                          CaptureWords::missing(tallyOf(*unsettled))),
                                 tr("Scan what is missing, or say why it is right."));
    m_capture.settle(component);
}

/// What nobody has looked at is not signed. A page that is on the screen only has to
/// stay there for a moment.
bool CounterController::refuseUnseen()
{
    const auto unseen = m_review.unseen();
    m_review.flush();
    if (unseen.empty() || !m_open.view())
        return false;
    m_signWhenSeen = unseen.size() == 1 && m_step.step == Step::Looking;
    if (m_signWhenSeen)
        return true;
    m_page.message().showMessage(Tone::Attention, tr("A page was not looked at yet"),
                                 tr("Look at every page, then sign."));
    if (m_step.step == Step::LookAtPage)
        nextForHuman();
    return true;
}

void CounterController::goOnSigning()
{
    if (m_signing.isPaused())
        m_signing.resume();
    else if (m_signing.isHalted())
        m_signing.start();
    else if (m_step.step == Step::LeaveResult)
        leaveResult();
}

void CounterController::leaveResult()
{
    m_page.message().clear();
    m_page.showPanel(CounterPage::Panel::Fields);
    m_page.focusChecklist();
    goOn();
}

void CounterController::pressPrimary()
{
    switch (m_step.step) {
    case Step::OpenDossier:
        return m_entry.openTyped();
    case Step::CreateDossier:
        return m_page.start().create();
    case Step::ChooseCertificate:
    case Step::EnterPin:
        return m_page.pin().accept();
    case Step::KnowLastTry:
        return m_page.pin().acknowledge();
    case Step::LeavePanel:
        return cancel();
    case Step::SignOn:
    case Step::LeaveResult:
        return goOnSigning();
    case Step::ChooseCopy:
        return m_page.reuse().useCurrent();
    case Step::EnterCount:
        return m_page.count().accept();
    case Step::ExplainCount:
        return m_page.explain().accept();
    case Step::PutAside:
        return m_page.hold().accept();
    case Step::GiveReason:
        return m_page.rescan().accept();
    case Step::ScanOn:
        return m_capture.goOn();
    case Step::StopScan:
    case Step::StopImport:
        return m_capture.stop();
    case Step::Wait:
    case Step::Looking:
        return;
    case Step::Decide:
        goOn();
        return decide(m_step.decision);
    case Step::Scan:
        goOn();
        return m_capture.scan(workflow::PaperSource::Feeder);
    case Step::SettleCount:
    case Step::LookAtPage:
    case Step::CheckFields:
        return nextForHuman();
    case Step::ConfirmField:
        return m_fields.confirmFocused();
    case Step::AcceptCode:
        return m_fields.acceptCode();
    case Step::Sign:
        return sign();
    case Step::HandOver:
    case Step::NextDossier:
        return handOver();
    }
}

void CounterController::nextForHuman()
{
    if (m_step.step == Step::SettleCount)
        return m_capture.settle(m_step.component);
    if (m_step.step == Step::Looking)
        return;
    const NextStep step = m_step;
    if (!step.component.isEmpty())
        m_open.setCurrent(step.component);
    if (step.step == Step::LookAtPage && !step.side.isEmpty())
        return m_pages.showSide(step.side);
    if (m_pages.showUnseenFlag() || m_fields.focusWaiting())
        return;
    if (m_step.step == Step::CheckFields)
        m_fields.focusWhenReady();
}

void CounterController::cancel()
{
    if (m_capture.isScanning())
        return m_capture.stop();
    if (m_signing.cancel())
        return;
    if (m_step.step == Step::LeaveResult)
        return leaveResult();
    if (m_page.panel() != CounterPage::Panel::Fields) {
        m_page.pin().takePin();
        m_page.checklist().setFocus();
        showPanel(CounterPage::Panel::Fields);
        return;
    }
    m_page.message().clear();
}

void CounterController::windowClosing()
{
    if (m_capture.isPaused())
        m_capture.stop();
    m_signing.windowClosing();
}

QString CounterController::leftUndone() const
{
    const OutboxState &outbox = m_page.waiting().outbox();
    QStringList parts;
    if (m_capture.isScanning())
        parts << tr("The scan stops; sides that you have seen stay.");
    if (m_signing.isSigning())
        parts << tr("Signing stops after this copy; the others wait for you.");
    if (m_capture.isPrinting())
        parts << tr(
            "The printer has not taken the pages yet; without the window they are not printed.");
    if (m_storing)
        parts << tr("The hand-over goes on by itself the next time.");
    if (const int sends = outbox.waiting + outbox.toTell; sends > 0)
        parts << tr("%n dossier(s) wait to be sent until the station runs again.", nullptr, sends);
    if (const int copies = m_page.waiting().proof().waiting; copies > 0)
        parts << tr("%n copy(s) wait for their time stamp until the station runs again.", nullptr,
                    copies);
    return parts.join(QLatin1Char(' '));
}

void CounterController::reopen(const QString &uuid, const QString &paper)
{
    inBackground(
        this, m_lane, [&desk = m_desk, uuid] { return desk.openDossier(uuid); },
        [this, paper](const Expected<DossierView> &view) {
            if (!view)
                return showError(view.error());
            open(*view);
            if (m_open.paper(paper))
                m_open.setCurrent(paper);
        });
}

void CounterController::sessionLocked()
{
    m_page.pin().takePin();
    m_signing.cancel();
    m_signing.lock();
}

void CounterController::showPanel(CounterPage::Panel panel)
{
    m_page.showPanel(panel);
    updateStep();
}

Asking CounterController::asking() const
{
    if (!m_open.view())
        return m_enteringNew ? Asking::NewDossier : Asking::Nothing;
    switch (m_page.panel()) {
    case CounterPage::Panel::Pin:
        switch (m_page.pin().stage()) {
        case PinPanel::Stage::Choose:
            return Asking::Certificate;
        case PinPanel::Stage::LastTry:
            return Asking::LastTry;
        case PinPanel::Stage::Type:
        case PinPanel::Stage::Keypad:
            return Asking::Pin;
        case PinPanel::Stage::Helpless:
            return Asking::NoToken;
        }
        Q_UNREACHABLE();
    case CounterPage::Panel::Batch:
        return m_signing.isSigning() ? Asking::Nothing : Asking::Result;
    case CounterPage::Panel::Reuse:
        return m_page.reuse().hasChoice() ? Asking::Copy : Asking::NoCopy;
    case CounterPage::Panel::Count:
        return Asking::Count;
    case CounterPage::Panel::Explain:
        return Asking::Explanation;
    case CounterPage::Panel::Hold:
        return Asking::Hold;
    case CounterPage::Panel::Rescan:
        return Asking::Reason;
    case CounterPage::Panel::Fields:
        return Asking::Nothing;
    }
    Q_UNREACHABLE();
}

void CounterController::updateStep()
{
    CounterSituation situation;
    situation.dossier = m_open.view();
    situation.current = m_open.current();
    // A focused button keeps what it was pressed for.
    const bool onButton = qobject_cast<QAbstractButton *>(QApplication::focusWidget()) != nullptr;
    if (!onButton)
        m_enteringNew = m_page.start().isFormEntered();
    situation.asking = asking();
    situation.scanning = m_capture.isScanning();
    situation.importing = m_capture.isImporting();
    situation.paused = m_capture.isPaused();
    const bool busy = m_signing.isSigning() || m_storing;
    situation.busy = busy && !m_signing.isAskingNext();
    situation.signingStands = m_signing.isPaused() || m_signing.isHalted();
    situation.unseen = m_review.unseen();
    situation.lookingAt = m_pages.lookingAt();
    situation.currentFieldsConfirmed = m_fields.isComplete();
    situation.inField = m_fields.isInField();
    if (m_open.view()) {
        for (const ChecklistPaper &paper : m_open.view()->papers) {
            for (const dossier::Side &side : dossier::sidesOf(paper.component.state)) {
                if (isFlagged(side) && !m_pages.isSeen(side.id))
                    situation.unseenFlags.insert(paper.component.code);
            }
        }
    }
    std::set<QString> toLookAt = situation.unseenFlags;
    for (const auto &[component, page] : situation.unseen)
        toLookAt.insert(component);
    m_papers.setFlagged(toLookAt);
    m_step = nextStep(situation);
    if (m_signing.isAskingNext())
        m_step.copies = 1;
    m_page.setPrimary(StepWords::text(m_step, m_open.view()), StepWords::key(m_step, m_actions),
                      m_step.step != Step::Wait && m_step.step != Step::Looking);

    const bool open = m_open.view().has_value();
    const bool still = open && !situation.scanning && !busy && !m_signing.isHalted();
    for (QAction *action :
         {m_actions.digitize, m_actions.reuse, m_actions.attach, m_actions.shownOnly,
          m_actions.refuse, m_actions.correct, m_actions.sign, m_actions.handOver, m_actions.hold})
        action->setEnabled(still);
    m_capture.updateActions(still);
    // Enter answers whatever stands still; elsewhere it belongs to the field.
    if (m_step.step == Step::SignOn || m_step.step == Step::LeaveResult)
        m_actions.scanOn->setEnabled(true);
    m_actions.pauseSigning->setEnabled(m_step.step == Step::Wait && m_signing.isSigning());
    m_actions.knowLastTry->setEnabled(m_step.step == Step::KnowLastTry);
    m_actions.whyNotOthers->setEnabled(m_page.panel() == CounterPage::Panel::Pin &&
                                       m_page.pin().hasUnusable());
    m_actions.lockToken->setEnabled(m_signing.token().unlocked && !busy);
    m_actions.newDossier->setEnabled(!situation.scanning && !busy);
    m_actions.nextHeld->setEnabled(!situation.scanning && !busy);
    m_actions.language->setEnabled(!situation.scanning && !busy &&
                                   situation.asking == Asking::Nothing);
    m_actions.nextForHuman->setEnabled(open && !onButton);
    emit stepChanged(m_step);
    m_actions.undo->setEnabled(still && m_undo.canUndo());
    m_actions.redo->setEnabled(still && m_undo.canRedo());
}

void CounterController::goOn()
{
    updateStep();
    if (m_step.component.isEmpty() || m_step.step == Step::LookAtPage ||
        m_step.step == Step::Looking || m_step.step == Step::SettleCount)
        return;
    m_open.setCurrent(m_step.component);
    if (m_step.step == Step::CheckFields || m_step.step == Step::ConfirmField)
        nextForHuman();
}

void CounterController::showError(const Error &error)
{
    if (error.fault == Fault::Cancelled)
        return;
    if (error.fault == Fault::PinIncorrect || error.fault == Fault::PinInvalid)
        m_signing.start();
    const ErrorText text = errorText(error);
    const bool waits = sync::goesOnByItself(error.fault) || error.fault == Fault::NothingToDo ||
                       error.fault == Fault::ProofPending;
    m_page.message().showMessage(waits ? Tone::Attention : Tone::Danger,
                                 text.what + QLatin1Char('.'), text.remedy);
    if (error.fault == Fault::NotReviewed)
        m_review.distrust();
}

}  // namespace station::gui
