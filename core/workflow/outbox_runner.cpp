#include "core/workflow/outbox_runner.h"

#include "core/store/blob_folder.h"
#include "core/store/store.h"

#include <algorithm>
#include <chrono>

namespace station::workflow {
namespace {

/// How long after a round; nothing: until something changes.
template <typename Report>
std::optional<qint64> pauseAfter(const Expected<Report> &report)
{
    constexpr qint64 besideAnotherMs = 2'000;
    constexpr qint64 afterTroubleMs = 15'000;
    constexpr qint64 shortestMs = 500;  // what is due again was tried just now
    if (!report)
        return report.error().fault == Fault::StorageInUse ? besideAnotherMs : afterTroubleMs;
    if (!report->againInMs)
        return std::nullopt;
    return std::max(*report->againInMs, shortestMs);
}

}  // namespace

void OutboxRunner::Sleep::wait(std::optional<qint64> ms, const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    const auto woken = [this] { return m_woken; };
    if (ms)
        m_change.wait_for(lock, stop, std::chrono::milliseconds(*ms), woken);
    else
        m_change.wait(lock, stop, woken);
    m_woken = false;
}

void OutboxRunner::Sleep::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        m_woken = true;
    }
    m_change.notify_all();
}

OutboxRunner::OutboxRunner(const StationContext &context, repository::Repository &repository,
                           const repository::ProvinceKey &key, int parallel,
                           sync::Notifiers notifiers, OnRound onRound, OnTold onTold)
    : m_context(context), m_repository(repository), m_key(key), m_parallel(parallel),
      m_notifiers(std::move(notifiers)), m_onRound(std::move(onRound)), m_onTold(std::move(onTold))
{
}

OutboxRunner::~OutboxRunner() = default;  // jthread asks to stop, which also ends the wait

void OutboxRunner::start()
{
    m_thread = std::jthread([this](const std::stop_token &stop) { run(stop); });
}

void OutboxRunner::wake()
{
    m_sending.wake();
    m_telling.wake();
}

void OutboxRunner::run(const std::stop_token &stop)
{
    const std::jthread teller([this](const std::stop_token &ends) { tell(ends); });
    send(stop);
}

void OutboxRunner::send(const std::stop_token &stop)
{
    const auto blobs = m_context.blobs();
    auto store = m_context.openStore();
    if (!store) {
        if (m_onRound)
            m_onRound(fail(store.error()));
        return;
    }
    sync::Outbox outbox(*store, blobs, m_repository, m_key, m_context.clock, m_parallel,
                        m_notifiers);
    while (!stop.stop_requested()) {
        const auto report = outbox.sendDue(sync::Outbox::Due::WhatIsDue, {}, stop);
        if (report && report->done > 0)
            m_telling.wake();
        if (m_onRound)
            m_onRound(report);
        m_sending.wait(pauseAfter(report), stop);
    }
}

void OutboxRunner::tell(const std::stop_token &stop)
{
    auto store = m_context.openStore();
    if (!store) {
        if (m_onTold)
            m_onTold(fail(store.error()));
        return;
    }
    sync::Telling telling(*store, m_notifiers, m_context.clock);
    while (!stop.stop_requested()) {
        const auto report = telling.tellDue(sync::Outbox::Due::WhatIsDue, stop);
        if (m_onTold)
            m_onTold(report);
        m_telling.wait(pauseAfter(report), stop);
    }
}

}  // namespace station::workflow
