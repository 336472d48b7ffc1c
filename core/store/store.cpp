#include "core/store/store.h"

#include "core/store/audit_table.h"
#include "core/store/components_table.h"
#include "core/store/database.h"
#include "core/store/dossiers_table.h"
#include "core/store/fields_table.h"
#include "core/store/handovers_table.h"
#include "core/store/outbox_table.h"
#include "core/store/proposals_table.h"
#include "core/store/query.h"
#include "core/store/sides_table.h"

#include <SQLiteCpp/Transaction.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace station::store {

using dossier::PaperState;

namespace {

/// Null for a state without confirmed fields.
const dossier::Fields *fieldsIn(const PaperState &state)
{
    if (const auto *extracted = std::get_if<dossier::ExtractedCopy>(&state))
        return &extracted->fields;
    if (const auto *coded = std::get_if<dossier::CodedCopy>(&state))
        return &coded->copy.fields;
    if (const auto *stored = std::get_if<dossier::StoredCopy>(&state))
        return &stored->copy.copy.fields;
    if (const auto *handedOver = std::get_if<dossier::HandedOverCopy>(&state))
        return &handedOver->copy.copy.copy.fields;
    return nullptr;
}

}  // namespace

struct Store::Connection {
    QString dataDir;
    const Clock &clock;
    std::unique_ptr<SQLite::Database> database;
    QString stationId{};

    // Each names its table; they cost nothing to make.
    AuditTable audit{*database};
    ComponentsTable components{*database};
    DossiersTable dossiers{*database};
    FieldsTable fields{*database};
    HandoversTable handovers{*database};
    OutboxTable outbox{*database};
    ProposalsTable proposals{*database};
    SidesTable sides{*database};

    /// Runs `work` in one transaction, which is rolled back when it fails.
    template <typename Work>
    Expected<> transact(Work work)
    {
        return guarded([&]() -> Expected<> {
            SQLite::Transaction transaction(*database, SQLite::TransactionBehavior::IMMEDIATE);
            if (auto done = work(); !done)
                return done;
            transaction.commit();
            return {};
        });
    }

    void record(const QString &dossierUuid, const QString &componentCode, const QString &actor,
                const QString &action, const QString &objectSha256)
    {
        audit.append({.atMs = clock.nowMs(),
                      .station = stationId,
                      .actor = actor,
                      .action = action,
                      .dossierUuid = dossierUuid,
                      .componentCode = componentCode,
                      .objectSha256 = objectSha256});
    }

    /// Sides, fields and the row itself, in an open transaction.
    Expected<> save(const QString &dossierUuid, const dossier::Component &component)
    {
        if (!sides.extend(dossierUuid, component.code, dossier::sidesOf(component.state)))
            return fail(Fault::Conflict, u"a side would be dropped"_s, component.code);
        if (const auto *confirmed = fieldsIn(component.state))
            fields.replace(dossierUuid, component.code, *confirmed);
        components.update(dossierUuid, component);
        return {};
    }

    Expected<> apply(const StateChange &change)
    {
        const auto current = components.find(change.dossierUuid, change.componentCode);
        if (!current)
            return fail(current.error());
        if (current->index() != change.from.index())
            return fail(Fault::Conflict, u"is "_s + dossier::stateName(*current),
                        change.componentCode);
        if (auto saved = save(change.dossierUuid, {change.componentCode, change.next}); !saved)
            return saved;
        record(change.dossierUuid, change.componentCode, change.actor, change.action,
               change.objectSha256);
        return {};
    }

    Expected<> save(const StepOutcome &outcome)
    {
        const auto &step = outcome.step;
        if (outbox.isVerified(step.handoverId, step.position))
            return {};
        outbox.update(step);
        if (step.state != StepState::Verified)
            outbox.requeue(step.handoverId);
        for (const auto &change : outcome.changes) {
            if (auto applied = apply(change); !applied)
                return applied;
        }
        const auto handover = handovers.find(step.handoverId);
        if (!handover || !outbox.isComplete(step.handoverId))
            return {};
        handovers.markComplete(handover->id);
        dossiers.markHandedOver(handover->dossierUuid);
        record(handover->dossierUuid, {}, handover->actor, u"hand_over"_s,
               handover->manifestSha256);
        return {};
    }
};

namespace {

const SystemClock systemClock;

/// What a further side makes of a paper.
Expected<PaperState> withSide(const PaperState &state, const dossier::Side &side)
{
    if (const auto *slot = std::get_if<dossier::DigitizeSlot>(&state))
        return dossier::capture(*slot, side);
    if (const auto *paper = std::get_if<dossier::CapturedPaper>(&state))
        return dossier::capture(*paper, side);
    if (const auto *paper = std::get_if<dossier::AttachedPaper>(&state))
        return dossier::attach(*paper, side);
    return fail(Fault::WrongOrder, u"side after "_s + dossier::stateName(state));
}

bool takesSides(const PaperState &state)
{
    return std::holds_alternative<dossier::CapturedPaper>(state) ||
           std::holds_alternative<dossier::AttachedPaper>(state);
}

}  // namespace

Expected<Store> Store::open(const QString &dataDir)
{
    return open(dataDir, systemClock);
}

Expected<Store> Store::open(const QString &dataDir, const Clock &clock)
{
    auto database = openDatabase(dataDir);
    if (!database)
        return fail(database.error());
    auto connection = std::make_unique<Connection>(dataDir, clock, *std::move(database));
    return guarded([&]() -> Expected<Store> {
        Query row(*connection->database, "SELECT id FROM station");
        if (row.next())
            connection->stationId = row.text(0);
        return Store(std::move(connection));
    });
}

Store::Store(std::unique_ptr<Connection> connection) : m_connection(std::move(connection)) {}
Store::~Store() = default;
Store::Store(Store &&other) noexcept = default;
Store &Store::operator=(Store &&other) noexcept = default;

const QString &Store::dataDir() const
{
    return m_connection->dataDir;
}

const QString &Store::stationId() const
{
    return m_connection->stationId;
}

Expected<> Store::createDossier(const dossier::Dossier &dossier, const QString &actor)
{
    return m_connection->transact([&]() -> Expected<> {
        if (auto inserted = m_connection->dossiers.insert(dossier); !inserted)
            return inserted;
        int position = 0;
        for (const auto &component : dossier.components) {
            m_connection->components.insert(dossier.uuid, position++, component.code);
            if (auto saved = m_connection->save(dossier.uuid, component); !saved)
                return saved;
        }
        m_connection->record(dossier.uuid, {}, actor, u"create"_s, {});
        return {};
    });
}

Expected<dossier::Dossier> Store::load(const QString &uuidOrCode) const
{
    return guarded([&]() -> Expected<dossier::Dossier> {
        // One picture of all tables, also while another connection writes.
        const SQLite::Transaction snapshot(*m_connection->database);
        auto dossier = m_connection->dossiers.find(uuidOrCode);
        if (!dossier)
            return dossier;
        auto components = m_connection->components.ofDossier(dossier->uuid);
        if (!components)
            return fail(components.error());
        dossier->components = *std::move(components);
        return dossier;
    });
}

Expected<std::vector<DossierSummary>> Store::listDay(const QDate &vietnamDay) const
{
    return guarded([&]() -> Expected<std::vector<DossierSummary>> {
        return m_connection->dossiers.day(vietnamDay);
    });
}

Expected<std::vector<DossierSummary>> Store::listUnfinished() const
{
    return guarded([&]() -> Expected<std::vector<DossierSummary>> {
        return m_connection->dossiers.unfinished();
    });
}

Expected<std::vector<DossierSummary>> Store::search(const QString &text, int limit) const
{
    return guarded([&]() -> Expected<std::vector<DossierSummary>> {
        return m_connection->dossiers.matching(text, limit);
    });
}

Expected<std::vector<DossierSummary>> Store::listOwner(const QString &ownerId) const
{
    return guarded([&]() -> Expected<std::vector<DossierSummary>> {
        return m_connection->dossiers.ofOwner(ownerId);
    });
}

Expected<> Store::apply(const StateChange &change)
{
    return m_connection->transact([&] { return m_connection->apply(change); });
}

Expected<> Store::addSide(const NewSide &added, const QString &actor)
{
    return m_connection->transact([&]() -> Expected<> {
        const auto current = m_connection->components.find(added.dossierUuid, added.component);
        if (!current)
            return fail(current.error());
        const auto next = withSide(*current, added.side);
        if (!next)
            return fail(next.error());
        return m_connection->apply(
            {added.dossierUuid, added.component, *current, *next, actor, u"capture"_s, {}});
    });
}

Expected<> Store::updateSide(const QString &dossierUuid, const dossier::Side &side,
                             const QString &actor, const QString &objectSha256)
{
    return m_connection->transact([&]() -> Expected<> {
        const auto component = m_connection->sides.componentOf(dossierUuid, side.id);
        const auto state = m_connection->components.find(dossierUuid, component);
        if (!state)
            return fail(state.error());
        if (!takesSides(*state))
            return fail(Fault::WrongOrder, u"side is "_s + dossier::stateName(*state));
        m_connection->sides.update(side);
        m_connection->record(dossierUuid, component, actor, u"clean"_s, objectSha256);
        return {};
    });
}

Expected<> Store::saveProposals(const QString &dossierUuid, const QString &componentCode,
                                const dossier::FieldProposals &proposals)
{
    return m_connection->transact([&]() -> Expected<> {
        if (const auto paper = m_connection->components.find(dossierUuid, componentCode); !paper)
            return fail(paper.error());
        m_connection->proposals.replace(dossierUuid, componentCode, proposals);
        return {};
    });
}

Expected<dossier::FieldProposals> Store::proposals(const QString &dossierUuid,
                                                   const QString &componentCode) const
{
    return guarded([&]() -> Expected<dossier::FieldProposals> {
        return m_connection->proposals.of(dossierUuid, componentCode);
    });
}

Expected<> Store::saveFields(const QString &dossierUuid, const QString &componentCode,
                             const dossier::Fields &fields, const QString &actor)
{
    return m_connection->transact([&]() -> Expected<> {
        const auto state = m_connection->components.find(dossierUuid, componentCode);
        if (!state)
            return fail(state.error());
        if (!std::holds_alternative<dossier::SignedCopy>(*state))
            return fail(Fault::WrongOrder, u"fields while "_s + dossier::stateName(*state));
        m_connection->fields.replace(dossierUuid, componentCode, fields);
        m_connection->record(dossierUuid, componentCode, actor, u"confirm"_s, {});
        return {};
    });
}

Expected<dossier::Fields> Store::fields(const QString &dossierUuid,
                                        const QString &componentCode) const
{
    return guarded([&]() -> Expected<dossier::Fields> {
        return m_connection->fields.of(dossierUuid, componentCode);
    });
}

Expected<std::vector<dossier::Blob>> Store::blobs(const QString &dossierUuid) const
{
    return guarded([&]() -> Expected<std::vector<dossier::Blob>> {
        return m_connection->components.blobsOf(dossierUuid);
    });
}

Expected<> Store::beginHandover(const HandoverRow &handover, const std::vector<OutboxStep> &steps,
                                const QString &previousId)
{
    return m_connection->transact([&]() -> Expected<> {
        const auto earlier = m_connection->handovers.ofDossier(handover.dossierUuid);
        if ((earlier.empty() ? QString() : earlier.back().id) != previousId)
            return fail(Fault::Conflict, u"another handover"_s);
        m_connection->handovers.insert(handover);
        for (const auto &step : steps)
            m_connection->outbox.insert(step);
        m_connection->record(handover.dossierUuid, {}, handover.actor, u"plan_handover"_s, {});
        return {};
    });
}

Expected<> Store::completePlan(const QString &handoverId, const QString &manifestSha256,
                               const std::vector<OutboxStep> &steps)
{
    return m_connection->transact([&]() -> Expected<> {
        if (!m_connection->handovers.setManifest(handoverId, manifestSha256))
            return {};
        for (const auto &step : steps)
            m_connection->outbox.insert(step);
        return {};
    });
}

Expected<> Store::beginSending(const QString &handoverId)
{
    return m_connection->transact([&]() -> Expected<> {
        m_connection->outbox.markSending(handoverId);
        return {};
    });
}

Expected<> Store::saveOutcomes(const std::vector<StepOutcome> &outcomes)
{
    return m_connection->transact([&]() -> Expected<> {
        for (const auto &outcome : outcomes) {
            if (auto saved = m_connection->save(outcome); !saved)
                return saved;
        }
        return {};
    });
}

Expected<HandoverRow> Store::handover(const QString &handoverId) const
{
    return guarded([&]() -> Expected<HandoverRow> {
        auto found = m_connection->handovers.find(handoverId);
        if (!found)
            return fail(Fault::UnknownDossier, u"handover "_s + handoverId);
        return *std::move(found);
    });
}

Expected<std::vector<HandoverRow>> Store::openHandovers() const
{
    return guarded(
        [&]() -> Expected<std::vector<HandoverRow>> { return m_connection->handovers.open(); });
}

Expected<std::vector<HandoverRow>> Store::handovers(const QString &dossierUuid) const
{
    return guarded([&]() -> Expected<std::vector<HandoverRow>> {
        return m_connection->handovers.ofDossier(dossierUuid);
    });
}

Expected<std::vector<OutboxStep>> Store::steps(const QString &handoverId) const
{
    return guarded(
        [&]() -> Expected<std::vector<OutboxStep>> { return m_connection->outbox.of(handoverId); });
}

Expected<> Store::record(const QString &dossierUuid, const QString &componentCode,
                         const QString &actor, const QString &action, const QString &objectSha256)
{
    return m_connection->transact([&]() -> Expected<> {
        m_connection->record(dossierUuid, componentCode, actor, action, objectSha256);
        return {};
    });
}

Expected<std::vector<AuditEntry>> Store::audit(const QString &dossierUuid) const
{
    return guarded([&]() -> Expected<std::vector<AuditEntry>> {
        return m_connection->audit.ofDossier(dossierUuid);
    });
}

Expected<AuditHead> Store::verifyAudit() const
{
    return guarded([&] { return m_connection->audit.verify(); });
}

Expected<AuditHead> Store::auditHead() const
{
    return guarded([&]() -> Expected<AuditHead> { return m_connection->audit.head(); });
}

}  // namespace station::store
