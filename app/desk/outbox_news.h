#pragma once

#include "app/gui/counter/signing_values.h"

#include <functional>
#include <mutex>
#include <utility>

namespace station::desk {

/// What is known of the outbox. Several threads change it, each change is told.
class OutboxNews {
public:
    explicit OutboxNews(std::function<void(const gui::OutboxState &)> tell)
        : m_tell(std::move(tell))
    {
    }

    template <typename Change>
    void change(Change change)
    {
        const std::lock_guard lock(m_mutex);
        change(m_state);
        m_tell(m_state);
    }

private:
    const std::function<void(const gui::OutboxState &)> m_tell;
    std::mutex m_mutex{};
    gui::OutboxState m_state{};  // guarded by m_mutex
};

}  // namespace station::desk
