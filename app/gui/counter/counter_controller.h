#pragma once

#include "app/gui/counter/capture_controller.h"
#include "app/gui/counter/compare_controller.h"
#include "app/gui/counter/counter_desk.h"
#include "app/gui/counter/counter_page.h"
#include "app/gui/counter/decision_controller.h"
#include "app/gui/counter/entry_controller.h"
#include "app/gui/counter/fields_controller.h"
#include "app/gui/counter/next_step.h"
#include "app/gui/counter/open_dossier.h"
#include "app/gui/counter/pages_controller.h"
#include "app/gui/counter/review_controller.h"
#include "app/gui/counter/sign_controller.h"
#include "app/gui/counter/undo_order.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

namespace station::gui {

class ComponentModel;
class CounterActions;
class SideModel;

/// Takes a dossier through its steps: knows what comes next and which of the
/// other controllers does it. Never waits; answers of the desk arrive as values.
class CounterController final : public QObject {
    Q_OBJECT

public:
    CounterController(CounterDesk &desk, CounterPage &page, CounterActions &actions,
                      ComponentModel &papers, SideModel &sides, QObject *parent = nullptr);
    ~CounterController() override;

    const NextStep &step() const { return m_step; }
    /// Files that were dropped on the window: into the current paper.
    void importFiles(const QStringList &files) { m_capture.importFiles(files); }
    /// Whatever waits for the clerk ends with what it has.
    void windowClosing();
    /// What the end of the window would stop or leave to wait, in words; empty: nothing.
    QString leftUndone() const;
    void showError(const Error &error);

    QString dossier() const { return m_open.uuid(); }
    const QString &paper() const { return m_open.current(); }
    /// As it was on the screen before: the dossier with that paper in front.
    void reopen(const QString &uuid, const QString &paper);
    void keysChanged() { updateStep(); }  ///< The primary button shows one.
    /// Signing ends before its next paper and the token is locked.
    void sessionLocked();

signals:
    void stepChanged(const station::gui::NextStep &step);
    void paperMoved();  ///< In the scanner: a side came, a run began, paused or ended.
    void paperShown(const QString &component);

private:
    void connectPage();
    void connectActions();
    void connectControllers();

    void open(const DossierView &view);
    void handOver();
    void endHandOver(const Expected<DossierView> &view, const QString &code);
    void takeOutbox(const OutboxState &state);
    void leaveDossier();
    void putAside(const store::Hold &note);

    void showDossier();
    void showCurrentPaper();
    void showSheets();
    void selectRow(int row);
    void sign();
    void goOnSigning();
    void leaveResult();
    bool refuseUnseen();
    void decide(dossier::Decision decision);

    void pressPrimary();
    void nextForHuman();
    void cancel();
    void showPanel(CounterPage::Panel panel);
    Asking asking() const;
    void updateStep();
    void goOn();  ///< Looks at the paper that the next step is about.

    CounterDesk &m_desk;
    CounterPage &m_page;
    CounterActions &m_actions;
    ComponentModel &m_papers;
    QThreadPool m_lane{};
    OpenDossier m_open{};
    EntryController m_entry;
    UndoOrder m_undo;
    PagesController m_pages;
    ReviewController m_review;
    CompareController m_compare;
    FieldsController m_fields;
    DecisionController m_decisions;
    CaptureController m_capture;
    SignController m_signing;
    QTimer m_soon{};  ///< Sides may come faster than anybody reads.
    NextStep m_step{};
    store::Hold m_note{};  ///< Why the open dossier had been put aside.
    QString m_queued{};    ///< What was said when a hand-over had to wait.
    bool m_storing = false;
    bool m_signWhenSeen = false;  ///< F8 while the last page was on the screen for too short.
    bool m_enteringNew = false;
};

}  // namespace station::gui
