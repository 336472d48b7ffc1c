#include "app/compose/upkeep.h"

#include "core/store/reserve.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace station::compose {

Upkeep::Upkeep(QString dataDir, qint64 reserveBytes, store::BackupPlan plan, const Clock &clock,
               Task further)
    : m_dataDir(std::move(dataDir)), m_reserveBytes(reserveBytes), m_plan(std::move(plan)),
      m_clock(clock), m_further(std::move(further)),
      m_thread([this](const std::stop_token &stop) { run(stop); })
{
}

void Upkeep::run(const std::stop_token &stop)
{
    // A disk that was full gets its reserve back within ten minutes.
    const auto turn = std::chrono::minutes(std::min(10, m_plan.everyMinutes));
    while (!stop.stop_requested()) {
        (void)store::keepReserve(m_dataDir, m_reserveBytes);
        (void)store::Backup(m_dataDir, m_plan, m_clock).runIfDue(stop);
        if (m_further)
            m_further(stop);
        std::unique_lock lock(m_mutex);
        m_never.wait_for(lock, stop, turn, [] { return false; });
    }
}

}  // namespace station::compose
