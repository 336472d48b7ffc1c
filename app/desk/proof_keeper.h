#pragma once

#include "app/compose/station.h"
#include "app/gui/counter/signing_values.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace station::desk {

/// Fetches time stamps and proof for signed copies, on a thread of its own: after each
/// batch, every minute while copies wait, and when somebody asks.
class ProofKeeper {
public:
    /// `onChange` is told on the keeper's thread, first with what waits now.
    ProofKeeper(compose::Station &station, std::function<void(const gui::ProofState &)> onChange);
    ~ProofKeeper();
    ProofKeeper(const ProofKeeper &) = delete;
    ProofKeeper &operator=(const ProofKeeper &) = delete;

    void lookAgain();  ///< A batch was signed.
    void tryNow();     ///< Also what is not due yet.

private:
    void run(const std::stop_token &stop);
    /// What waits, without asking anybody.
    gui::ProofState look(const std::stop_token &stop);
    void tell(const gui::ProofState &state);
    void wake(bool evenIfNotDue);

    compose::Station &m_station;
    const std::function<void(const gui::ProofState &)> m_onChange;
    std::optional<Fault> m_trouble{};         // of the keeper's thread
    std::optional<gui::ProofState> m_told{};  // of the keeper's thread
    std::mutex m_mutex{};
    std::condition_variable_any m_woken{};
    bool m_wanted = false;        // guarded by m_mutex
    bool m_evenIfNotDue = false;  // guarded by m_mutex
    std::jthread m_thread;
};

}  // namespace station::desk
