#include "app/compose/self_test.h"

#include "app/compose/station_folder.h"
#include "app/compose/station_sealing.h"
#include "core/base/clock.h"
#include "core/base/free_room.h"
#include "core/store/backup.h"
#include "core/store/column_form.h"
#include "core/sync/sample_audit.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

#include <sys/timex.h>

namespace station::compose {
namespace {

constexpr int mostExamples = 20;

void lookAtModes(const QString &dataDir, SelfTest &result)
{
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup |
                        QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
    const QDir root(dataDir);
    const auto look = [&](const QFileInfo &file) {
        if (file.isSymLink() || !(file.permissions() & others))
            return;
        ++result.openToOthers;
        if (result.openExamples.size() < mostExamples)
            result.openExamples << root.relativeFilePath(file.filePath());
    };
    look(QFileInfo(dataDir));
    QDirIterator all(dataDir, QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden,
                     QDirIterator::Subdirectories);
    while (all.hasNext()) {
        all.next();
        look(all.fileInfo());
    }
}

Expected<> lookAtSealing(const config::Settings &settings, const StationOptions &options,
                         const QString &dataDir, SelfTest &result)
{
    const SealingKeys keys(settings.storage, options.configDir, dataDir);
    result.isSealingOff = settings.storage.sealing == config::SealingKey::None;
    const auto keyId = store::sealingKeyOf(dataDir);
    const auto traces = store::hasTraces(dataDir);
    if (!keyId || !traces)
        return fail(keyId ? traces.error() : keyId.error());
    result.isSealed = !keyId->isEmpty();
    result.hasTraces = *traces;
    if (!result.isSealed)
        return {};
    if (const auto place = keys.place(); place)
        result.keyPlace = *place;
    else
        result.keyFault = place.error();
    if (const auto recoverable = keys.isRecoverable(); recoverable)
        result.isKeyRecoverable = *recoverable;
    else
        result.recoveryFault = recoverable.error();
    return {};
}

void lookAtBackup(const config::Settings &settings, const QString &dataDir, SelfTest &result)
{
    const auto plan = backupPlan(settings);
    result.isBackupSet = !plan.folder.isEmpty();
    if (!result.isBackupSet)
        return;
    const SystemClock clock;
    const auto due = store::Backup(dataDir, plan, clock).isDue();
    result.isBackupDue = !due || *due;
    if (const auto backups = store::backupsIn(plan.folder); !backups.empty())
        result.newestBackupMs = backups.front().manifest.madeAtMs;
}

bool isClockSynchronised()
{
    timex state{};
    return ::adjtimex(&state) != TIME_ERROR && (state.status & STA_UNSYNC) == 0;
}

/// The folder, or what it would be made in.
QString existing(const QString &folder)
{
    const QString parent = QFileInfo(folder).absolutePath();
    return QFileInfo::exists(folder) || parent == folder ? folder : existing(parent);
}

}  // namespace

bool SelfTest::needsAttention() const
{
    const bool isKeyInDanger = hasData && (!isSealed || keyPlace.isEmpty() || hasTraces ||
                                           !isKeyRecoverable.value_or(false));
    const bool isBackupMissing = !isBackupSet || isBackupDue;
    return disk.state == sealing::DiskEncryption::State::No || isKeyInDanger || openToOthers > 0 ||
           lostInRepository > 0 || freeBytes < reserveBytes || !isClockSynchronised ||
           isBackupMissing;
}

Expected<SelfTest> selfTest(const StationOptions &options)
{
    const auto settings = settingsFor(options);
    if (!settings)
        return fail(settings.error());
    const QString dataDir = dataFolder(options);
    SelfTest result{.disk = sealing::diskEncryption(dataDir),
                    .hasData = QFileInfo::exists(dataDir + QStringLiteral("/station.db")),
                    .freeBytes = freeBytes(existing(dataDir)).value_or(0),
                    .reserveBytes = settings->storage.reserveMb * 1024LL * 1024,
                    .isClockSynchronised = isClockSynchronised()};
    if (const auto looked = lookAtSealing(*settings, options, dataDir, result); !looked)
        return fail(looked.error());
    const auto lost = sync::SampleAudit::countLost(dataDir);
    if (!lost)
        return fail(lost.error());
    result.lostInRepository = *lost;
    lookAtModes(dataDir, result);
    lookAtBackup(*settings, dataDir, result);
    return result;
}

}  // namespace station::compose
