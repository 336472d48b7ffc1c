#include "scanner/vscan/fatal_fault.h"

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <unistd.h>

namespace vscan {
namespace {

[[noreturn]] void waitForKill()
{
    for (;;)
        ::pause();
}

[[noreturn]] void spinForKill()
{
    for (std::atomic<unsigned> turns{0};; ++turns) {
    }
}

[[noreturn]] void crash()
{
    std::signal(SIGSEGV, SIG_DFL);
    std::raise(SIGSEGV);
    std::abort();
}

}  // namespace

bool isFatal(Action action)
{
    return action == Action::HangHard || action == Action::Spin || action == Action::Crash ||
           action == Action::Abort || action == Action::Exit;
}

void perish(Action action)
{
    switch (action) {
    case Action::Crash:
        crash();
    case Action::Exit:
        ::_exit(3);
    case Action::HangHard:
        waitForKill();
    case Action::Spin:
        spinForKill();
    default:
        std::abort();
    }
}

}  // namespace vscan
