#include "core/store/side_landing.h"
#include "core/store/store_connection.h"

using namespace Qt::StringLiterals;

namespace station::store {
namespace {

constexpr qint64 keepRunsMs = 30LL * 24 * 60 * 60 * 1000;

dossier::Placement placed(dossier::Placement placement, bool out)
{
    placement.out = out;
    return placement;
}

SideRow rowOf(const NewSide &added, const SideLanding &landing)
{
    SideRow row{.side = added.side,
                .component = added.component,
                .rank = landing.rank,
                .runId = added.runId,
                .sheet = landing.sheet};
    row.side.face = landing.face;
    return row;
}

/// The new side and the one that it replaces; undone, it is the other way round.
EditRow editOf(const NewSide &added, const SideRow &row, const SideLanding &landing)
{
    EditRow edit{.edit = {.id = added.runId, .kind = *landing.edit}, .runId = added.runId};
    const auto placement = row.placement();
    edit.edit.changes.push_back({row.side.id, placed(placement, true), placement});
    if (landing.aside) {
        const auto before = landing.aside->placement();
        edit.edit.changes.push_back({landing.aside->side.id, before, placed(before, true)});
    }
    return edit;
}

}  // namespace

Expected<> Store::addSide(const NewSide &added, const QString &actor)
{
    auto &store = *m_connection;
    return store.transact([&]() -> Expected<> {
        if (store.sides.find(added.dossierUuid, added.side.id))
            return {};
        if (auto takes = store.checkTakesSides(added.dossierUuid, added.component); !takes)
            return takes;
        const auto landing =
            landingOf(added, store.sides.rowsOf(added.dossierUuid, added.component),
                      store.sides.countOfRun(added.dossierUuid, added.runId));
        const auto row = rowOf(added, landing);
        store.sides.insert(added.dossierUuid, row);
        store.record(added.dossierUuid, added.component, actor, u"capture"_s);
        if (landing.aside)
            store.sides.place(landing.aside->side.id, placed(landing.aside->placement(), true));
        if (landing.edit) {
            store.addEdit(added.dossierUuid, editOf(added, row, landing));
            store.record(added.dossierUuid, added.component, actor,
                         u"edit_"_s + dossier::editKindName(*landing.edit));
        }
        return store.followSides(added.dossierUuid, added.component);
    });
}

Expected<> Store::updateSide(const QString &dossierUuid, const dossier::Side &side,
                             const QString &actor, const QString &objectSha256)
{
    auto &store = *m_connection;
    return store.transact([&]() -> Expected<> {
        const auto known = store.sides.find(dossierUuid, side.id);
        const QString component = known ? known->component : QString();
        if (auto takes = store.checkTakesSides(dossierUuid, component); !takes)
            return takes;
        auto cleaned = side;
        if (known->side.cleaned || store.edits.decidesBlank(dossierUuid, side.id))
            cleaned.blank = known->side.blank;
        cleaned.cleaned = side.cleaned && known->side.turnDeg == side.turnDeg &&
                          known->side.cleanup == side.cleanup;
        store.sides.update(cleaned);
        store.record(dossierUuid, component, actor, u"clean"_s, objectSha256);
        return {};
    });
}

Expected<> Store::beginRun(const ScanRun &run)
{
    auto &store = *m_connection;
    return store.transact([&]() -> Expected<> {
        if (const auto paper = store.components.find(run.dossierUuid, run.component); !paper)
            return fail(paper.error());
        if (!store.runs.insert(run))
            return fail(Fault::Conflict, u"run "_s + run.id);
        return {};
    });
}

Expected<std::optional<ScanRun>> Store::run(const QString &runId) const
{
    return guarded(
        [&]() -> Expected<std::optional<ScanRun>> { return m_connection->runs.find(runId); });
}

Expected<int> Store::forgetOldRuns()
{
    return m_connection->transact([&]() -> Expected<int> {
        return m_connection->runs.removeHandedOver(m_connection->clock.nowMs() - keepRunsMs);
    });
}

Expected<> Store::saveCount(const QString &dossierUuid, const QString &componentCode,
                            const dossier::SheetCount &count, const QString &actor)
{
    auto &store = *m_connection;
    return store.transact([&]() -> Expected<> {
        const auto paper = store.components.component(dossierUuid, componentCode);
        if (!paper)
            return fail(paper.error());
        if (dossier::signedCopyOf(paper->state))
            return fail(Fault::WrongOrder, u"count while "_s + dossier::stateName(paper->state),
                        componentCode);
        store.components.setCount(dossierUuid, componentCode, count);
        const bool explained =
            !count.explanation.isEmpty() && (count.explanation != paper->count.explanation ||
                                             count.explainedTally != paper->count.explainedTally);
        store.record(dossierUuid, componentCode, actor,
                     explained ? u"explain_count"_s : u"count"_s);
        return {};
    });
}

}  // namespace station::store
