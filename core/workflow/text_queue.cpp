#include "core/workflow/text_queue.h"

#include <algorithm>

namespace station::workflow {

TextQueue::TextQueue(worker::PageWorkerPool &pool) : m_pool(pool)
{
    const auto count = std::max(1U, std::thread::hardware_concurrency());
    for (unsigned i = 0; i < count; ++i)
        m_threads.emplace_back([this](std::stop_token stop) { work(stop); });
}

TextQueue::~TextQueue() = default;

void TextQueue::add(const worker::SideJob &job)
{
    const std::lock_guard lock(m_mutex);
    m_waiting.push_back(job);
    m_changed.notify_one();
}

void TextQueue::work(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, stop, [this] { return !m_waiting.empty(); })) {
        const worker::SideJob job = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        // What fails here is tried again, and reported, when it is asked for.
        (void)m_pool.recognise(job, stop);
        lock.lock();
    }
}

}  // namespace station::workflow
