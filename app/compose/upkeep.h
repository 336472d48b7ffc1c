#pragma once

#include "core/base/clock.h"
#include "core/store/backup.h"

#include <QString>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace station::compose {

/// What a program that stays does for its station's data now and then, on a thread of its own:
/// the reserve for a full disk, backups when they are due, and then what else there is. A failure
/// is tried again at the next turn; how old the newest backup is, the self-test tells.
class Upkeep {
public:
    using Task = std::function<void(const std::stop_token &stop)>;

    Upkeep(QString dataDir, qint64 reserveBytes, store::BackupPlan plan, const Clock &clock,
           Task further = {});
    /// Stops a backup that is being made; what there is of it goes.
    ~Upkeep() = default;  // jthread asks to stop

private:
    void run(const std::stop_token &stop);

    QString m_dataDir;
    qint64 m_reserveBytes;
    store::BackupPlan m_plan;
    const Clock &m_clock;
    Task m_further;
    std::mutex m_mutex;
    std::condition_variable_any m_never;  // only the stop ends a wait early
    std::jthread m_thread;                // last: it uses the rest
};

}  // namespace station::compose
