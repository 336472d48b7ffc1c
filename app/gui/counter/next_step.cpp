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
const ChecklistPaper *firstPaper(const CounterSituation &situation, Fits fits)
{
    const auto &papers = situation.dossier->papers;
    const auto current = std::find_if(papers.begin(), papers.end(), [&](const auto &paper) {
        return paper.component.code == situation.current && fits(paper);
    });
    if (current != papers.end())
        return &*current;
    const auto any = std::find_if(papers.begin(), papers.end(), fits);
    return any == papers.end() ? nullptr : &*any;
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

NextStep nextStep(const CounterSituation &situation)
{
    if (!situation.dossier)
        return {situation.asking == Asking::NewDossier ? Step::CreateDossier : Step::OpenDossier};
    if (situation.scanning)
        return {Step::StopScan};
    if (situation.busy)
        return {Step::Wait};

    if (situation.asking == Asking::Pin)
        return {.step = Step::EnterPin, .copies = capturedPapers(*situation.dossier)};
    if (situation.asking == Asking::Copy)
        return {Step::ChooseCopy};

    if (const auto capture = captureStep(situation))
        return *capture;

    const auto *flagged = firstPaper(situation, [&](const ChecklistPaper &paper) {
        return situation.unseenFlags.contains(paper.component.code);
    });
    if (flagged)
        return {Step::LookAtPage, flagged->component.code};

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
