#include "core/store/side_landing.h"

#include <algorithm>
#include <functional>

namespace station::store {
namespace {

using dossier::EditKind;
using dossier::Face;
using Rows = std::vector<SideRow>;

const SideRow *lastWhere(const Rows &rows, const std::function<bool(const SideRow &)> &fits)
{
    const auto found = std::find_if(rows.rbegin(), rows.rend(), fits);
    return found == rows.rend() ? nullptr : &*found;
}

const SideRow *byId(const Rows &rows, const QString &id)
{
    return id.isEmpty() ? nullptr
                        : lastWhere(rows, [&](const auto &row) { return row.side.id == id; });
}

QString rankBefore(const Rows &rows, const SideRow &next)
{
    const auto *previous = lastWhere(rows, [&](const auto &row) { return row.rank < next.rank; });
    return dossier::rankBetween(previous ? previous->rank : QString(), next.rank);
}

QString rankBehind(const Rows &rows, const SideRow &previous)
{
    const auto next =
        std::ranges::find_if(rows, [&](const auto &row) { return row.rank > previous.rank; });
    return dossier::rankBetween(previous.rank, next == rows.end() ? QString() : next->rank);
}

/// A side that is scanned again, and what there is around it.
struct Rescan {
    const NewSide &added;
    const Rows &rows;
    const SideRow &replaced;

    bool isOfRun(const SideRow &row) const { return row.runId == added.runId; }
    bool isOfSheet(const SideRow &row) const { return row.sheet == replaced.sheet; }

    const SideRow *inPlace(Face face) const
    {
        return lastWhere(rows, [&](const SideRow &row) {
            return isOfSheet(row) && !isOfRun(row) && !row.side.out && row.side.face == face;
        });
    }

    /// The face of its sheet that the side stands for; none: it is of another
    /// sheet, which the feeder took behind it.
    std::optional<Face> face(int ofRun) const
    {
        const Face own = added.side.face;
        const Face asked = replaced.side.face;
        if (ofRun == 0) {
            const Face face = added.side.twoSided ? own : asked;
            // Replaced already, by an earlier run.
            return replaced.side.out && inPlace(face) ? std::nullopt : std::optional(face);
        }
        const bool begun = std::ranges::any_of(
            rows, [&](const SideRow &row) { return isOfSheet(row) && isOfRun(row); });
        if (ofRun > 1 || own != Face::Back || !begun)
            return std::nullopt;
        if (added.side.twoSided)
            return own;
        return asked == Face::Front ? Face::Back : Face::Front;
    }

    SideLanding landing(Face face) const
    {
        SideLanding landing{.sheet = replaced.sheet, .face = face, .edit = EditKind::Replace};
        const bool asked = face == replaced.side.face;
        const auto *current = asked && !replaced.side.out ? &replaced : inPlace(face);
        if (current)
            landing.aside = *current;
        else if (asked)
            current = &replaced;
        const auto ofSheet = [this](const SideRow &row) { return isOfSheet(row); };
        if (current)
            landing.rank = rankBehind(rows, *current);
        else if (face == Face::Back)
            landing.rank = rankBehind(rows, *lastWhere(rows, ofSheet));
        else
            landing.rank = rankBefore(rows, *std::ranges::find_if(rows, ofSheet));
        return landing;
    }

    SideLanding behind(const SheetId &ownSheet) const
    {
        const auto *last = lastWhere(rows, [this](const SideRow &row) { return isOfRun(row); });
        if (!last)
            last = lastWhere(rows, [this](const SideRow &row) { return isOfSheet(row); });
        return {rankBehind(rows, *last), ownSheet, added.side.face, std::nullopt,
                EditKind::Replace};
    }
};

}  // namespace

SideLanding landingOf(const NewSide &added, const Rows &rows, int ofRun)
{
    // Without a run, the number alone tells the sheet.
    const QString run = added.runId == added.side.id ? QString() : added.runId;
    const SheetId ownSheet{added.component, run, added.side.sheet};
    if (const auto *replaced = byId(rows, added.place.replaces)) {
        const Rescan rescan{added, rows, *replaced};
        const auto face = rescan.face(ofRun);
        return face ? rescan.landing(*face) : rescan.behind(ownSheet);
    }
    if (const auto *next = byId(rows, added.place.before))
        return {rankBefore(rows, *next), ownSheet, added.side.face, std::nullopt, EditKind::Insert};
    const QString last = rows.empty() ? QString() : rows.back().rank;
    return {dossier::rankBetween(last, {}), ownSheet, added.side.face, std::nullopt, std::nullopt};
}

}  // namespace station::store
