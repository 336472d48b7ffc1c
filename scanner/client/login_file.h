#pragma once

#include "core/base/expected.h"
#include "core/base/secret.h"

#include <QString>

namespace station::scanner {

/// The lines `user:password:resource` of a file that only its owner may read.
/// SettingsInvalid when it cannot be read, is larger than 64 KB, or when others may
/// read it; the subject is the path.
Expected<Secret> readLogin(const QString &path);

}  // namespace station::scanner
