#include "app/cli/interrupt.h"

#include <cstdlib>
#include <ctime>

namespace station::cli {
namespace {

sigset_t interrupts()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    return set;
}

}  // namespace

Interrupt::Interrupt()
{
    const sigset_t set = interrupts();
    pthread_sigmask(SIG_BLOCK, &set, &m_before);
    m_thread = std::jthread([this](const std::stop_token &ends) {
        const sigset_t waited = interrupts();
        const timespec moment{0, 100'000'000};
        while (!ends.stop_requested()) {
            if (sigtimedwait(&waited, nullptr, &moment) < 0)
                continue;
            if (m_stop.stop_requested())
                std::_Exit(130);
            m_stop.request_stop();
        }
    });
}

Interrupt::~Interrupt()
{
    m_thread.request_stop();
    m_thread.join();
    pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
}

}  // namespace station::cli
