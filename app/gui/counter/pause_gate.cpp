#include "app/gui/counter/pause_gate.h"

namespace station::gui {

using workflow::PauseAnswer;

PauseAnswer PauseGate::ask(const std::function<void()> &tell, const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    m_answer.reset();
    m_asking = true;
    lock.unlock();
    tell();
    lock.lock();
    m_answered.wait(lock, stop, [this] { return m_answer.has_value(); });
    m_asking = false;
    return m_answer.value_or(PauseAnswer::EndHere);
}

void PauseGate::answer(PauseAnswer answer)
{
    const std::lock_guard lock(m_mutex);
    if (!m_asking || m_answer)
        return;
    m_answer = answer;
    m_answered.notify_all();
}

bool PauseGate::isAsking() const
{
    const std::lock_guard lock(m_mutex);
    return m_asking && !m_answer;
}

}  // namespace station::gui
