#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>
#include <utility>

namespace station::workflow {

/// The clerk's hand on a running batch: it pauses, goes on or ends between two documents.
/// Thread-safe; outlives the batch.
class BatchControl {
public:
    /// A stop that somebody else asks for ends the batch as well.
    explicit BatchControl(std::stop_token alsoStopsWith = {})
        : m_outside(std::move(alsoStopsWith), [this] { m_stop.request_stop(); })
    {
    }

    void pause() { setPaused(true); }
    void resume() { setPaused(false); }
    void cancel() { m_stop.request_stop(); }

    std::stop_token stopToken() const { return m_stop.get_token(); }
    bool isPaused() const
    {
        const std::lock_guard lock(m_mutex);
        return m_paused;
    }

    /// Blocks while paused. False when the batch has to end.
    bool mayGoOn()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, m_stop.get_token(), [this] { return !m_paused; });
        return !m_stop.stop_requested();
    }

private:
    void setPaused(bool paused)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_paused = paused;
        }
        m_changed.notify_all();
    }

    std::stop_source m_stop{};
    mutable std::mutex m_mutex{};
    std::condition_variable_any m_changed{};
    bool m_paused = false;  // guarded by m_mutex
    std::stop_callback<std::function<void()>> m_outside;
};

}  // namespace station::workflow
