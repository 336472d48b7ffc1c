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

/// The face of `replaced`'s sheet that the side stands for; none: its sheet is
/// another one, which the feeder took behind it.
std::optional<Face> faceFor(const dossier::Side &side, const SideRow &replaced, int ofRun)
{
    const Face other = replaced.side.face == Face::Front ? Face::Back : Face::Front;
    if (ofRun > 1 || (ofRun == 1 && side.face != Face::Back))
        return std::nullopt;
    if (side.twoSided)
        return side.face;
    return ofRun == 0 ? replaced.side.face : other;
}

SideLanding inPlaceOf(const SideRow &replaced, const NewSide &added, const Rows &rows, int ofRun,
                      const SheetId &ownSheet)
{
    const auto isOfRun = [&](const SideRow &row) { return row.runId == added.runId; };
    const auto face = faceFor(added.side, replaced, ofRun);
    if (!face) {
        const auto *last = lastWhere(rows, isOfRun);
        return {rankBehind(rows, last ? *last : replaced), ownSheet, added.side.face, std::nullopt,
                EditKind::Replace};
    }
    const auto isOfSheet = [&](const SideRow &row) { return row.sheet == replaced.sheet; };
    SideLanding landing{.sheet = replaced.sheet, .face = *face, .edit = EditKind::Replace};
    const auto *same = lastWhere(rows, [&](const SideRow &row) {
        return isOfSheet(row) && !isOfRun(row) && row.side.face == *face && !row.side.out;
    });
    if (*face == replaced.side.face && (!replaced.side.out || !same))
        same = &replaced;
    if (same) {
        landing.rank = rankBehind(rows, *same);
        if (!same->side.out)
            landing.aside = *same;
    } else if (*face == Face::Back) {
        landing.rank = rankBehind(rows, *lastWhere(rows, isOfSheet));
    } else {
        landing.rank = rankBefore(rows, *std::ranges::find_if(rows, isOfSheet));
    }
    return landing;
}

}  // namespace

SideLanding landingOf(const NewSide &added, const Rows &rows, int ofRun)
{
    // Without a run, the number alone tells the sheet.
    const QString run = added.runId == added.side.id ? QString() : added.runId;
    const SheetId ownSheet{added.component, run, added.side.sheet};
    if (const auto *replaced = byId(rows, added.place.replaces))
        return inPlaceOf(*replaced, added, rows, ofRun, ownSheet);
    if (const auto *next = byId(rows, added.place.before))
        return {rankBefore(rows, *next), ownSheet, added.side.face, std::nullopt, EditKind::Insert};
    const QString last = rows.empty() ? QString() : rows.back().rank;
    return {dossier::rankBetween(last, {}), ownSheet, added.side.face, std::nullopt, std::nullopt};
}

}  // namespace station::store
