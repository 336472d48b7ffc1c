#include "core/store/store.h"

#include "core/store/column_form.h"
#include "core/store/query.h"
#include "core/store/store_connection.h"

#include <SQLiteCpp/Transaction.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace station::store {

namespace {

const SystemClock systemClock;

}  // namespace

Expected<Store> Store::open(const QString &dataDir)
{
    return open(dataDir, systemClock);
}

Expected<Store> Store::open(const QString &dataDir, const Clock &clock,
                            std::shared_ptr<const sealing::Sealer> sealer)
{
    return connect(dataDir, clock, NewerSchema::Refuse, std::move(sealer));
}

Expected<Store> Store::openForReading(const QString &dataDir, const Clock &clock,
                                      std::shared_ptr<const sealing::Sealer> sealer)
{
    return connect(dataDir, clock, NewerSchema::Read, std::move(sealer));
}

Expected<Store> Store::connect(const QString &dataDir, const Clock &clock, NewerSchema newer,
                               std::shared_ptr<const sealing::Sealer> sealer)
{
    auto opened = openDatabase(dataDir, newer);
    auto isReady = opened ? isInForm(*opened->database, PersonalColumns(sealer))
                          : Expected<bool>(fail(opened.error()));
    if (isReady && !*isReady) {
        opened = fail(Fault::StorageInUse);  // closed: that has to be done alone
        if (const auto done = bringIntoForm(dataDir, sealer); !done)
            return fail(done.error());
        opened = openDatabase(dataDir, newer);
        isReady = opened ? isInForm(*opened->database, PersonalColumns(sealer))
                         : Expected<bool>(fail(opened.error()));
    }
    if (!isReady || !*isReady)
        return fail(isReady ? Error{Fault::StorageInUse} : isReady.error());
    auto connection = std::make_unique<Connection>(dataDir, clock, std::move(opened->lock),
                                                   opened->newerSchema, std::move(opened->database),
                                                   PersonalColumns(std::move(sealer)));
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
            m_connection->components.setCount(dossier.uuid, component.code, component.count);
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

Expected<> Store::record(const QString &dossierUuid, const QString &componentCode,
                         const QString &actor, const QString &action, const QString &objectSha256,
                         const QJsonObject &facts)
{
    return m_connection->transact([&]() -> Expected<> {
        m_connection->record(dossierUuid, componentCode, actor, action, objectSha256, facts);
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
