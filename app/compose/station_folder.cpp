#include "app/compose/station_folder.h"

#include "core/config/share_folder.h"

#include <QFileInfo>
#include <QStandardPaths>

namespace station::compose {

QString dataFolder(const StationOptions &options)
{
    if (!options.dataDir.isEmpty())
        return QFileInfo(options.dataDir).absoluteFilePath();
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/tram-so-hoa");
}

Expected<config::Settings> settingsFor(const StationOptions &options)
{
    auto settings = config::demoSettings(config::shareFolder(), dataFolder(options));
    if (options.configDir.isEmpty())
        return settings;
    return config::withFolder(std::move(settings), options.configDir);
}

store::BackupPlan backupPlan(const config::Settings &settings)
{
    return {.folder = settings.backup.folder,
            .everyMinutes = settings.backup.everyMinutes,
            .keep = settings.backup.keep};
}

}  // namespace station::compose
