#include "core/store/store_connection.h"

#include "core/base/uuid7.h"

#include <algorithm>
#include <array>
#include <set>

using namespace Qt::StringLiterals;

namespace station::store {
namespace {

using dossier::Edit;
using dossier::Placement;
using dossier::PlacementChange;

constexpr std::array turns{0, 90, 180, 270};

Placement placed(Placement placement, bool out)
{
    placement.out = out;
    return placement;
}

/// The other way round, and from the end.
std::vector<PlacementChange> reversed(std::vector<PlacementChange> changes)
{
    std::ranges::reverse(changes);
    for (auto &change : changes)
        std::swap(change.before, change.after);
    return changes;
}

/// `current` with what the change changes; nothing when it is not as the change
/// expects. The rest may have moved on: clean-up finds blank sides at any time.
std::optional<Placement> changed(Placement current, const PlacementChange &change)
{
    bool fits = true;
    const auto take = [&](auto Placement::*part) {
        if (change.before.*part == change.after.*part)
            return;
        fits = fits && current.*part == change.before.*part;
        current.*part = change.after.*part;
    };
    take(&Placement::component);
    take(&Placement::rank);
    take(&Placement::turnDeg);
    take(&Placement::cleanup);
    take(&Placement::blank);
    take(&Placement::out);
    return fits ? std::optional(current) : std::nullopt;
}

std::set<QString> papersOf(const std::vector<PlacementChange> &changes)
{
    std::set<QString> papers;
    for (const auto &change : changes)
        papers.insert({change.before.component, change.after.component});
    return papers;
}

Expected<> checkForm(const Edit &edit)
{
    if (edit.changes.empty())
        return fail(Fault::InvalidInput, u"an edit without changes"_s);
    for (const auto &[side, before, after] : edit.changes) {
        // What would be read back otherwise is out of range.
        const bool holds = dossier::sideCleanupFrom(toJson(after.cleanup)) == after.cleanup;
        if (after.rank.isEmpty() || std::ranges::find(turns, after.turnDeg) == turns.end() ||
            !holds)
            return fail(Fault::InvalidInput, u"placement of side "_s + side);
    }
    return {};
}

}  // namespace

/// What a transaction does with an edit, forwards or backwards.
struct Store::EditWork {
    Connection &store;
    const QString &dossierUuid;
    const QString &actor;

    Expected<> checkKnown() const
    {
        if (const auto known = store.dossiers.find(dossierUuid); !known)
            return fail(known.error());
        return {};
    }

    Expected<> checkBefore(const Edit &edit) const
    {
        const auto placements = store.sides.placements(dossierUuid);
        for (const auto &change : edit.changes) {
            const auto found = placements.find(change.side);
            if (found == placements.end() || *found != change.before)
                return fail(Fault::Conflict, u"side "_s + change.side + u" is elsewhere"_s);
        }
        return {};
    }

    /// Two sides at one place: another edit was quicker.
    Expected<> checkRanks(const Edit &edit) const
    {
        const auto placements = store.sides.placements(dossierUuid);
        for (const auto &[side, before, after] : edit.changes) {
            const auto shared = std::ranges::count_if(placements, [&](const Placement &other) {
                return other.component == after.component && other.rank == after.rank;
            });
            const bool moved = before.component != after.component || before.rank != after.rank;
            if (moved && shared > 1)
                return fail(Fault::Conflict, u"the place of side "_s + side + u" is taken"_s);
        }
        return {};
    }

    Expected<> place(const std::vector<PlacementChange> &changes, const QString &action) const
    {
        const auto papers = papersOf(changes);
        for (const auto &paper : papers) {
            if (auto takes = store.checkTakesSides(dossierUuid, paper); !takes)
                return takes;
        }
        for (const auto &change : changes) {
            const auto current = store.sides.find(dossierUuid, change.side);
            const auto next = current && papers.contains(current->component)
                                  ? changed(current->placement(), change)
                                  : std::nullopt;
            if (!next)
                return fail(Fault::Conflict, u"side "_s + change.side + u" is elsewhere"_s);
            if (current->side.purged)
                return fail(Fault::PicturesPurged, u"side "_s + change.side, current->component);
            store.sides.place(change.side, *next);
        }
        for (const auto &paper : papers) {
            if (auto followed = store.followSides(dossierUuid, paper); !followed)
                return followed;
            store.record(dossierUuid, paper, actor, action);
        }
        return {};
    }

    Expected<Edit> step(bool undo) const
    {
        if (const auto known = checkKnown(); !known)
            return fail(known.error());
        const auto row =
            undo ? store.edits.nextUndo(dossierUuid) : store.edits.nextRedo(dossierUuid);
        if (!row)
            return fail(Fault::NothingToDo, undo ? u"undo"_s : u"redo"_s);
        const auto &edit = row->edit;
        const QString action = (undo ? u"undo_"_s : u"redo_"_s) + dossier::editKindName(edit.kind);
        if (const auto placed = place(undo ? reversed(edit.changes) : edit.changes, action);
            !placed)
            return fail(placed.error());
        store.edits.setUndone(edit.id, undo);
        return edit;
    }
};

Expected<QHash<QString, Placement>> Store::placements(const QString &dossierUuid) const
{
    return guarded([&]() -> Expected<QHash<QString, Placement>> {
        return m_connection->sides.placements(dossierUuid);
    });
}

Expected<> Store::applyEdit(const QString &dossierUuid, const Edit &edit, const QString &actor)
{
    const EditWork work{*m_connection, dossierUuid, actor};
    return m_connection->transact([&]() -> Expected<> {
        if (auto known = work.checkKnown(); !known)
            return known;
        if (auto formed = checkForm(edit); !formed)
            return formed;
        if (m_connection->edits.contains(edit.id))
            return fail(Fault::Conflict, u"edit "_s + edit.id);
        if (auto fits = work.checkBefore(edit); !fits)
            return fits;
        const QString action = u"edit_"_s + dossier::editKindName(edit.kind);
        if (auto placed = work.place(edit.changes, action); !placed)
            return placed;
        if (auto free = work.checkRanks(edit); !free)
            return free;
        m_connection->addEdit(dossierUuid, {edit, {}});
        return {};
    });
}

Expected<> Store::divideSide(const QString &dossierUuid, const QString &whole,
                             const dossier::Sides &parts, const QString &actor)
{
    auto &store = *m_connection;
    return store.transact([&]() -> Expected<> {
        const auto row = store.sides.find(dossierUuid, whole);
        if (!row || row->side.out || parts.empty())
            return fail(Fault::Conflict, u"side "_s + whole + u" is not to be divided"_s);
        if (auto takes = store.checkTakesSides(dossierUuid, row->component); !takes)
            return takes;
        const auto rows = store.sides.rowsOf(dossierUuid, row->component);
        const auto next =
            std::ranges::find_if(rows, [&](const auto &other) { return other.rank > row->rank; });
        const QString ceiling = next == rows.end() ? QString() : next->rank;
        Edit edit{.id = newUuid7(), .kind = dossier::EditKind::Divide};
        QString rank = row->rank;
        for (const auto &part : parts) {
            if (store.sides.find(dossierUuid, part.id))
                return fail(Fault::Conflict, u"side "_s + part.id + u" is there already"_s);
            rank = dossier::rankBetween(rank, ceiling);
            // Each lay beside the others: a sheet of its own.
            const SideRow added{
                .side = part,
                .component = row->component,
                .rank = rank,
                .sheet = {row->component, edit.id, static_cast<int>(edit.changes.size()) + 1}};
            store.sides.insert(dossierUuid, added);
            edit.changes.push_back({part.id, placed(added.placement(), true), added.placement()});
        }
        edit.changes.push_back({whole, row->placement(), placed(row->placement(), true)});
        store.sides.place(whole, placed(row->placement(), true));
        store.addEdit(dossierUuid, {edit, {}});
        store.record(dossierUuid, row->component, actor,
                     u"edit_"_s + dossier::editKindName(edit.kind));
        return {};
    });
}

Expected<Edit> Store::undoEdit(const QString &dossierUuid, const QString &actor)
{
    const EditWork work{*m_connection, dossierUuid, actor};
    return m_connection->transact([&] { return work.step(true); });
}

Expected<Edit> Store::redoEdit(const QString &dossierUuid, const QString &actor)
{
    const EditWork work{*m_connection, dossierUuid, actor};
    return m_connection->transact([&] { return work.step(false); });
}

Expected<EditHistory> Store::editHistory(const QString &dossierUuid) const
{
    return guarded([&]() -> Expected<EditHistory> {
        const SQLite::Transaction snapshot(*m_connection->database);
        const auto undo = m_connection->edits.nextUndo(dossierUuid);
        const auto redo = m_connection->edits.nextRedo(dossierUuid);
        EditHistory history;
        if (undo)
            history.undo = undo->edit.kind;
        if (redo)
            history.redo = redo->edit.kind;
        return history;
    });
}

}  // namespace station::store
