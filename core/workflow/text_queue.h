#pragma once

#include "core/worker/page_worker.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace station::workflow {

/// Reads the text of cleaned sides in the background, so that it is there when
/// the clerk has signed. Work that waits when the program ends is not lost:
/// Reading reads what lacks when it is asked for it. Thread-safe.
class TextQueue {
public:
    explicit TextQueue(worker::PageWorkerPool &pool);
    ~TextQueue();  ///< Stops what runs.
    TextQueue(const TextQueue &) = delete;
    TextQueue &operator=(const TextQueue &) = delete;

    void add(const worker::SideJob &job);

private:
    void work(const std::stop_token &stop);

    worker::PageWorkerPool &m_pool;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<worker::SideJob> m_waiting;
    std::vector<std::jthread> m_threads;  // last: ends before the rest
};

}  // namespace station::workflow
