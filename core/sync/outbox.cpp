#include "core/sync/outbox.h"

#include "core/base/file_lock.h"
#include "core/sync/retry_policy.h"

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace station::sync {
namespace {

using store::HandoverRow;

QString lockOf(const store::Store &store)
{
    return store.dataDir() + u"/outbox.lock"_s;
}

/// Urgent ones first, the newest of them before: somebody stands at the counter. Then in the
/// order in which they came; ids grow with time.
bool goesBefore(const HandoverRow &one, const HandoverRow &other)
{
    if (one.urgent != other.urgent)
        return one.urgent;
    return one.urgent ? one.id > other.id : one.id < other.id;
}

}  // namespace

Outbox::Outbox(store::Store &store, const store::BlobFolder &blobs,
               repository::Repository &repository, const repository::ProvinceKey &key,
               const Clock &clock, int parallel, const Notifiers &notifiers)
    : m_store(store), m_handover(store, blobs, repository, key, clock, parallel, notifiers),
      m_clock(clock)
{
}

Expected<HandoverResult> Outbox::attempt(const HandoverRow &row, const std::stop_token &stop)
{
    auto sent = m_handover.send(row.id, stop);
    if (sent || sent.error().fault == Fault::Cancelled)
        return sent;
    const auto wait = waitAfter(row.wait, sent.error(), m_clock.nowMs());
    if (const auto saved = m_store.postponeHandover(row.id, wait); !saved)
        return fail(saved.error());
    return sent;
}

Expected<> Outbox::count(SendReport &report) const
{
    const auto open = m_store.openHandovers();
    if (!open)
        return fail(open.error());
    const qint64 nowMs = m_clock.nowMs();
    for (const auto &row : *open) {
        if (row.wait.dead) {
            ++report.dead;
            continue;
        }
        ++report.waiting;
        const qint64 waitMs = std::max(m_stationWaitMs, msUntilDue(row.wait, nowMs));
        report.againInMs = std::min(report.againInMs.value_or(waitMs), waitMs);
    }
    return {};
}

Expected<SendReport> Outbox::sendDue(Due due, const OnProgress &onProgress,
                                     const std::stop_token &stop)
{
    const auto lock = FileLock::acquire(lockOf(m_store), FileLock::Kind::Exclusive);
    if (!lock)
        return fail(lock.error());
    auto open = m_store.openHandovers();
    if (!open)
        return fail(open.error());
    const qint64 nowMs = m_clock.nowMs();
    std::erase_if(*open, [&](const HandoverRow &row) {
        return row.wait.dead || (due == Due::WhatIsDue && !isDue(row.wait, nowMs));
    });
    std::ranges::sort(*open, goesBefore);

    SendReport report;
    for (const auto &row : *open) {
        if (stop.stop_requested())
            break;
        if (onProgress)
            onProgress(report.done, static_cast<int>(open->size()));
        const auto sent = attempt(row, stop);
        if (sent) {
            ++report.done;
            m_stationFailures = 0;
            m_stationWaitMs = 0;
            continue;
        }
        Error error = sent.error();
        error.subject = row.dossierUuid;
        const auto retry = retryAfter(error.fault, m_stationFailures + 1, luck());
        report.failed.push_back(error);
        if (retry.scope == RetryScope::Station) {
            ++m_stationFailures;
            m_stationWaitMs = retry.waitMs;
            report.halt = std::move(error);
            break;
        }
    }
    if (const auto counted = count(report); !counted)
        return fail(counted.error());
    return report;
}

Expected<HandoverResult> Outbox::sendNow(const QString &handoverId, int patienceMs,
                                         const std::stop_token &stop)
{
    constexpr int glanceMs = 200;
    const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(patienceMs);
    for (;;) {
        const auto lock = FileLock::acquire(lockOf(m_store), FileLock::Kind::Exclusive, glanceMs);
        if (!lock && lock.error().fault != Fault::StorageInUse)
            return fail(lock.error());
        const auto row = m_store.handover(handoverId);
        if (!row)
            return fail(row.error());
        // Sending what is complete only tells its result.
        if (lock || row->complete)
            return attempt(*row, stop);
        if (stop.stop_requested())
            return fail(Fault::Cancelled);
        if (std::chrono::steady_clock::now() >= until)
            return fail(lock.error());
    }
}

}  // namespace station::sync
