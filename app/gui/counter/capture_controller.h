#pragma once

#include "app/gui/counter/count_controller.h"
#include "app/gui/counter/crop_controller.h"
#include "app/gui/counter/device_watch.h"
#include "app/gui/counter/scan_controller.h"
#include "app/gui/counter/side_editing.h"
#include "app/gui/counter/trouble_controller.h"
#include "app/gui/printing/print_controller.h"

#include <QObject>

#include <optional>

namespace station::gui {

class CounterActions;
class CounterPage;
class DecisionController;
class PagesController;
class UndoOrder;

/// How paper becomes sides: scanner, files, troubles, the count of sheets and
/// the edits of what was captured.
class CaptureController final : public QObject {
    Q_OBJECT

public:
    CaptureController(CounterDesk &desk, QThreadPool &lane, OpenDossier &open, CounterPage &page,
                      CounterActions &actions, PagesController &pages,
                      DecisionController &decisions, UndoOrder &undo, QObject *parent = nullptr);

    bool isPrinting() const { return m_printing.isPrinting(); }
    bool isScanning() const { return m_scanner.isRunning(); }
    bool isImporting() const { return m_scanner.isImporting(); }
    bool isPaused() const { return m_scanner.isPaused(); }

    void lookForScanner() { m_scanner.lookForScanner(); }
    void scan(workflow::PaperSource source, const store::SidePlace &place = {});
    void importFiles(const QStringList &files);
    void goOn();  ///< After a trouble.
    void stop();  ///< Ends a pause, else asks the run to stop.
    void settle(const QString &component) { m_count.settle(component); }
    /// `still`: neither scanner nor token nor repository is at work.
    void updateActions(bool still);

signals:
    void changed();  ///< What runs, or what is asked for.
    /// So many sides came behind all others of the paper, or it failed before.
    void ended(const QString &component, int sides);
    void settled();  ///< A count or its reason was taken.
    void failed(const station::Error &error);

private:
    std::optional<dossier::Decision> decisionFor(const ChecklistPaper &paper);
    void connectActions();
    void connectScanner();
    void connectRest();
    void rescan(workflow::PaperSource source);
    void chooseFiles();
    void noteEdits(int sides);
    void showCleanup();
    void tellImported(int sides, const QString &signedVerdict);

    OpenDossier &m_open;
    CounterPage &m_page;
    CounterActions &m_actions;
    PagesController &m_pages;
    DecisionController &m_decisions;
    UndoOrder &m_undo;
    ScanController m_scanner;
    TroubleController m_trouble;
    CountController m_count;
    SideEditing m_editing;
    CropController m_crop;
    PrintController m_printing;
    DeviceWatch m_watch;
    workflow::PaperSource m_feeder = workflow::PaperSource::Feeder;  ///< As it was used last.
    store::SidePlace m_place{};                                      ///< Of the run.
    int m_separators = 0;  ///< That were followed in the run.
    bool m_interrupted = false;
    bool m_editable = false;         ///< The paper on the screen takes edits now.
    bool m_scannersChanged = false;  ///< While something ran.
};

}  // namespace station::gui
