#include "app/gui/counter/pin_gate.h"

#include <utility>

namespace station::gui {

Secret PinGate::ask(const std::function<void()> &tell, const std::stop_token &stop)
{
    {
        const std::lock_guard lock(m_mutex);
        m_asking = true;
        m_isAnswered = false;
    }
    tell();
    std::unique_lock lock(m_mutex);
    m_answered.wait(lock, stop, [this] { return m_isAnswered; });
    m_asking = false;
    return std::exchange(m_pin, Secret());
}

void PinGate::answer(Secret pin)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_asking)
            return;
        m_pin = std::move(pin);
        m_isAnswered = true;
    }
    m_answered.notify_all();
}

}  // namespace station::gui
