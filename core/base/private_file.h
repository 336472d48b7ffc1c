#pragma once

#include "core/base/expected.h"
#include "core/base/secret.h"

#include <QString>

namespace station {

/// The first 4 kB of a file that holds a key or a login and that nobody but its owner may read.
/// FileMissing, or SettingsInvalid when others may read it or it is no file; the subject is the
/// path.
Expected<Secret> readPrivateFile(const QString &path);

}  // namespace station
