#include "app/cli/interrupt.h"
#include "app/cli/invocation.h"
#include "app/compose/station_folder.h"
#include "core/base/clock.h"
#include "core/store/backup.h"
#include "core/store/restore.h"

#include <QFileInfo>
#include <QJsonArray>

namespace station::cli {
namespace {

constexpr int linesEvery = 500;  // files

/// None of these builds a station: its data may be what is to be restored.
struct Place {
    QString dataDir;
    config::Settings settings;
};

Expected<Place> placeOf(const Invocation &invocation)
{
    auto settings = compose::settingsFor(invocation.stationOptions);
    if (!settings)
        return fail(settings.error());
    return Place{compose::dataFolder(invocation.stationOptions), *std::move(settings)};
}

store::BackupProgress progressOf(const Invocation &invocation)
{
    return [&invocation](int done, int all) {
        if (done == all || done % linesEvery == 0)
            invocation.progress(Cli::tr("%1 of %2 files").arg(done).arg(all));
    };
}

QJsonObject jsonOf(const QString &folder, const store::BackupManifest &manifest)
{
    return {{QStringLiteral("folder"), folder},
            {QStringLiteral("station"), manifest.stationId},
            {QStringLiteral("made_at"), isoVietnam(manifest.madeAtMs)},
            {QStringLiteral("files"), static_cast<qint64>(manifest.files.size())},
            {QStringLiteral("bytes"), manifest.bytes()},
            {QStringLiteral("audit_records"), manifest.audit.seq},
            {QStringLiteral("missing"), QJsonArray::fromStringList(manifest.missing)}};
}

QString lineOf(const QString &folder, const store::BackupManifest &manifest)
{
    return Cli::tr("%1  %2 files, %3 MB  %4")
        .arg(isoVietnam(manifest.madeAtMs))
        .arg(manifest.files.size())
        .arg(manifest.bytes() / megabyte)
        .arg(folder);
}

Expected<Outcome> makeBackup(const Invocation &invocation, const QString &to)
{
    const auto place = placeOf(invocation);
    if (!place)
        return fail(place.error());
    auto plan = compose::backupPlan(place->settings);
    if (!to.isEmpty())
        plan.folder = QFileInfo(to).absoluteFilePath();
    if (plan.folder.isEmpty())
        return fail(Fault::PlaceNotSet, QStringLiteral("no folder"),
                    Cli::tr("folder for the backup"));
    const SystemClock clock;
    const Interrupt interrupt;
    const auto made =
        store::Backup(place->dataDir, plan, clock).make(interrupt.token(), progressOf(invocation));
    if (!made)
        return fail(made.error());
    Outcome outcome{.lines = {lineOf(made->folder, made->manifest)},
                    .json = jsonOf(made->folder, made->manifest)};
    if (!made->manifest.missing.isEmpty())
        outcome.lines << Cli::tr("attention: %n signed copies are not on the disk; call IT",
                                 nullptr, static_cast<int>(made->manifest.missing.size()));
    if (made->sameDisk)
        outcome.lines << Cli::tr("attention: the backup lies on the same disk as the data");
    outcome.json[QStringLiteral("same_disk")] = made->sameDisk;
    outcome.needsAttention = !made->manifest.missing.isEmpty() || made->sameDisk;
    return outcome;
}

Expected<Outcome> listBackups(const Invocation &invocation, const QString &in)
{
    const auto place = placeOf(invocation);
    if (!place)
        return fail(place.error());
    const QString folder =
        in.isEmpty() ? place->settings.backup.folder : QFileInfo(in).absoluteFilePath();
    Outcome outcome;
    QJsonArray list;
    for (const auto &backup : store::backupsIn(folder)) {
        outcome.lines << lineOf(backup.folder, backup.manifest);
        list.append(jsonOf(backup.folder, backup.manifest));
    }
    if (outcome.lines.isEmpty())
        outcome.lines << Cli::tr("no backup");
    outcome.json = {{QStringLiteral("backups"), list}};
    return outcome;
}

Expected<Outcome> restoreBackup(const Invocation &invocation, const QString &from)
{
    const auto place = placeOf(invocation);
    if (!place)
        return fail(place.error());
    const SystemClock clock;
    const Interrupt interrupt;
    const auto restored =
        store::restore(place->dataDir, QFileInfo(from).absoluteFilePath(),
                       place->settings.stationId, clock, interrupt.token(), progressOf(invocation));
    if (!restored)
        return fail(restored.error());
    const auto &[folder, manifest] = restored->backup;
    Outcome outcome{.lines = {Cli::tr("restored: %1").arg(lineOf(folder, manifest))},
                    .json = {{QStringLiteral("restored"), jsonOf(folder, manifest)},
                             {QStringLiteral("aside"), restored->aside},
                             {QStringLiteral("queued_again"), restored->queuedAgain}}};
    if (!restored->aside.isEmpty())
        outcome.lines << Cli::tr("what was there before: %1").arg(restored->aside);
    if (restored->queuedAgain > 0)
        outcome.lines << Cli::tr("%n objects will be sent again", nullptr, restored->queuedAgain);
    return outcome;
}

}  // namespace

void addBackup(CLI::App &app, Invocation &invocation)
{
    const auto to = std::make_shared<std::string>();
    auto &backup = subcommand(app, "backup", Cli::tr("Copy what only this station has"));
    backup.require_subcommand(0, 1);
    backup.add_option(
        "--to", *to,
        Cli::tr("Folder, on another disk; without it that of the settings").toStdString());
    auto &list = subcommand(backup, "list", Cli::tr("Show the backups, the newest first"));
    list.add_option("--from", *to, Cli::tr("Folder of backups").toStdString());
    list.callback(
        [to, &invocation] { invocation.run([&] { return listBackups(invocation, text(*to)); }); });
    backup.callback([to, &invocation, &backup] {
        if (backup.get_subcommands().empty())
            invocation.run([&] { return makeBackup(invocation, text(*to)); });
    });

    const auto from = std::make_shared<std::string>();
    auto &restore =
        subcommand(app, "restore", Cli::tr("Put a backup in the place of this station's data"));
    restore.add_option("from", *from, Cli::tr("One backup, or a folder of them").toStdString())
        ->required();
    restore.callback([from, &invocation] {
        invocation.run([&] { return restoreBackup(invocation, text(*from)); });
    });
}

}  // namespace station::cli
