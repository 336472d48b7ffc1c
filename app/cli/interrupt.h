#pragma once

#include <csignal>
#include <stop_token>
#include <thread>

namespace station::cli {

/// Ctrl+C while a scanner runs: the run is cancelled and ends in order, instead of
/// a scanner that is left in the middle of a sheet. The helper programs inherit
/// the blocked signal, so the same keys do not end them. A second Ctrl+C ends
/// this program.
class Interrupt {
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt &) = delete;
    Interrupt &operator=(const Interrupt &) = delete;

    std::stop_token token() const { return m_stop.get_token(); }

private:
    sigset_t m_before{};
    std::stop_source m_stop;
    std::jthread m_thread;
};

}  // namespace station::cli
