#pragma once

#include "scanner/vscan/fault_script.h"

namespace vscan {

bool isFatal(Action action);

/// The process hangs for good or ends, as the action says. Let go of every lock
/// before: another thread may still call.
[[noreturn]] void perish(Action action);

}  // namespace vscan
