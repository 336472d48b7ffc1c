#pragma once

#include "core/repository/province_key.h"
#include "core/repository/repository.h"
#include "core/sync/outbox.h"
#include "core/workflow/station_context.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>

namespace station::workflow {

/// Sends what waits in the outbox for as long as the program runs. Sleeps without a wake-up while
/// nothing waits; after a failure it waits as long as sync::retryAfter says. Beside another
/// program of the station that is sending it only looks on.
class OutboxRunner {
public:
    /// After each round, on the runner's thread.
    using OnRound = std::function<void(const Expected<sync::SendReport> &report)>;

    OutboxRunner(const StationContext &context, repository::Repository &repository,
                 const repository::ProvinceKey &key, int parallel, OnRound onRound = {});
    /// Ends after the object that is on its way.
    ~OutboxRunner();

    /// On a thread of its own, until the runner goes.
    void start();
    /// On the caller's thread, until `stop`.
    void run(const std::stop_token &stop);
    /// Something was queued, or the user says "try again": a round at once. From any thread.
    void wake();

private:
    const StationContext &m_context;
    repository::Repository &m_repository;
    const repository::ProvinceKey &m_key;
    int m_parallel;
    OnRound m_onRound;
    std::mutex m_mutex;
    std::condition_variable_any m_change;
    bool m_woken = false;  // guarded by m_mutex
    std::jthread m_thread;
};

}  // namespace station::workflow
