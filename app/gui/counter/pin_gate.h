#pragma once

#include "core/base/secret.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>

namespace station::gui {

/// Where a batch waits for one more PIN. A question is answered once.
class PinGate {
public:
    /// On the thread that signs: tells, then waits. Empty: the clerk gave up, or the
    /// batch was stopped.
    Secret ask(const std::function<void()> &tell, const std::stop_token &stop);

    void answer(Secret pin);  ///< On any other thread. Nothing when nobody has asked.

private:
    std::mutex m_mutex{};
    std::condition_variable_any m_answered{};
    bool m_asking = false;
    bool m_isAnswered = false;
    Secret m_pin{};
};

}  // namespace station::gui
