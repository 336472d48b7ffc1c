#pragma once

#include "core/base/expected.h"

#include <QString>

#include <sane/sane.h>

namespace station::scanner {

/// A SANE status as an error of ours; `call` names where it came from.
Error saneError(SANE_Status status, const char *call);

/// The same for sane_open, where a missing device is INVAL or IO_ERROR.
Error openError(SANE_Status status);

/// Opens the library; devices that ask for a password get it from `login.h`.
bool initializeSane();
QString saneVersion();  ///< Of the library that was opened.

}  // namespace station::scanner
