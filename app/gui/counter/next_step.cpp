#include "app/gui/counter/next_step.h"

#include <algorithm>

namespace station::gui {
namespace {

using dossier::Decision;

template <typename... States>
bool isAny(const dossier::PaperState &state)
{
    return (std::holds_alternative<States>(state) || ...);
}

bool awaitsScan(const dossier::PaperState &state)
{
    const auto *attached = std::get_if<dossier::AttachedPaper>(&state);
    return isAny<dossier::DigitizeSlot>(state) || (attached && attached->sides.empty());
}

/// The first paper that fits, the current one before all others.
template <typename Fits>
const ChecklistPaper *firstPaper(const DossierView &dossier, const QString &currentCode, Fits fits)
{
    const auto &papers = dossier.papers;
    const auto current = std::find_if(papers.begin(), papers.end(), [&](const auto &paper) {
        return paper.component.code == currentCode && fits(paper);
    });
    if (current != papers.end())
        return &*current;
    const auto any = std::find_if(papers.begin(), papers.end(), fits);
    return any == papers.end() ? nullptr : &*any;
}

template <typename Fits>
const ChecklistPaper *firstPaper(const CounterSituation &situation, Fits fits)
{
    return firstPaper(*situation.dossier, situation.current, fits);
}

std::optional<NextStep> lookStep(const CounterSituation &situation)
{
    const auto *unseen = firstPaper(situation, [&](const ChecklistPaper &paper) {
        return situation.unseen.contains(paper.component.code);
    });
    if (unseen) {
        const UnseenPage &first = situation.unseen.at(unseen->component.code);
        const bool here = first.side == situation.lookingAt;
        return NextStep{.step = here ? Step::Looking : Step::LookAtPage,
                        .component = unseen->component.code,
                        .side = first.side,
                        .page = first.page};
    }
    const auto *flagged = firstPaper(situation, [&](const ChecklistPaper &paper) {
        return situation.unseenFlags.contains(paper.component.code);
    });
    return flagged ? std::optional<NextStep>({Step::LookAtPage, flagged->component.code})
                   : std::nullopt;
}

/// What a panel waits for.
std::optional<NextStep> askedStep(const CounterSituation &situation)
{
    switch (situation.asking) {
    case Asking::Certificate:
        return NextStep{Step::ChooseCertificate};
    case Asking::LastTry:
        return NextStep{Step::KnowLastTry};
    case Asking::Pin:
        return NextStep{.step = Step::EnterPin, .copies = capturedPapers(*situation.dossier)};
    case Asking::NoToken:
    case Asking::NoCopy:
        return NextStep{Step::LeavePanel};
    case Asking::Result:
        return NextStep{Step::LeaveResult};
    case Asking::Copy:
        return NextStep{Step::ChooseCopy};
    case Asking::Count:
        return NextStep{Step::EnterCount, situation.current};
    case Asking::Explanation:
        return NextStep{Step::ExplainCount, situation.current};
    case Asking::Reason:
        return NextStep{Step::GiveReason};
    case Asking::Hold:
        return NextStep{Step::PutAside};
    case Asking::Nothing:
    case Asking::NewDossier:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

std::optional<NextStep> captureStep(const CounterSituation &situation)
{
    const auto *paper = firstPaper(situation, [&](const ChecklistPaper &candidate) {
        const auto &state = candidate.component.state;
        const bool asked = candidate.required || candidate.component.code == situation.current;
        return awaitsScan(state) || (asked && isAny<dossier::OpenSlot>(state));
    });
    if (!paper)
        return std::nullopt;

    const bool open = isAny<dossier::OpenSlot>(paper->component.state);
    const bool scanFollows =
        paper->advised == Decision::Digitize || paper->advised == Decision::Attach;
    const Step step = open && !scanFollows ? Step::Decide : Step::Scan;
    return NextStep{step, paper->component.code, paper->advised};
}

}  // namespace

int capturedPapers(const DossierView &dossier)
{
    return static_cast<int>(
        std::count_if(dossier.papers.begin(), dossier.papers.end(), [](const auto &paper) {
            return isAny<dossier::CapturedPaper>(paper.component.state);
        }));
}

dossier::SheetTally tallyOf(const ChecklistPaper &paper)
{
    return dossier::tallyOf(dossier::sidesOf(paper.component.state), paper.component.count);
}

bool awaitsCount(const ChecklistPaper &paper)
{
    const auto *captured = std::get_if<dossier::CapturedPaper>(&paper.component.state);
    return captured && !dossier::isSettled(captured->sides, paper.component.count);
}

const ChecklistPaper *paperToSettle(const DossierView &dossier, const QString &current)
{
    return firstPaper(dossier, current, awaitsCount);
}

NextStep nextStep(const CounterSituation &situation)
{
    if (!situation.dossier)
        return {situation.asking == Asking::NewDossier ? Step::CreateDossier : Step::OpenDossier};
    if (situation.paused)
        return {Step::ScanOn};
    if (situation.scanning)
        return {situation.importing ? Step::StopImport : Step::StopScan};
    if (situation.signingStands)
        return {Step::SignOn};
    if (situation.busy)
        return {Step::Wait};
    if (const auto asked = askedStep(situation))
        return *asked;

    if (const auto capture = captureStep(situation))
        return *capture;

    if (const auto *paper = paperToSettle(*situation.dossier, situation.current))
        return {Step::SettleCount, paper->component.code};

    if (const auto look = lookStep(situation))
        return *look;

    if (const int copies = capturedPapers(*situation.dossier); copies > 0)
        return {.step = Step::Sign, .copies = copies};

    const auto *toCheck = firstPaper(situation, [](const ChecklistPaper &paper) {
        return isAny<dossier::SignedCopy>(paper.component.state);
    });
    if (toCheck) {
        const bool confirmed =
            toCheck->component.code == situation.current && situation.currentFieldsConfirmed;
        const bool here = toCheck->component.code == situation.current && situation.inField;
        return {confirmed ? Step::AcceptCode
                : here    ? Step::ConfirmField
                          : Step::CheckFields,
                toCheck->component.code};
    }

    const auto &papers = situation.dossier->papers;
    const bool toSend = std::any_of(papers.begin(), papers.end(), [](const auto &paper) {
        return isAny<dossier::ExtractedCopy, dossier::CodedCopy, dossier::StoredCopy>(
            paper.component.state);
    });
    // Papers that make no copy (reused, attached, shown) are handed over with
    // the others; when there is no other, nothing tells "sent" from "not sent".
    const bool sent = std::any_of(papers.begin(), papers.end(), [](const auto &paper) {
        return isAny<dossier::HandedOverCopy>(paper.component.state);
    });
    return {toSend || !sent ? Step::HandOver : Step::NextDossier};
}

}  // namespace station::gui
