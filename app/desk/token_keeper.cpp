#include "app/desk/token_keeper.h"

#include <utility>

namespace station::desk {

TokenKeeper::TokenKeeper(std::chrono::milliseconds idle, std::function<void(bool)> onChange,
                         Now now)
    : m_idle(idle), m_onChange(std::move(onChange)), m_now(std::move(now)),
      m_thread([this](const std::stop_token &stop) { watchIdle(stop); })
{
}

/// Sleeps while nothing is unlocked, and else until the token could be idle.
void TokenKeeper::watchIdle(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        if (!m_token) {
            m_unlocked.wait(lock, stop, [this] { return m_token != nullptr; });
            continue;
        }
        const auto left = m_inUse ? m_idle : m_lastUse + m_idle - m_now();
        if (left.count() > 0) {
            m_unlocked.wait_for(lock, stop, left, [] { return false; });
            continue;
        }
        lock.unlock();
        lockIfIdle();
        lock.lock();
    }
}

void TokenKeeper::keep(std::unique_ptr<workflow::CopySigner> token, const QString &serial)
{
    Held before;
    {
        const std::lock_guard lock(m_mutex);
        before = std::exchange(m_token, std::move(token));
        m_serial = serial;
        m_lastUse = m_now();
        m_lockWanted = false;
    }
    m_unlocked.notify_all();
    m_onChange(true);
}

bool TokenKeeper::isUnlocked() const
{
    const std::lock_guard lock(m_mutex);
    return m_token != nullptr;
}

QString TokenKeeper::serial() const
{
    const std::lock_guard lock(m_mutex);
    return m_serial;
}

workflow::CopySigner *TokenKeeper::borrow()
{
    const std::lock_guard lock(m_mutex);
    m_inUse = m_token != nullptr;
    return m_token.get();
}

void TokenKeeper::giveBack(bool stillGood)
{
    Held held;
    {
        const std::lock_guard lock(m_mutex);
        m_inUse = false;
        m_lastUse = m_now();
        if (!stillGood || m_lockWanted)
            held = takeOut();
    }
    end(std::move(held));
}

void TokenKeeper::lock()
{
    Held held;
    {
        const std::lock_guard lock(m_mutex);
        if (m_inUse)
            m_lockWanted = true;
        else
            held = takeOut();
    }
    end(std::move(held));
}

void TokenKeeper::lockIfIdle()
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_token || m_inUse || m_now() - m_lastUse < m_idle)
            return;
    }
    lock();
}

void TokenKeeper::tokensPresent(const QStringList &serials)
{
    {
        const std::lock_guard lock(m_mutex);
        const bool wasPresent = std::exchange(m_present, serials).contains(m_serial);
        if (!m_token || !wasPresent || serials.contains(m_serial))
            return;
    }
    lock();
}

TokenKeeper::Held TokenKeeper::takeOut()
{
    m_serial.clear();
    m_lockWanted = false;
    return std::exchange(m_token, nullptr);
}

/// Logging out asks the token, which may take its time.
void TokenKeeper::end(Held held)
{
    if (!held)
        return;
    held.reset();
    m_onChange(false);
}

}  // namespace station::desk
