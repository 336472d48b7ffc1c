#include "app/compose/repository_care.h"

#include "core/store/blob_folder.h"
#include "core/store/store.h"

#include <algorithm>
#include <iterator>

namespace station::compose {
namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 dayMs = 24 * 60 * minuteMs;
constexpr int daysOfNews = 90;
constexpr int mostNews = 200;  // of one department; more would say nothing more
const QString purgeTask = QStringLiteral("purge");

}  // namespace

RepositoryCare::RepositoryCare(const workflow::StationContext &context,
                               repository::Repository &repository,
                               const repository::ProvinceKey &key, const config::Settings &settings)
    : m_context(context), m_repository(repository), m_key(key), m_settings(settings)
{
}

sync::PurgeRules RepositoryCare::rules() const
{
    const auto &purge = m_settings.purge;
    return {.afterDays = purge.afterDays,
            .auditEveryDays = purge.auditEveryDays,
            .auditSample = purge.auditSample};
}

Expected<sync::PurgeReport> RepositoryCare::purgePreview() const
{
    auto store = m_context.openStore();
    if (!store)
        return fail(store.error());
    const auto blobs = m_context.blobs();
    return sync::Purge(*store, blobs, m_repository, m_context.clock, rules()).preview();
}

Expected<sync::PurgeReport>
RepositoryCare::purge(const std::stop_token &stop,
                      const sync::SampleAudit::OnProgress &onAudit) const
{
    auto store = m_context.openStore();
    if (!store)
        return fail(store.error());
    const auto blobs = m_context.blobs();
    return sync::Purge(*store, blobs, m_repository, m_context.clock, rules())
        .run(m_context.actor, stop, onAudit);
}

Expected<int> RepositoryCare::fetchBack(const QString &codeOrUuid, const QString &component) const
{
    auto store = m_context.openStore();
    if (!store)
        return fail(store.error());
    auto blobs = m_context.blobs();
    return sync::fetchBack(*store, blobs, m_repository, m_context.clock, codeOrUuid, component,
                           m_context.actor);
}

Expected<sync::SampleReport>
RepositoryCare::audit(int objects, const std::stop_token &stop,
                      const sync::SampleAudit::OnProgress &onProgress) const
{
    auto store = m_context.openStore();
    if (!store)
        return fail(store.error());
    const auto blobs = m_context.blobs();
    return sync::SampleAudit(*store, blobs, m_repository)
        .run(objects > 0 ? objects : m_settings.purge.auditSample, m_context.actor, stop,
             onProgress);
}

Expected<int> RepositoryCare::sendAgain(const std::stop_token &stop) const
{
    auto store = m_context.openStore();
    if (!store)
        return fail(store.error());
    const auto blobs = m_context.blobs();
    return sync::SampleAudit(*store, blobs, m_repository).sendAgain(m_context.actor, stop);
}

Expected<std::vector<sync::HandoverEvent>>
RepositoryCare::unacknowledged(QStringList departments, int days, int mostRead) const
{
    const qint64 nowMs = m_context.clock.nowMs();
    const qint64 sinceMs = nowMs - days * dayMs;
    if (departments.isEmpty()) {
        const auto store = m_context.openStore();
        // A dossier may be handed over long after it was received.
        const auto known = store ? store->departmentsSince(sinceMs - daysOfNews * dayMs)
                                 : Expected<QStringList>(fail(store.error()));
        if (!known)
            return fail(known.error());
        departments = *known;
    }
    const auto &agency = m_context.law.office.agency;
    std::vector<sync::HandoverEvent> all;
    for (const auto &department : std::as_const(departments)) {
        auto events = sync::Inbox(m_repository, m_key)
                          .unacknowledged(department, agency ? agency->text() : QString(), sinceMs,
                                          nowMs - m_settings.handover.acknowledgeMinutes * minuteMs,
                                          mostRead);
        if (!events)
            return events;
        std::ranges::move(*events, std::back_inserter(all));
    }
    std::ranges::sort(all, {}, &sync::HandoverEvent::atMs);
    return all;
}

Expected<sync::RenewalReport>
RepositoryCare::renew(const std::stop_token &stop,
                      const sync::KeyRenewal::OnProgress &onProgress) const
{
    auto store = m_context.openStore();
    if (!store)
        return fail(store.error());
    return sync::KeyRenewal(*store, m_repository, m_key).run(stop, onProgress);
}

void RepositoryCare::purgeIfDue(const std::stop_token &stop) const
{
    if (!m_settings.purge.enabled)
        return;
    auto store = m_context.openStore();
    const auto last = store ? store->lastUpkeep(purgeTask) : Expected<qint64>(0);
    if (!store || !last || m_context.clock.nowMs() - *last < dayMs)
        return;
    const auto done = purge(stop);
    // What a person has to mend is not tried every ten minutes.
    if (done || done.error().fault == Fault::RepositoryUnfit ||
        done.error().fault == Fault::RepositoryDamaged)
        (void)store->noteUpkeep(purgeTask);
}

void RepositoryCare::turn(const std::stop_token &stop,
                          const std::function<void(const RepositoryNews &)> &tell) const
{
    (void)renew(stop);
    auto store = m_context.openStore();
    if (!store)
        return;
    const auto blobs = m_context.blobs();
    sync::SampleAudit audit(*store, blobs, m_repository);
    if (audit.isDue(m_settings.purge.auditEveryDays, m_context.clock).value_or(false))
        (void)audit.run(m_settings.purge.auditSample, m_context.actor, stop);
    purgeIfDue(stop);
    if (!tell || stop.stop_requested())
        return;
    RepositoryNews news;
    if (auto lost = audit.lost())
        news.lost = *std::move(lost);
    if (const auto events = unacknowledged({}, daysOfNews, mostNews))
        news.unacknowledged = static_cast<int>(events->size());
    tell(news);
}

}  // namespace station::compose
