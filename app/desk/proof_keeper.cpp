#include "app/desk/proof_keeper.h"

#include <chrono>
#include <utility>

namespace station::desk {
namespace {

constexpr auto everyMinute = std::chrono::minutes(1);

}  // namespace

ProofKeeper::ProofKeeper(compose::Station &station,
                         std::function<void(const gui::ProofState &)> onChange)
    : m_station(station), m_onChange(std::move(onChange)),
      m_thread([this](const std::stop_token &stop) { run(stop); })
{
}

ProofKeeper::~ProofKeeper() = default;

void ProofKeeper::lookAgain()
{
    wake(false);
}

void ProofKeeper::tryNow()
{
    wake(true);
}

void ProofKeeper::wake(bool evenIfNotDue)
{
    {
        const std::lock_guard lock(m_mutex);
        m_wanted = true;
        m_evenIfNotDue = m_evenIfNotDue || evenIfNotDue;
    }
    m_woken.notify_all();
}

gui::ProofState ProofKeeper::look(const std::stop_token &stop)
{
    const auto upgrading = m_station.upgrading(stop);
    const auto upgrader = m_station.upgrader(stop);
    if (!upgrading || !upgrader)
        return {};
    const auto pending = upgrading->pending();
    if (!pending)
        return {};
    gui::ProofState state;
    for (const auto &copy : *pending) {
        // A station that knows no authority waits only for what it must not do without.
        const auto goal = (*upgrader)->isConfigured() ? copy.wanted : copy.required;
        if (copy.level >= goal)
            continue;
        ++state.waiting;
        if (copy.nextAtMs > 0 && (state.nextAtMs == 0 || copy.nextAtMs < state.nextAtMs))
            state.nextAtMs = copy.nextAtMs;
    }
    if (state.waiting > 0)
        state.trouble = m_trouble;
    return state;
}

void ProofKeeper::tell(const gui::ProofState &state)
{
    if (m_told == state)
        return;
    m_told = state;
    m_onChange(state);
}

void ProofKeeper::run(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        const gui::ProofState now = look(stop);
        tell(now);
        bool evenIfNotDue = false;
        {
            std::unique_lock lock(m_mutex);
            const auto wanted = [this] { return m_wanted; };
            if (now.waiting > 0)
                m_woken.wait_for(lock, stop, everyMinute, wanted);
            else
                m_woken.wait(lock, stop, wanted);
            m_wanted = false;
            evenIfNotDue = std::exchange(m_evenIfNotDue, false);
        }
        auto upgrading = m_station.upgrading(stop);
        if (stop.stop_requested() || !upgrading)
            continue;
        tell(look(stop));
        const auto report = upgrading->runOnce({.evenIfNotDue = evenIfNotDue}, {}, stop);
        if (report)
            m_trouble = report->last ? std::optional(report->last->fault) : std::nullopt;
        else if (report.error().fault != Fault::Cancelled)
            m_trouble = report.error().fault;
    }
}

}  // namespace station::desk
