#pragma once

#include "core/repository/repository.h"

#include <functional>
#include <memory>

namespace station::repository {

/// What every engine promises, as checks of one test case. `open` makes a
/// further access to the same storage, which is empty at first; the checks
/// open several and use them from several threads.
void checkRepositoryContract(const std::function<std::unique_ptr<Repository>()> &open);

}  // namespace station::repository
