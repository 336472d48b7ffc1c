#include "app/gui/counter/counter_controller.h"

#include "app/errors/error_text.h"
#include "app/gui/base/in_background.h"
#include "app/gui/counter/component_model.h"
#include "app/gui/counter/counter_actions.h"
#include "app/gui/counter/counter_page.h"
#include "app/gui/counter/message_bar.h"
#include "app/gui/counter/paper_changes.h"
#include "app/gui/counter/pin_panel.h"
#include "app/gui/counter/reuse_panel.h"
#include "app/gui/counter/scanner_line.h"
#include "app/gui/counter/side_model.h"
#include "app/gui/counter/start_page.h"
#include "app/gui/counter/step_words.h"
#include "app/gui/counter/words.h"
#include "app/gui/widgets/page_view.h"

#include <QAbstractButton>
#include <QApplication>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QListView>

namespace station::gui {

using dossier::Decision;
using workflow::PaperSource;

CounterController::CounterController(CounterDesk &desk, CounterPage &page, CounterActions &actions,
                                     ComponentModel &papers, SideModel &sides, QObject *parent)
    : QObject(parent), m_desk(desk), m_page(page), m_actions(actions), m_papers(papers),
      m_pages(desk, sides, page.strip(), page.pageView()),
      m_fields(desk, m_lane, page.fields(), page.code(), m_pages, m_undo),
      m_decisions(desk, m_lane, m_open, page.reuse(), m_undo),
      m_marking(desk, m_lane, m_open, m_undo), m_scanner(desk, m_open, page.scanner()),
      m_signing(desk, m_lane, m_open, page.pin(), page.scanner())
{
    m_lane.setMaxThreadCount(1);
    connectPage();
    connectActions();
    connectControllers();
    m_scanner.lookForScanner();
    refreshStart();
    showDossier();
    m_page.entry().setFocus();
}

CounterController::~CounterController()
{
    m_lane.waitForDone();
}

void CounterController::connectPage()
{
    connect(&m_page.entry(), &QLineEdit::returnPressed, this,
            [this] { openTyped(m_page.entry().text().trimmed()); });
    connect(&m_page.start(), &StartPage::openRequested, this, &CounterController::openTyped);
    connect(&m_page.start(), &StartPage::createRequested, this, &CounterController::create);
    connect(&m_page.start(), &StartPage::cardRead, this, &CounterController::readCard);
    connect(m_page.checklist().selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &now) {
                m_open.setCurrent(now.data(ComponentModel::CodeRole).toString());
            });
    connect(&m_page, &CounterPage::primaryPressed, this, &CounterController::pressPrimary);
    connect(&m_page.pin(), &PinPanel::cancelled, this, &CounterController::cancel);
    connect(&m_page.reuse(), &ReusePanel::cancelled, this, &CounterController::cancel);
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
    for (std::size_t row = 0; row < m_actions.papers.size(); ++row)
        on(m_actions.papers[row], [this, row] { selectRow(static_cast<int>(row)); });
    on(m_actions.digitize, [this] { decide(Decision::Digitize); });
    on(m_actions.reuse, [this] { decide(Decision::Reuse); });
    on(m_actions.attach, [this] { decide(Decision::Attach); });
    on(m_actions.shownOnly, [this] { decide(Decision::ShownOnly); });
    on(m_actions.refuse, [this] { decide(Decision::Refuse); });
    on(m_actions.scanFeeder, [this] { scan(PaperSource::Feeder); });
    on(m_actions.scanFlatbed, [this] { scan(PaperSource::Flatbed); });
    on(m_actions.cancel, [this] { cancel(); });
    on(m_actions.nextForHuman, [this] { nextForHuman(); });
    on(m_actions.previousPage, [this] { m_pages.turn(-1); });
    on(m_actions.nextPage, [this] { m_pages.turn(1); });
    on(m_actions.toggleBlank, [this] { m_marking.toggleBlank(m_pages.shownSide()); });
    on(m_actions.zoomIn, [this] { m_page.pageView().zoomIn(); });
    on(m_actions.zoomOut, [this] { m_page.pageView().zoomOut(); });
    on(m_actions.zoomFit, [this] { m_page.pageView().fitPage(); });
    on(m_actions.sign, [this] { m_signing.start(); });
    on(m_actions.handOver, [this] { handOver(); });
    on(m_actions.undo, [this] { m_undo.undo(); });
    on(m_actions.redo, [this] { m_undo.redo(); });
}

void CounterController::connectControllers()
{
    connect(&m_open, &OpenDossier::changed, this, &CounterController::showDossier);
    connect(&m_open, &OpenDossier::currentChanged, this, &CounterController::showCurrentPaper);

    connect(&m_pages, &PagesController::seenChanged, this, &CounterController::updateStep);
    connect(&m_fields, &FieldsController::changed, this, &CounterController::updateStep);
    connect(&m_fields, &FieldsController::failed, this, &CounterController::showError);
    connect(&m_fields, &FieldsController::confirmed, this, [this](const DossierView &view) {
        m_open.update(view);
        goOn();
    });
    connect(&m_decisions, &DecisionController::failed, this, &CounterController::showError);
    connect(&m_decisions, &DecisionController::choiceNeeded, this,
            [this] { showPanel(CounterPage::Panel::Reuse); });
    connect(&m_decisions, &DecisionController::decided, this, [this] {
        m_page.showPanel(CounterPage::Panel::Fields);
        m_page.message().clear();
        if (!m_scanner.isScanning())
            goOn();
    });
    connect(&m_marking, &SideMarking::failed, this, &CounterController::showError);
    connect(&m_scanner, &ScanController::started, this, [this] {
        m_page.message().clear();
        updateStep();
    });
    connect(&m_scanner, &ScanController::sideArrived, this,
            [this](const QString &component, const dossier::Side &side) {
                if (component == m_open.current())
                    m_pages.addSide(side);
            });
    connect(&m_scanner, &ScanController::ended, this, [this](const QString &component, int sides) {
        updateStep();
        if (component == m_open.current() && sides > 0)
            goOn();
    });
    connect(&m_scanner, &ScanController::failed, this, &CounterController::showError);
    connect(&m_signing, &SignController::pinNeeded, this,
            [this] { showPanel(CounterPage::Panel::Pin); });
    connect(&m_signing, &SignController::started, this, [this] {
        m_page.message().clear();
        m_page.showPanel(CounterPage::Panel::Fields);
        m_page.checklist().setFocus();
        updateStep();
    });
    connect(&m_signing, &SignController::ended, this, &CounterController::goOn);
    connect(&m_signing, &SignController::failed, this, &CounterController::showError);
}

void CounterController::refreshStart()
{
    inBackground(
        this, m_lane, [&desk = m_desk] { return desk.unfinished(); },
        [this](const Expected<std::vector<DossierSummary>> &dossiers) {
            if (dossiers)
                m_page.start().setUnfinished(*dossiers);
            else
                showError(dossiers.error());
        });
    inBackground(
        this, m_lane, [&desk = m_desk] { return desk.procedures(); },
        [this](const Expected<std::vector<ProcedureChoice>> &procedures) {
            if (procedures)
                m_page.start().setProcedures(*procedures);
            else
                showError(procedures.error());
        });
}

void CounterController::openTyped(const QString &typed)
{
    // Nothing typed: the first key of the day continues what is unfinished.
    const QString wanted = typed.isEmpty() ? m_page.start().selectedUnfinished() : typed;
    if (wanted.isEmpty())
        return;
    if (wanted.contains(QLatin1Char('|')))
        return readCard(wanted);
    inBackground(
        this, m_lane, [&desk = m_desk, wanted] { return desk.openDossier(wanted); },
        [this](const Expected<DossierView> &view) { open(view); });
}

void CounterController::create(const NewDossier &wanted)
{
    inBackground(
        this, m_lane, [&desk = m_desk, wanted] { return desk.newDossier(wanted); },
        [this](const Expected<DossierView> &view) {
            if (view)
                m_page.start().clearForm();
            open(view);
        });
}

void CounterController::open(const Expected<DossierView> &view)
{
    if (!view)
        return showError(view.error());
    if (m_scanner.isScanning())
        return m_page.message().showMessage(Tone::Attention, tr("The scanner is still running"),
                                            tr("Wait for it, or stop it with Esc."));
    m_undo.clear();
    m_page.entry().clear();
    m_page.message().clear();
    m_page.showPanel(CounterPage::Panel::Fields);
    m_open.open(*view);
    m_page.checklist().setFocus();
    goOn();
}

void CounterController::readCard(const QString &qrText)
{
    inBackground(
        this, m_lane, [&desk = m_desk, qrText] { return desk.ownerFromCard(qrText); },
        [this](const Expected<dossier::Owner> &owner) {
            if (!owner)
                return showError(owner.error());
            m_page.entry().clear();
            leaveDossier();
            m_page.start().setOwner(owner->id.reveal(), owner->name.reveal());
        });
}

void CounterController::leaveDossier()
{
    if (m_scanner.isScanning() || m_signing.isSigning() || m_storing)
        return;
    m_undo.clear();
    m_page.message().clear();
    m_open.close();
    refreshStart();
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
    m_scanner.lookForScanner();
    const bool queued = !view && view.error().fault == Fault::RepositoryDown;
    if (!view && !queued) {
        updateStep();
        return showError(view.error());
    }
    leaveDossier();
    if (queued)
        return showError(view.error());
    m_page.message().showMessage(Tone::Good, tr("Dossier %1 is handed over").arg(code),
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
    const auto &state = paper->component.state;
    const QString hint = std::holds_alternative<dossier::OpenSlot>(state) ||
                                 std::holds_alternative<dossier::DigitizeSlot>(state) ||
                                 std::holds_alternative<dossier::AttachedPaper>(state)
                             ? tr("Put the paper into the feeder and press F5, or lay it on the "
                                  "glass and press F6.")
                             : tr("This paper has no page: %1.").arg(Words::state(state).word);
    m_pages.showPaper(m_open.uuid(), dossier::sidesOf(state), hint);
    m_fields.showPaper(m_open.uuid(), *paper);
    updateStep();
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

void CounterController::scan(PaperSource source)
{
    const ChecklistPaper *paper = m_open.currentPaper();
    if (!paper || m_scanner.isScanning())
        return;
    const auto decision = decisionToScan(*paper);
    if (!decision) {
        m_page.message().showMessage(
            Tone::Attention, tr("The rules advise: %1").arg(Words::decision(paper->advised)),
            tr("Press D first if the paper has to be digitized all the same."));
        return;
    }
    const QString component = paper->component.code;
    m_decisions.ensure(component, *decision,
                       [this, component, source] { m_scanner.scan(component, source); });
}

void CounterController::pressPrimary()
{
    switch (m_step.step) {
    case Step::OpenDossier:
        return openTyped(m_page.entry().text().trimmed());
    case Step::CreateDossier:
        return m_page.start().create();
    case Step::EnterPin:
        emit m_page.pin().signRequested();
        return;
    case Step::ChooseCopy:
        return m_page.reuse().useCurrent();
    case Step::StopScan:
        return m_scanner.stop();
    case Step::Wait:
        return;
    case Step::Decide:
        goOn();
        return decide(m_step.decision);
    case Step::Scan:
        goOn();
        return scan(PaperSource::Feeder);
    case Step::LookAtPage:
    case Step::CheckFields:
        return nextForHuman();
    case Step::ConfirmField:
        return m_fields.confirmFocused();
    case Step::AcceptCode:
        return m_fields.acceptCode();
    case Step::Sign:
        return m_signing.start();
    case Step::HandOver:
    case Step::NextDossier:
        return handOver();
    }
}

void CounterController::nextForHuman()
{
    if (!m_step.component.isEmpty())
        m_open.setCurrent(m_step.component);
    if (m_pages.showUnseenFlag() || m_fields.focusWaiting())
        return;
    if (m_step.step == Step::CheckFields)
        m_fields.focusWhenReady();
}

void CounterController::cancel()
{
    if (m_scanner.isScanning())
        return m_scanner.stop();
    if (m_page.panel() != CounterPage::Panel::Fields) {
        m_page.pin().takePin();
        m_page.checklist().setFocus();
        showPanel(CounterPage::Panel::Fields);
        return;
    }
    m_page.message().clear();
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
        return Asking::Pin;
    case CounterPage::Panel::Reuse:
        return Asking::Copy;
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
    situation.scanning = m_scanner.isScanning();
    situation.busy = m_signing.isSigning() || m_storing;
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
    m_papers.setFlagged(situation.unseenFlags);
    m_step = nextStep(situation);
    m_page.setPrimary(StepWords::text(m_step, m_open.view()), StepWords::key(m_step),
                      m_step.step != Step::Wait);

    const bool open = m_open.view().has_value();
    const bool still = open && !situation.scanning && !situation.busy;
    for (QAction *action : {m_actions.digitize, m_actions.reuse, m_actions.attach,
                            m_actions.shownOnly, m_actions.refuse, m_actions.scanFeeder,
                            m_actions.scanFlatbed, m_actions.sign, m_actions.handOver})
        action->setEnabled(still);
    m_actions.newDossier->setEnabled(!situation.scanning && !situation.busy);
    m_actions.nextForHuman->setEnabled(open && !onButton);
    m_actions.undo->setEnabled(m_undo.canUndo());
    m_actions.redo->setEnabled(m_undo.canRedo());
}

void CounterController::goOn()
{
    updateStep();
    if (m_step.component.isEmpty() || m_step.step == Step::LookAtPage)
        return;
    m_open.setCurrent(m_step.component);
    if (m_step.step == Step::CheckFields || m_step.step == Step::ConfirmField)
        nextForHuman();
}

void CounterController::showError(const Error &error)
{
    if (error.fault == Fault::Cancelled)
        return;
    const ErrorText text = errorText(error);
    const bool waits = error.fault == Fault::RepositoryDown || error.fault == Fault::NothingToDo;
    m_page.message().showMessage(waits ? Tone::Attention : Tone::Danger,
                                 text.what + QLatin1Char('.'), text.remedy);
    if (error.fault == Fault::PinIncorrect || error.fault == Fault::PinInvalid)
        m_signing.start();
}

}  // namespace station::gui
