#include "app/gui/counter/step_words.h"

#include "app/gui/counter/capture_words.h"
#include "app/gui/counter/counter_actions.h"
#include "app/gui/counter/paper_changes.h"
#include "app/gui/counter/words.h"

namespace station::gui {
namespace {

/// What the sheets of the paper lack.
QString missingOf(const QString &component, const std::optional<DossierView> &dossier)
{
    if (dossier) {
        for (const ChecklistPaper &paper : dossier->papers) {
            if (paper.component.code == component)
                return CaptureWords::missing(tallyOf(paper));
        }
    }
    return {};
}

}  // namespace

QString StepWords::text(const NextStep &step, const std::optional<DossierView> &dossier)
{
    const int number = dossier ? paperNumber(*dossier, step.component) : 0;
    switch (step.step) {
    case Step::OpenDossier:
        return tr("Open the dossier");
    case Step::CreateDossier:
        return tr("Open the new dossier");
    case Step::ChooseCopy:
        return tr("Use this copy");
    case Step::EnterCount:
        return tr("Take this number of sheets");
    case Step::ExplainCount:
        return tr("It is right for this reason");
    case Step::GiveReason:
        return tr("Digitize for this reason");
    case Step::PutAside:
        return tr("Put the dossier aside");
    case Step::StopScan:
        return tr("Stop the scan");
    case Step::StopImport:
        return tr("Stop taking in files");
    case Step::ScanOn:
        return tr("Scan on");
    case Step::Wait:
        return tr("Please wait …");
    case Step::Decide:
        //: %1 is the number of the paper in the checklist, %2 the advised decision.
        return tr("Paper %1: %2").arg(number).arg(Words::decision(step.decision));
    case Step::Scan:
        return tr("Scan paper %1").arg(number);
    case Step::SettleCount:
        //: %1 is the number of the paper, %2 what its sheets lack.
        return tr("Paper %1: %2").arg(QString::number(number), missingOf(step.component, dossier));
    case Step::LookAtPage:
    case Step::Looking:
        //: %1 is the number of the page, %2 of its paper.
        return step.page > 0 ? tr("Look at page %1 of paper %2").arg(step.page).arg(number)
                             : tr("Look at the flagged page");
    case Step::ChooseCertificate:
        return tr("Sign with this certificate");
    case Step::KnowLastTry:
        return tr("I know: this is the last try");
    case Step::LeavePanel:
        return tr("Not now");
    case Step::SignOn:
        return tr("Sign on");
    case Step::LeaveResult:
        return tr("Go on");
    case Step::EnterPin:
    case Step::Sign:
        return tr("Sign %n copy(s)", nullptr, step.copies);
    case Step::CheckFields:
        return tr("Check the fields of paper %1").arg(number);
    case Step::ConfirmField:
        return tr("Confirm the field");
    case Step::AcceptCode:
        return tr("Accept the code");
    case Step::HandOver:
        return tr("Hand over the dossier");
    case Step::NextDossier:
        return tr("Next dossier");
    }
    Q_UNREACHABLE();
}

QString StepWords::note(const store::Hold &note)
{
    return note.forWhom.isEmpty()
               ? note.reason
               //: %1 is the reason why a dossier was put aside, %2 the name of a colleague.
               : tr("%1 (for %2)").arg(note.reason, note.forWhom);
}

const QAction *StepWords::decisionAction(dossier::Decision decision, const CounterActions &actions)
{
    switch (decision) {
    case dossier::Decision::Digitize:
        return actions.digitize;
    case dossier::Decision::Reuse:
        return actions.reuse;
    case dossier::Decision::Attach:
        return actions.attach;
    case dossier::Decision::ShownOnly:
        return actions.shownOnly;
    case dossier::Decision::Refuse:
        return actions.refuse;
    }
    Q_UNREACHABLE();
}

QString StepWords::key(const NextStep &step, const CounterActions &actions)
{
    switch (step.step) {
    case Step::OpenDossier:
    case Step::CreateDossier:
    case Step::ChooseCertificate:
    case Step::EnterPin:
    case Step::SignOn:
    case Step::LeaveResult:
    case Step::ChooseCopy:
    case Step::EnterCount:
    case Step::ExplainCount:
    case Step::GiveReason:
    case Step::PutAside:
    case Step::ScanOn:
    case Step::ConfirmField:
    case Step::AcceptCode:
        return tr("Enter");
    case Step::StopScan:
    case Step::StopImport:
    case Step::LeavePanel:
        return tr("Esc");
    case Step::Wait:
    case Step::Looking:
        return {};
    case Step::KnowLastTry:
        return CounterActions::keyText(*actions.knowLastTry);
    case Step::Decide:
        return CounterActions::keyText(*decisionAction(step.decision, actions));
    case Step::Scan:
        return CounterActions::keyText(*actions.scanFeeder);
    case Step::SettleCount:
    case Step::LookAtPage:
    case Step::CheckFields:
        //: The space bar.
        return tr("Space");
    case Step::Sign:
        return CounterActions::keyText(*actions.sign);
    case Step::HandOver:
    case Step::NextDossier:
        return CounterActions::keyText(*actions.handOver);
    }
    Q_UNREACHABLE();
}

}  // namespace station::gui
