#pragma once

#include "core/base/clock.h"
#include "core/config/settings.h"
#include "core/repository/repository.h"

#include <memory>

namespace station::compose {

/// The repository that the settings name; nothing is asked of it. SettingsInvalid, FileMissing. The
/// clock must live longer.
Expected<std::unique_ptr<repository::Repository>>
repositoryOf(const config::Settings &settings, const QString &dataDir, const Clock &clock);

/// Where a station remembers which folder its repository is (repository::FolderMark).
QString repositoryMemory(const QString &dataDir);

}  // namespace station::compose
