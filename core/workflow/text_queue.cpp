#include "core/workflow/text_queue.h"

#include <algorithm>
#include <utility>

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
    forget(job.outputStem);
    m_waiting.push_back(job);
    m_changed.notify_one();
}

void TextQueue::prefer(const QString &stem)
{
    const std::lock_guard lock(m_mutex);
    const auto at = std::ranges::find(m_waiting, stem, &worker::SideJob::outputStem);
    if (at != m_waiting.end())
        std::rotate(m_waiting.begin(), at, at + 1);
}

void TextQueue::cancel(const QStringList &stems)
{
    const std::lock_guard lock(m_mutex);
    for (const auto &stem : stems)
        forget(stem);
}

std::optional<Error> TextQueue::failed(const QString &stem) const
{
    const std::lock_guard lock(m_mutex);
    const auto at = m_failed.find(stem);
    return at == m_failed.end() ? std::nullopt : std::optional(at->second);
}

void TextQueue::forget(const QString &stem)
{
    std::erase_if(m_waiting, [&](const auto &job) { return job.outputStem == stem; });
    for (auto [at, end] = m_running.equal_range(stem); at != end; ++at)
        at->second.request_stop();
    m_failed.erase(stem);
}

void TextQueue::work(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, stop, [this] { return !m_waiting.empty(); })) {
        const worker::SideJob job = std::move(m_waiting.front());
        m_waiting.pop_front();
        std::stop_source unwanted;
        const auto running = m_running.emplace(job.outputStem, unwanted);
        lock.unlock();
        const auto read = [&] {
            const std::stop_callback ends(stop, [&] { unwanted.request_stop(); });
            return m_pool.recognise(job, unwanted.get_token());
        }();
        lock.lock();
        m_running.erase(running);
        if (!read && !unwanted.stop_requested())
            m_failed.insert_or_assign(job.outputStem, read.error());
    }
}

}  // namespace station::workflow
