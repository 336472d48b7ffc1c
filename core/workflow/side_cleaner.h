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

class TextQueue;

/// Cleans the sides of one dossier beside the scanner: a queue and as many
/// threads as the machine has cores. A side that fails stays as it was scanned;
/// it is never dropped. One whose picture cannot be read is marked as damaged. Text is read
/// afterwards, by the text queue.
class SideCleaner {
public:
    /// `found` is null when the side could not be cleaned. One call at a time.
    using OnCleaned = std::function<void(const dossier::Side &, const worker::CleanedSide *found)>;

    /// `texts` may be null.
    SideCleaner(const StationContext &context, worker::PageWorkerPool &pool, TextQueue *texts,
                QString dossierUuid, double expectedHeightMm, OnCleaned onCleaned);
    ~SideCleaner();

    void add(const dossier::Side &side);
    /// Waits for all sides added so far.
    void finish();

private:
    struct Outcome {
        dossier::Side side{};
        worker::SideJob job{};
        worker::CleanedSide found{};
    };
    void work(const std::stop_token &stop);
    void markDamaged(dossier::Side &side);
    Expected<Outcome> clean(dossier::Side side, const std::stop_token &stop);

    const StationContext &m_context;
    worker::PageWorkerPool &m_pool;
    TextQueue *m_texts;
    const QString m_dossierUuid;
    const double m_expectedHeightMm;
    const OnCleaned m_onCleaned;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<dossier::Side> m_waiting;
    int m_busy = 0;
    std::vector<std::jthread> m_threads;  // last: ends before the rest
};

}  // namespace station::workflow
