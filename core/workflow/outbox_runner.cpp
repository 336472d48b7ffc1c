#include "core/workflow/outbox_runner.h"

#include "core/store/blob_folder.h"
#include "core/store/store.h"

#include <algorithm>
#include <chrono>

namespace station::workflow {

OutboxRunner::OutboxRunner(const StationContext &context, repository::Repository &repository,
                           const repository::ProvinceKey &key, int parallel, OnRound onRound)
    : m_context(context), m_repository(repository), m_key(key), m_parallel(parallel),
      m_onRound(std::move(onRound))
{
}

OutboxRunner::~OutboxRunner() = default;  // jthread asks to stop, which also ends the wait

void OutboxRunner::start()
{
    m_thread = std::jthread([this](const std::stop_token &stop) { run(stop); });
}

void OutboxRunner::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        m_woken = true;
    }
    m_change.notify_all();
}

void OutboxRunner::run(const std::stop_token &stop)
{
    constexpr auto besideAnother = std::chrono::seconds(2);
    constexpr auto afterTrouble = std::chrono::seconds(15);
    const auto blobs = m_context.blobs();
    auto store = m_context.openStore();
    if (!store) {
        if (m_onRound)
            m_onRound(fail(store.error()));
        return;
    }
    sync::Outbox outbox(*store, blobs, m_repository, m_key, m_context.clock, m_parallel);
    while (!stop.stop_requested()) {
        const auto report = outbox.sendDue(sync::Outbox::Due::WhatIsDue, {}, stop);
        if (m_onRound)
            m_onRound(report);
        std::unique_lock lock(m_mutex);
        const auto woken = [this] { return m_woken; };
        if (!report)
            m_change.wait_for(lock, stop,
                              report.error().fault == Fault::StorageInUse
                                  ? std::chrono::milliseconds(besideAnother)
                                  : std::chrono::milliseconds(afterTrouble),
                              woken);
        else if (report->againInMs)
            // Never at once: what is due again was tried just now.
            m_change.wait_for(lock, stop,
                              std::chrono::milliseconds(std::max<qint64>(*report->againInMs, 500)),
                              woken);
        else
            m_change.wait(lock, stop, woken);
        m_woken = false;
    }
}

}  // namespace station::workflow
