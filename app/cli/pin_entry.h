#pragma once

#include "core/base/expected.h"
#include "core/base/secret.h"

#include <QString>

namespace station::cli {

/// The first line of a file, or of the terminal without echo when no file is
/// named. PinInvalid when there is no terminal to ask or the line is empty.
Expected<Secret> readPin(const QString &file);

}  // namespace station::cli
