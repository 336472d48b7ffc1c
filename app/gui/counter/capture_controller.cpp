#include "app/gui/counter/capture_controller.h"

#include "app/gui/counter/capture_words.h"
#include "app/gui/counter/counter_actions.h"
#include "app/gui/counter/counter_page.h"
#include "app/gui/counter/decision_controller.h"
#include "app/gui/counter/message_bar.h"
#include "app/gui/counter/open_dossier.h"
#include "app/gui/counter/pages_area.h"
#include "app/gui/counter/pages_controller.h"
#include "app/gui/counter/paper_changes.h"
#include "app/gui/counter/undo_order.h"
#include "app/gui/counter/words.h"

#include <QFileDialog>
#include <QListView>

namespace station::gui {

using workflow::PaperSource;
using workflow::PauseAnswer;

CaptureController::CaptureController(CounterDesk &desk, QThreadPool &lane, OpenDossier &open,
                                     CounterPage &page, CounterActions &actions,
                                     PagesController &pages, DecisionController &decisions,
                                     UndoOrder &undo, QObject *parent)
    : QObject(parent), m_open(open), m_page(page), m_actions(actions), m_pages(pages),
      m_decisions(decisions), m_undo(undo), m_scanner(desk, open, page.scanner()),
      m_trouble(desk, open, m_scanner, page.pages(), page.checklist()),
      m_count(desk, lane, open, page, pages), m_editing(desk, lane, open, pages, undo),
      m_crop(desk, actions, pages, page.pageView()), m_printing(desk, lane, open, page),
      m_watch(desk, lane, page)
{
    connectActions();
    connectScanner();
    connectRest();
}

void CaptureController::connectActions()
{
    const auto on = [this](QAction *action, auto act) {
        connect(action, &QAction::triggered, this, act);
    };
    on(m_actions.scanFeeder, [this] { scan(PaperSource::Feeder); });
    on(m_actions.scanDuplex, [this] { scan(PaperSource::Duplex); });
    on(m_actions.scanFlatbed, [this] { scan(PaperSource::Flatbed); });
    on(m_actions.scanOn, [this] { goOn(); });
    on(m_actions.importFiles, [this] { chooseFiles(); });
    on(m_actions.countSheets, [this] { m_count.ask(); });
    on(m_actions.separatorSheets, [this] { m_printing.showSeparators(); });
    on(m_actions.printReceipt, [this] { m_printing.showReceipt(); });

    on(m_actions.rescan, [this] { rescan(m_feeder); });
    on(m_actions.rescanFlatbed, [this] { rescan(PaperSource::Flatbed); });
    on(m_actions.insertBefore, [this] { scan(m_feeder, {.before = m_pages.currentSide()}); });
    on(m_actions.setAside, [this] { m_editing.toggleOut(); });
    on(m_actions.toggleBlank, [this] { m_editing.toggleBlank(); });
    on(m_actions.turnLeft, [this] { m_editing.turn(270); });
    on(m_actions.turnRight, [this] { m_editing.turn(90); });
    on(m_actions.straighten, [this] { m_editing.toggle(CleanupStep::Straighten); });
    on(m_actions.cutToPaper, [this] { m_editing.toggle(CleanupStep::Cut); });
    on(m_actions.evenTone, [this] { m_editing.toggle(CleanupStep::Tone); });
    on(m_actions.turnUpright, [this] { m_editing.toggle(CleanupStep::Upright); });
    on(m_actions.allAutomatic, [this] { m_editing.cleanAutomatically(); });
    connect(&m_crop, &CropController::cropped, this,
            [this](const QString &side, std::optional<QRect> part, std::optional<double> tiltDeg) {
                if (side == m_pages.currentSide())
                    m_editing.crop(part, tiltDeg);
            });
    connect(&m_crop, &CropController::failed, this, &CaptureController::failed);
    on(m_actions.divide, [this] { m_editing.divide(); });
    on(m_actions.moveBack, [this] { m_editing.moveInPaper(-1); });
    on(m_actions.moveOn, [this] { m_editing.moveInPaper(1); });
    on(m_actions.split, [this] { m_editing.splitToNext(); });
    for (std::size_t row = 0; row < m_actions.moveTo.size(); ++row) {
        on(m_actions.moveTo[row], [this, row] { m_editing.moveToPaper(static_cast<int>(row)); });
        on(m_actions.splitTo[row], [this, row] { m_editing.splitToPaper(static_cast<int>(row)); });
    }
}

void CaptureController::connectScanner()
{
    connect(&m_scanner, &ScanController::started, this, [this] {
        m_separators = 0;
        m_interrupted = false;
        m_page.message().clear();
        if (m_page.panel() != CounterPage::Panel::Fields) {
            m_page.showPanel(CounterPage::Panel::Fields);
            m_page.checklist().setFocus();
        }
        emit changed();
    });
    connect(&m_scanner, &ScanController::sideArrived, this,
            [this](const QString &component, const dossier::Side &side, const QString &before) {
                if (component == m_open.current())
                    m_pages.addSide(side, before);
            });
    connect(&m_scanner, &ScanController::followed, this, [this](const QString &component) {
        ++m_separators;
        m_open.setCurrent(component);
    });
    connect(&m_scanner, &ScanController::paused, this, [this] {
        m_interrupted = true;
        m_page.showPanel(CounterPage::Panel::Fields);
        emit changed();
    });
    connect(&m_scanner, &ScanController::resumed, this, &CaptureController::changed);
    connect(&m_scanner, &ScanController::ended, this, [this](const QString &component, int sides) {
        noteEdits(sides);
        // What was scanned into its place is looked at first; no going on.
        if (m_place == store::SidePlace{})
            emit ended(component, sides);
        else
            emit changed();
        if (std::exchange(m_scannersChanged, false))
            m_scanner.lookForScanner();
    });
    connect(&m_scanner, &ScanController::imported, this, &CaptureController::tellImported);
    connect(&m_scanner, &ScanController::failed, this, &CaptureController::failed);
}

void CaptureController::connectRest()
{
    const auto tell = [this](const QString &what) {
        m_page.message().showMessage(Tone::Plain, what + QLatin1Char('.'));
    };
    connect(&m_editing, &SideEditing::told, this, tell);
    connect(&m_editing, &SideEditing::failed, this, [this](const Error &error) {
        showCleanup();
        emit failed(error);
    });
    connect(&m_pages, &PagesController::pageChanged, this, &CaptureController::showCleanup);
    connect(&m_undo, &UndoOrder::told, this, tell);
    connect(&m_undo, &UndoOrder::failed, this, &CaptureController::failed);
    connect(&m_count, &CountController::panelShown, this, &CaptureController::changed);
    connect(&m_count, &CountController::done, this, &CaptureController::settled);
    connect(&m_count, &CountController::failed, this, &CaptureController::failed);
    connect(&m_printing, &PrintController::failed, this, &CaptureController::failed);
    connect(&m_watch, &DeviceWatch::buttonPressed, m_actions.scanFeeder, &QAction::trigger);
    connect(&m_watch, &DeviceWatch::scannersChanged, this, [this] {
        if (isScanning())
            m_scannersChanged = true;
        else
            m_scanner.lookForScanner();
    });
}

/// What paper makes of an open slot; says so when the rules advise otherwise.
std::optional<dossier::Decision> CaptureController::decisionFor(const ChecklistPaper &paper)
{
    const auto decision = decisionToScan(paper);
    if (!decision)
        m_page.message().showMessage(
            Tone::Attention, tr("The rules advise: %1").arg(Words::decision(paper.advised)),
            tr("Press %1 first if the paper has to be digitized all the same.")
                .arg(CounterActions::keyText(*m_actions.digitize)));
    return decision;
}

void CaptureController::scan(PaperSource source, const store::SidePlace &place)
{
    const ChecklistPaper *paper = m_open.currentPaper();
    if (!paper || isScanning())
        return;
    const auto decision = decisionFor(*paper);
    if (!decision)
        return;
    if (source != PaperSource::Flatbed)
        m_feeder = source;
    const ScanWish wish{paper->component.code, source, place};
    m_decisions.ensure(wish.component, *decision, [this, wish] {
        m_place = wish.place;
        m_scanner.scan(wish);
    });
}

void CaptureController::rescan(PaperSource source)
{
    scan(source, {.replaces = m_pages.currentSide()});
}

void CaptureController::chooseFiles()
{
    auto *dialog = new QFileDialog(m_page.window(), tr("Take in files"));
    dialog->setObjectName(QStringLiteral("importDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilter(
        tr("Images and PDF (%1)")
            .arg(QStringLiteral("*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.pnm *.ppm *.pgm")));
    connect(dialog, &QFileDialog::filesSelected, this, &CaptureController::importFiles);
    dialog->open();
}

void CaptureController::importFiles(const QStringList &files)
{
    const ChecklistPaper *paper = m_open.currentPaper();
    if (!paper) {
        m_page.message().showMessage(Tone::Attention, tr("No dossier is open"),
                                     tr("Open one first, then take in the files."));
        return;
    }
    if (files.isEmpty() || !m_actions.importFiles->isEnabled())
        return;
    const auto decision = decisionFor(*paper);
    if (!decision)
        return;
    m_decisions.ensure(paper->component.code, *decision,
                       [this, component = paper->component.code, files] {
                           m_place = {};
                           m_scanner.importFiles(component, files);
                       });
}

void CaptureController::tellImported(int sides, const QString &signedVerdict)
{
    if (signedVerdict.isEmpty()) {
        m_page.message().showMessage(Tone::Good,
                                     tr("%n side(s) were taken in from files", nullptr, sides));
        return;
    }
    const bool valid = signedVerdict == QLatin1String("valid");
    m_page.message().showMessage(
        valid ? Tone::Good : Tone::Attention,
        //: %1: valid, not complete … The file is an electronic original (bản gốc điện tử).
        tr("The signed file is taken as it is. Its signature: %1")
            .arg(CaptureWords::verdict(signedVerdict)),
        tr("It is not signed again."));
}

void CaptureController::goOn()
{
    m_scanner.answer(PauseAnswer::GoOn);
}

void CaptureController::stop()
{
    if (isPaused())
        m_scanner.answer(PauseAnswer::EndHere);
    else if (isScanning())
        m_scanner.stop();
}

void CaptureController::noteEdits(int sides)
{
    // Sides that were scanned into a place are one edit; each separator is one.
    const auto &view = m_open.view();
    const bool refed = m_interrupted && view && view->edits.undo == dossier::EditKind::Refeed;
    const bool placed = m_place != store::SidePlace{} && sides > 0;
    for (int edits = m_separators + (placed ? 1 : 0) + (refed ? 1 : 0); edits > 0; --edits) {
        m_undo.beginEdit();
        m_undo.endEdit(true);
    }
}

void CaptureController::updateActions(bool still)
{
    for (QAction *action :
         {m_actions.scanFeeder, m_actions.scanDuplex, m_actions.scanFlatbed, m_actions.importFiles})
        action->setEnabled(still);
    m_actions.countSheets->setEnabled(m_open.view() && !isPaused());
    m_actions.separatorSheets->setEnabled(m_open.view().has_value());
    m_actions.printReceipt->setEnabled(m_open.view().has_value());
    m_actions.scanOn->setEnabled(isPaused());

    const ChecklistPaper *paper = m_open.currentPaper();
    const bool beforeSigning =
        paper && (std::holds_alternative<dossier::CapturedPaper>(paper->component.state) ||
                  std::holds_alternative<dossier::AttachedPaper>(paper->component.state));
    const bool editable =
        still && beforeSigning && !dossier::sidesOf(paper->component.state).empty();
    for (QAction *action :
         {m_actions.rescan, m_actions.rescanFlatbed, m_actions.insertBefore, m_actions.setAside,
          m_actions.toggleBlank, m_actions.turnLeft, m_actions.turnRight, m_actions.moveBack,
          m_actions.moveOn, m_actions.split, m_actions.straighten, m_actions.cutToPaper,
          m_actions.evenTone, m_actions.turnUpright, m_actions.cropByHand})
        action->setEnabled(editable);
    for (std::size_t row = 0; row < m_actions.moveTo.size(); ++row) {
        m_actions.moveTo[row]->setEnabled(editable);
        m_actions.splitTo[row]->setEnabled(editable);
    }
    m_editable = editable;
    showCleanup();
    m_watch.setReady(still);
}

/// The toggles say what the side on the screen has.
void CaptureController::showCleanup()
{
    const dossier::Side *side = m_pages.current();
    const dossier::SideCleanup cleanup = side ? side->cleanup : dossier::SideCleanup{};
    m_actions.straighten->setChecked(isAutomatic(cleanup, CleanupStep::Straighten));
    m_actions.cutToPaper->setChecked(isAutomatic(cleanup, CleanupStep::Cut));
    m_actions.evenTone->setChecked(isAutomatic(cleanup, CleanupStep::Tone));
    m_actions.turnUpright->setChecked(isAutomatic(cleanup, CleanupStep::Upright));
    m_actions.allAutomatic->setEnabled(m_editable && hasHandwork(cleanup));
    m_actions.divide->setEnabled(m_editable && side && !side->out && side->items.size() > 1);
}

}  // namespace station::gui
