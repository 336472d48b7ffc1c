#pragma once

#include "core/workflow/capture_events.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>

namespace station::gui {

/// Where a run waits for the clerk. A question is answered once: a second
/// answer, or one that nobody asked for, is nothing.
class PauseGate {
public:
    /// On the run's thread: tells, then waits. A stop is an answer, too: end here.
    workflow::PauseAnswer ask(const std::function<void()> &tell, const std::stop_token &stop);

    // On any other thread.
    void answer(workflow::PauseAnswer answer);
    bool isAsking() const;

private:
    mutable std::mutex m_mutex{};
    std::condition_variable_any m_answered{};
    std::optional<workflow::PauseAnswer> m_answer{};
    bool m_asking = false;
};

}  // namespace station::gui
