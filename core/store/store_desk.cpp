#include "core/store/store_connection.h"

using namespace Qt::StringLiterals;

namespace station::store {

Expected<> Store::hold(const QString &dossierUuid, Hold hold)
{
    auto &store = *m_connection;
    return store.transact([&]() -> Expected<> {
        if (const auto dossier = store.dossiers.find(dossierUuid); !dossier)
            return fail(dossier.error());
        hold.sinceMs = store.clock.nowMs();
        store.holds.replace(dossierUuid, hold);
        store.record(dossierUuid, {}, hold.by, u"hold"_s);
        return {};
    });
}

Expected<> Store::resume(const QString &dossierUuid, const QString &actor)
{
    auto &store = *m_connection;
    return store.transact([&]() -> Expected<> {
        if (!store.holds.remove(dossierUuid))
            return fail(Fault::NothingToDo, u"not on hold"_s);
        store.record(dossierUuid, {}, actor, u"resume"_s);
        return {};
    });
}

Expected<QHash<QString, Hold>> Store::holds() const
{
    return guarded([&]() -> Expected<QHash<QString, Hold>> { return m_connection->holds.all(); });
}

Expected<> Store::saveDraft(const QString &dossierUuid, const QString &componentCode,
                            const DraftFields &fields)
{
    auto &store = *m_connection;
    return store.transact([&]() -> Expected<> {
        const auto state = store.components.find(dossierUuid, componentCode);
        if (!state)
            return fail(state.error());
        if (!std::holds_alternative<dossier::SignedCopy>(*state))
            return fail(Fault::WrongOrder, u"draft while "_s + dossier::stateName(*state));
        store.drafts.replace(dossierUuid, componentCode, fields);
        return {};
    });
}

Expected<DraftFields> Store::draft(const QString &dossierUuid, const QString &componentCode) const
{
    return guarded([&]() -> Expected<DraftFields> {
        return m_connection->drafts.of(dossierUuid, componentCode);
    });
}

}  // namespace station::store
