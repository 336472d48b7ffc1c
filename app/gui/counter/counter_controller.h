#pragma once

#include "app/gui/counter/counter_desk.h"
#include "app/gui/counter/counter_page.h"
#include "app/gui/counter/decision_controller.h"
#include "app/gui/counter/fields_controller.h"
#include "app/gui/counter/next_step.h"
#include "app/gui/counter/open_dossier.h"
#include "app/gui/counter/pages_controller.h"
#include "app/gui/counter/scan_controller.h"
#include "app/gui/counter/side_marking.h"
#include "app/gui/counter/sign_controller.h"

#include <QObject>
#include <QThreadPool>
#include <QUndoStack>

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

private:
    void connectPage();
    void connectActions();
    void connectControllers();

    void refreshStart();
    void openTyped(const QString &typed);
    void open(const Expected<DossierView> &view);
    void create(const NewDossier &wanted);
    void readCard(const QString &qrText);
    void handOver();
    void endHandOver(const Expected<DossierView> &view, const QString &code);
    void leaveDossier();

    void showDossier();
    void showCurrentPaper();
    void selectRow(int row);
    void scan(workflow::PaperSource source);
    void decide(dossier::Decision decision);

    void pressPrimary();
    void nextForHuman();
    void cancel();
    void showPanel(CounterPage::Panel panel);
    Asking asking() const;
    void updateStep();
    void goOn();  ///< Looks at the paper that the next step is about.
    void showError(const Error &error);

    CounterDesk &m_desk;
    CounterPage &m_page;
    CounterActions &m_actions;
    ComponentModel &m_papers;
    QUndoStack m_undo{};
    QThreadPool m_lane{};
    OpenDossier m_open{};
    PagesController m_pages;
    FieldsController m_fields;
    DecisionController m_decisions;
    SideMarking m_marking;
    ScanController m_scanner;
    SignController m_signing;
    NextStep m_step{};
    bool m_storing = false;
    bool m_enteringNew = false;
};

}  // namespace station::gui
