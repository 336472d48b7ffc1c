#pragma once

#include "core/repository/province_key.h"
#include "core/repository/repository.h"
#include "core/sync/outbox.h"
#include "core/sync/telling.h"
#include "core/workflow/station_context.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace station::workflow {

/// Sends what waits in the outbox and tells who else is to be told, for as long as the program
/// runs. Sleeps without a wake-up while nothing waits; after a failure it waits as long as
/// sync::retryAfter says. Beside another program of the station that is sending it only looks on.
class OutboxRunner {
public:
    /// After each round, each on a thread of its own.
    using OnRound = std::function<void(const Expected<sync::SendReport> &report)>;
    using OnTold = std::function<void(const Expected<sync::TellReport> &report)>;

    OutboxRunner(const StationContext &context, repository::Repository &repository,
                 const repository::ProvinceKey &key, int parallel, sync::Notifiers notifiers = {},
                 OnRound onRound = {}, OnTold onTold = {});
    /// Ends after the object that is on its way.
    ~OutboxRunner();

    /// On a thread of its own, until the runner goes.
    void start();
    /// On the caller's thread and one more, until `stop`.
    void run(const std::stop_token &stop);
    /// Something was queued, or the user says "try again": a round at once. From any thread.
    void wake();

private:
    /// One loop's sleep between its rounds.
    class Sleep {
    public:
        /// Nothing: until somebody wakes it.
        void wait(std::optional<qint64> ms, const std::stop_token &stop);
        void wake();

    private:
        std::mutex m_mutex;
        std::condition_variable_any m_change;
        bool m_woken = false;  // guarded by m_mutex
    };
    void send(const std::stop_token &stop);
    void tell(const std::stop_token &stop);

    const StationContext &m_context;
    repository::Repository &m_repository;
    const repository::ProvinceKey &m_key;
    int m_parallel;
    sync::Notifiers m_notifiers;
    OnRound m_onRound;
    OnTold m_onTold;
    Sleep m_sending;
    Sleep m_telling;
    std::jthread m_thread;
};

}  // namespace station::workflow
