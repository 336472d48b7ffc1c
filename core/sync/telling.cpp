#include "core/sync/telling.h"

#include "core/base/error_code.h"
#include "core/base/file_lock.h"
#include "core/sync/retry_policy.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace station::sync {
namespace {

using store::Notice;

std::vector<Notice> openFor(const std::vector<Notice> &open, const Notifier &notifier)
{
    std::vector<Notice> own;
    std::ranges::copy_if(open, std::back_inserter(own),
                         [&](const Notice &notice) { return notice.target == notifier.target(); });
    return own;
}

/// Any further one would fail as this one did, until somebody has done something.
bool stopsTarget(const Notice &notice)
{
    const auto fault = faultOf(notice.wait.fault);
    return notice.wait.dead && fault && retryAfter(*fault, 1, 0).scope == RetryScope::Station;
}

}  // namespace

Telling::Telling(store::Store &store, Notifiers notifiers, const Clock &clock)
    : m_store(store), m_notifiers(std::move(notifiers)), m_clock(clock)
{
}

Expected<TellReport> Telling::tellDue(Outbox::Due due, const std::stop_token &stop)
{
    const auto lock =
        FileLock::acquire(m_store.dataDir() + u"/notices.lock"_s, FileLock::Kind::Exclusive);
    if (!lock)
        return fail(lock.error());
    const auto open = m_store.openNotices();
    if (!open)
        return fail(open.error());
    TellReport report;
    for (auto *notifier : m_notifiers) {
        if (const auto told = tellOne(*notifier, openFor(*open, *notifier), due, report, stop);
            !told)
            return fail(told.error());
    }
    if (const auto counted = count(report); !counted)
        return fail(counted.error());
    return report;
}

Expected<> Telling::tellOne(Notifier &notifier, const Notices &notices, Outbox::Due due,
                            TellReport &report, const std::stop_token &stop)
{
    if (std::ranges::any_of(notices, stopsTarget))
        return {};
    auto &silence = m_silent[notifier.target()];
    const qint64 nowMs = m_clock.nowMs();
    for (const auto &notice : notices) {
        if (stop.stop_requested())
            return {};
        if (notice.wait.dead || (due == Outbox::Due::WhatIsDue && !isDue(notice.wait, nowMs)))
            continue;
        const auto error = attempt(notifier, notice, stop);
        if (!error)
            return fail(error.error());
        if (!*error) {
            ++report.told;
            silence = {};
            continue;
        }
        if ((*error)->fault == Fault::Cancelled)
            return {};
        const Fault fault = (*error)->fault;
        report.failed.push_back({fault, (*error)->detail, notice.dossierUuid});
        const auto retry = retryAfter(fault, silence.failures + 1, luck());
        if (retry.scope == RetryScope::Station) {
            silence = {silence.failures + 1, retry.waitMs};
            return {};
        }
    }
    return {};
}

Expected<std::optional<Error>> Telling::attempt(Notifier &notifier, Notice notice,
                                                const std::stop_token &stop)
{
    const auto told = notifier.tell(notice, stop);
    if (told) {
        const auto closed = m_store.closeNotice(notice, notifier.latestSaysAll());
        return closed ? Expected<std::optional<Error>>() : fail(closed.error());
    }
    if (told.error().fault != Fault::Cancelled) {
        notice.wait = waitAfter(notice.wait, told.error(), m_clock.nowMs());
        notice.words = told.error().subject;
        if (const auto saved = m_store.postponeNotice(notice); !saved)
            return fail(saved.error());
    }
    return told.error();
}

Expected<> Telling::count(TellReport &report) const
{
    const auto open = m_store.openNotices();
    if (!open)
        return fail(open.error());
    const qint64 nowMs = m_clock.nowMs();
    for (const auto *notifier : m_notifiers) {
        const auto notices = openFor(*open, *notifier);
        const bool isStopped = std::ranges::any_of(notices, stopsTarget);
        const auto silent = m_silent.find(notifier->target());
        const qint64 targetMs = silent == m_silent.end() ? 0 : silent->second.waitMs;
        for (const auto &notice : notices) {
            if (isStopped || notice.wait.dead) {
                ++report.dead;
                continue;
            }
            ++report.waiting;
            const qint64 waitMs = std::max(targetMs, msUntilDue(notice.wait, nowMs));
            report.againInMs = std::min(report.againInMs.value_or(waitMs), waitMs);
        }
    }
    return {};
}

}  // namespace station::sync
