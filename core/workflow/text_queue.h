#pragma once

#include "core/worker/page_worker.h"

#include <QString>
#include <QStringList>

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <vector>

namespace station::workflow {

/// Reads the text of cleaned sides in the background, so that it is there when
/// the clerk has signed. Work that waits when the program ends is not lost:
/// Reading reads what lacks when it is asked for it. A side is named by the stem of its
/// job (SideJob::outputStem). Thread-safe.
class TextQueue {
public:
    explicit TextQueue(worker::PageWorkerPool &pool);
    ~TextQueue();  ///< Stops what runs.
    TextQueue(const TextQueue &) = delete;
    TextQueue &operator=(const TextQueue &) = delete;

    /// Takes the place of what waits or runs for the same side: that was an earlier picture.
    void add(const worker::SideJob &job);

    /// The clerk looks at this side: it is the next to be read, if it waits.
    void prefer(const QString &stem);

    /// Sides whose text nobody needs any more; what runs for them is stopped.
    void cancel(const QStringList &stems);

    /// Why the text of a side could not be read, TimedOut and WorkerDied above all. Nothing
    /// for one that was read, waits or is unknown.
    std::optional<Error> failed(const QString &stem) const;

private:
    void work(const std::stop_token &stop);
    void forget(const QString &stem);  // m_mutex is held

    worker::PageWorkerPool &m_pool;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<worker::SideJob> m_waiting;
    std::multimap<QString, std::stop_source> m_running;
    std::map<QString, Error> m_failed;
    std::vector<std::jthread> m_threads;  // last: ends before the rest
};

}  // namespace station::workflow
