#pragma once

#include "app/compose/station.h"
#include "core/base/expected.h"
#include "core/config/settings.h"
#include "core/store/backup.h"

#include <QString>

namespace station::compose {

// What can be known of a station without building it: its data may be damaged or gone.

/// Where the station's data lie; absolute.
QString dataFolder(const StationOptions &options);
/// The embedded defaults and what the settings folder changes. Fails with SettingsInvalid.
Expected<config::Settings> settingsFor(const StationOptions &options);
store::BackupPlan backupPlan(const config::Settings &settings);

}  // namespace station::compose
