#include "core/store/store_connection.h"

using namespace Qt::StringLiterals;

namespace station::store {

Expected<> Store::saveViews(const std::vector<dossier::SideView> &views)
{
    return m_connection->transact([&]() -> Expected<> {
        for (const auto &view : views)
            m_connection->views.save(view);
        return {};
    });
}

Expected<std::vector<dossier::SideView>> Store::views(const QString &dossierUuid) const
{
    return guarded([&]() -> Expected<std::vector<dossier::SideView>> {
        return m_connection->views.ofDossier(dossierUuid);
    });
}

Expected<std::vector<UpgradeRow>> Store::upgrades() const
{
    return guarded(
        [&]() -> Expected<std::vector<UpgradeRow>> { return m_connection->upgrades.all(); });
}

Expected<> Store::queueUpgrade(const QString &dossierUuid, const QString &componentCode,
                               const NewUpgrade &target)
{
    auto &store = *m_connection;
    return store.transact([&]() -> Expected<> {
        if (const auto paper = store.components.find(dossierUuid, componentCode); !paper)
            return fail(paper.error());
        if (!store.upgrades.contains(dossierUuid, componentCode))
            store.upgrades.insert(dossierUuid, componentCode, target, store.clock.nowMs());
        return {};
    });
}

Expected<bool> Store::claimUpgrade(const QString &dossierUuid, const QString &componentCode,
                                   const QString &claim, qint64 untilMs)
{
    auto &store = *m_connection;
    return store.transact([&]() -> Expected<bool> {
        return !store.hasOpenHandover(dossierUuid) &&
               store.upgrades.claim(dossierUuid, componentCode, claim, store.clock.nowMs(),
                                    untilMs);
    });
}

Expected<> Store::postponeUpgrade(const QString &dossierUuid, const QString &componentCode,
                                  const QString &claim, const UpgradeWait &wait,
                                  qint64 renewBeforeMs)
{
    auto &store = *m_connection;
    return store.transact([&]() -> Expected<> {
        if (store.upgrades.isHeldBy(claim, dossierUuid, componentCode))
            store.upgrades.update(dossierUuid, componentCode, wait, renewBeforeMs);
        return {};
    });
}

Expected<> Store::saveUpgrade(const UpgradeGain &gain)
{
    auto &store = *m_connection;
    return store.transact([&]() -> Expected<> {
        const auto state = store.components.find(gain.dossierUuid, gain.componentCode);
        if (!state)
            return fail(state.error());
        const auto *copy = dossier::signedCopyOf(*state);
        if (!store.upgrades.isHeldBy(gain.claim, gain.dossierUuid, gain.componentCode) ||
            store.hasOpenHandover(gain.dossierUuid) || copy == nullptr ||
            copy->pdf.sha256 != gain.fromSha256)
            return fail(Fault::Conflict, u"another program was faster"_s, gain.componentCode);
        auto next = dossier::upgraded(*state, gain.pdf, gain.level, gain.provenAtMs);
        if (!next)
            return fail(next.error());
        if (auto applied = store.apply({.dossierUuid = gain.dossierUuid,
                                        .componentCode = gain.componentCode,
                                        .from = *state,
                                        .next = *std::move(next),
                                        .actor = gain.actor,
                                        .action = u"upgrade"_s,
                                        .objectSha256 = gain.pdf.sha256,
                                        .facts = gain.facts});
            !applied)
            return applied;
        store.looseBlobs.remove(gain.pdf.sha256);
        store.looseBlobs.insert(gain.fromSha256, store.clock.nowMs());
        if (gain.isComplete && gain.renewBeforeMs == 0)
            store.upgrades.remove(gain.dossierUuid, gain.componentCode);
        else
            store.upgrades.update(gain.dossierUuid, gain.componentCode, gain.wait,
                                  gain.isComplete ? gain.renewBeforeMs : 0);
        return {};
    });
}

Expected<> Store::endUpgrade(const QString &dossierUuid, const QString &componentCode,
                             const QString &actor, const QString &action, const QJsonObject &facts)
{
    auto &store = *m_connection;
    return store.transact([&]() -> Expected<> {
        store.upgrades.remove(dossierUuid, componentCode);
        store.record(dossierUuid, componentCode, actor, action, {}, facts);
        return {};
    });
}

}  // namespace station::store
