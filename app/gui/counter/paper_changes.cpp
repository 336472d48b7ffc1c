#include "app/gui/counter/paper_changes.h"

#include <algorithm>

namespace station::gui {

using dossier::Decision;

dossier::PaperState withSide(const dossier::PaperState &state, const dossier::Side &side)
{
    dossier::Sides sides = dossier::sidesOf(state);
    const auto known = std::find_if(sides.begin(), sides.end(), [&](const dossier::Side &other) {
        return other.id == side.id;
    });
    if (known != sides.end())
        *known = side;
    else
        sides.push_back(side);
    if (std::holds_alternative<dossier::AttachedPaper>(state))
        return dossier::AttachedPaper{std::move(sides)};
    return dossier::CapturedPaper{std::move(sides)};
}

std::optional<Decision> decisionOf(const dossier::PaperState &state)
{
    if (std::holds_alternative<dossier::OpenSlot>(state))
        return std::nullopt;
    if (std::holds_alternative<dossier::ReusedCopy>(state))
        return Decision::Reuse;
    if (std::holds_alternative<dossier::AttachedPaper>(state))
        return Decision::Attach;
    if (std::holds_alternative<dossier::ShownPaper>(state))
        return Decision::ShownOnly;
    if (std::holds_alternative<dossier::RefusedPaper>(state))
        return Decision::Refuse;
    return Decision::Digitize;
}

std::optional<Decision> decisionToScan(const ChecklistPaper &paper)
{
    const auto decided = decisionOf(paper.component.state);
    const Decision meant = decided.value_or(paper.advised);
    if (meant == Decision::Digitize || meant == Decision::Attach)
        return meant;
    return std::nullopt;
}

}  // namespace station::gui
