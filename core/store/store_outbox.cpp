#include "core/store/store_connection.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace station::store {

Expected<> Store::beginHandover(const HandoverRow &handover, const std::vector<OutboxStep> &steps,
                                const QString &previousId)
{
    return m_connection->transact([&]() -> Expected<> {
        const auto earlier = m_connection->handovers.ofDossier(handover.dossierUuid);
        if ((earlier.empty() ? QString() : earlier.back().id) != previousId)
            return fail(Fault::Conflict, u"another handover"_s);
        for (const auto &step : steps) {
            if (auto same = m_connection->checkFile(handover.dossierUuid, step); !same)
                return same;
        }
        m_connection->handovers.insert(handover);
        for (const auto &step : steps)
            m_connection->outbox.insert(step);
        m_connection->record(handover.dossierUuid, {}, handover.actor, u"plan_handover"_s, {});
        return {};
    });
}

Expected<> Store::completePlan(const QString &handoverId, const QString &manifestSha256,
                               const std::vector<OutboxStep> &steps,
                               const std::vector<NewNotice> &notices)
{
    return m_connection->transact([&]() -> Expected<> {
        if (!m_connection->handovers.setManifest(handoverId, manifestSha256))
            return {};
        for (const auto &step : steps)
            m_connection->outbox.insert(step);
        for (const auto &notice : notices)
            m_connection->notices.insert(handoverId, notice);
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

Expected<> Store::postponeHandover(const QString &handoverId, const RetryWait &wait)
{
    return m_connection->transact([&]() -> Expected<> {
        const auto row = m_connection->handovers.find(handoverId);
        if (row && !row->complete)
            m_connection->handovers.setWait(handoverId, wait);
        return {};
    });
}

Expected<int> Store::retryHandovers(const QString &dossierUuid, const QString &actor)
{
    return m_connection->transact([&]() -> Expected<int> {
        const int woken = m_connection->handovers.forgetFailures(dossierUuid) +
                          m_connection->notices.forgetFailures(dossierUuid);
        if (woken > 0)
            m_connection->record(dossierUuid, {}, actor, u"retry_handover"_s, {});
        return woken;
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

Expected<std::vector<Notice>> Store::openNotices() const
{
    return guarded([&]() -> Expected<std::vector<Notice>> { return m_connection->notices.open(); });
}

Expected<> Store::closeNotice(const Notice &notice, bool replacesEarlier)
{
    return m_connection->transact([&]() -> Expected<> {
        const auto handover = m_connection->handovers.find(notice.handoverId);
        if (!handover || !m_connection->notices.markTold(notice))
            return {};
        if (replacesEarlier)
            m_connection->notices.replaceBefore(notice);
        m_connection->record(notice.dossierUuid, {}, handover->actor,
                             u"tell_"_s + targetName(notice.target));
        return {};
    });
}

Expected<> Store::postponeNotice(const Notice &notice)
{
    return m_connection->transact([&]() -> Expected<> {
        m_connection->notices.setWait(notice);
        return {};
    });
}

}  // namespace station::store
