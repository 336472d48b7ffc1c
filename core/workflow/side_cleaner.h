#pragma once

#include "core/dossier/side.h"
#include "core/worker/page_worker.h"
#include "core/workflow/station_context.h"

#include <QString>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace station::workflow {

/// Cleans and reads the sides of one dossier beside the scanner: a queue and
/// as many threads as the machine has cores. A side that fails stays as it was
/// scanned; it is never dropped.
class SideCleaner {
public:
    using OnCleaned = std::function<void(const dossier::Side &)>;

    SideCleaner(const StationContext &context, worker::PageWorkerPool &pool, QString dossierUuid,
                OnCleaned onCleaned);
    ~SideCleaner();

    void add(const dossier::Side &side);

    struct Totals {
        int blank = 0;
        int failed = 0;
    };
    /// Waits for all sides added so far.
    Totals finish();

private:
    void work(const std::stop_token &stop);
    Expected<dossier::Side> cleaned(dossier::Side side, const std::stop_token &stop);

    const StationContext &m_context;
    worker::PageWorkerPool &m_pool;
    const QString m_dossierUuid;
    const OnCleaned m_onCleaned;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<dossier::Side> m_waiting;
    int m_busy = 0;
    Totals m_totals;
    std::vector<std::jthread> m_threads;  // last: ends before the rest
};

}  // namespace station::workflow
