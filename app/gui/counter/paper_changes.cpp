#include "app/gui/counter/paper_changes.h"

#include <algorithm>

namespace station::gui {

using dossier::Decision;

namespace {

void putSide(dossier::Sides &sides, const dossier::Side &side, const QString &before)
{
    const auto is = [](const QString &id) {
        return [&id](const dossier::Side &other) { return other.id == id; };
    };
    // Most often the last one, cleaned.
    const auto known = std::find_if(sides.rbegin(), sides.rend(), is(side.id));
    if (known != sides.rend())
        *known = side;
    else
        sides.insert(std::find_if(sides.begin(), sides.end(), is(before)), side);
}

}  // namespace

void putSide(dossier::PaperState &state, const dossier::Side &side, const QString &before)
{
    if (auto *attached = std::get_if<dossier::AttachedPaper>(&state))
        return putSide(attached->sides, side, before);
    if (!std::holds_alternative<dossier::CapturedPaper>(state))
        state = dossier::CapturedPaper{};
    putSide(std::get<dossier::CapturedPaper>(state).sides, side, before);
}

void takeSide(dossier::PaperState &state, const QString &side)
{
    const auto take = [&](dossier::Sides &sides) {
        std::erase_if(sides, [&](const dossier::Side &one) { return one.id == side; });
    };
    if (auto *attached = std::get_if<dossier::AttachedPaper>(&state))
        return take(attached->sides);
    auto *captured = std::get_if<dossier::CapturedPaper>(&state);
    if (!captured)
        return;
    take(captured->sides);
    if (captured->sides.empty())
        state = dossier::DigitizeSlot{};
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

int paperNumber(const DossierView &dossier, const QString &component)
{
    int number = 0;
    for (const ChecklistPaper &paper : dossier.papers) {
        ++number;
        if (paper.component.code == component)
            return number;
    }
    return 0;
}

std::optional<Decision> decisionToScan(const ChecklistPaper &paper)
{
    const auto decided = decisionOf(paper.component.state);
    const Decision meant = decided.value_or(paper.advised);
    if (meant == Decision::Digitize || meant == Decision::Attach)
        return meant;
    return std::nullopt;
}

bool samePicture(const dossier::Side &first, const dossier::Side &second)
{
    return first.cleaned == second.cleaned && first.turnDeg == second.turnDeg &&
           first.cleanup == second.cleanup && first.widthPx == second.widthPx &&
           first.heightPx == second.heightPx;
}

}  // namespace station::gui
