#include "app/cli/interrupt.h"
#include "app/cli/invocation.h"
#include "app/compose/repository_care.h"
#include "app/compose/repository_of.h"
#include "app/compose/station_folder.h"
#include "core/repository/folder_mark.h"

#include <QJsonArray>

#include <cstdlib>

namespace station::cli {
namespace {

constexpr qint64 clockToleranceMs = 5 * 60'000;

/// What follows from what was seen; for a person.
QStringList conclusionsOf(const repository::Capabilities &found)
{
    QStringList lines;
    lines << (found.fitsForClaims()
                  ? Cli::tr("claims of codes: allowed")
                  : Cli::tr("claims of codes: refused, of two that create one key not exactly one "
                            "is told so"));
    lines << (found.fitsForPurge() ? Cli::tr("removing copies of this station: allowed")
              : found.readsBack
                  ? Cli::tr("removing copies of this station: refused, bodies that were corrupted "
                            "on the way are stored")
                  : Cli::tr("removing copies of this station: refused, other bytes come back than "
                            "were stored"));
    if (!found.keepsVersions)
        lines << Cli::tr("advice: keep versions of documents");
    if (!found.locksDocuments)
        lines << Cli::tr("advice: lock documents against deletion");
    if (std::abs(found.clockOffsetMs) > clockToleranceMs)
        lines << Cli::tr("attention: its clock differs from this machine's by %n minute(s)",
                         nullptr, static_cast<int>(std::abs(found.clockOffsetMs) / 60'000));
    return lines;
}

/// Changes a file that the station reads when it is built, so it does not build one.
Expected<Outcome> rotateKey(const Invocation &invocation, const QString &to)
{
    const auto settings = compose::settingsFor(invocation.stationOptions);
    if (!settings)
        return fail(settings.error());
    const QString file = settings->repository.provinceKeyFile;
    const QString target = to.isEmpty() ? file : to;
    const auto version = repository::ProvinceKey::addVersion(file, target);
    if (!version)
        return fail(version.error());
    return Outcome{
        .lines = {Cli::tr("version %1 of the province's key: %2").arg(*version).arg(target),
                  Cli::tr(
                      "Give this file to every station and department of the province now, on a "
                      "safe way, for it is secret: one "
                      "without it cannot read what is written from now on. Older versions stay "
                      "in it until `repository renew-key` has come to its end on all of them.")},
        .json = {{QStringLiteral("version"), *version}, {QStringLiteral("file"), target}}};
}

Expected<Outcome> renewKey(compose::Station &station, const Invocation &invocation)
{
    const Interrupt interrupt;
    const auto report = station.repositoryCare().renew(
        interrupt.token(), [&invocation](const sync::RenewalReport &far) {
            invocation.progress(Cli::tr("%n dossiers", nullptr, far.dossiers));
        });
    if (!report)
        return fail(report.error());
    return Outcome{
        .lines = {Cli::tr("%n objects written under the newest key; all dossiers of this "
                          "station are done",
                          nullptr, report->objects)},
        .json = {{QStringLiteral("objects"), report->objects},
                 {QStringLiteral("dossiers"), report->dossiers}}};
}

Expected<Outcome> probe(compose::Station &station, const Invocation &invocation, bool newFolder)
{
    const QString dataDir = station.context().dataDir;
    if (newFolder) {
        const auto forgotten = repository::FolderMark::forget(compose::repositoryMemory(dataDir));
        if (!forgotten)
            return fail(forgotten.error());
    }
    const auto repository =
        compose::repositoryOf(station.settings(), dataDir, station.context().clock);
    if (!repository)
        return fail(repository.error());
    const auto found = (*repository)->probe();
    if (!found) {
        // Whoever sets up a repository wants to know exactly.
        if (!found.error().detail.isEmpty())
            invocation.note(found.error().detail);
        return fail(found.error());
    }
    return Outcome{
        .lines = found->findings + conclusionsOf(*found),
        .json = {{QStringLiteral("claims_allowed"), found->fitsForClaims()},
                 {QStringLiteral("purge_allowed"), found->fitsForPurge()},
                 {QStringLiteral("refuses_wrong_hash"), found->refusesWrongHash},
                 {QStringLiteral("creates_once"), found->createsOnce},
                 {QStringLiteral("reads_back"), found->readsBack},
                 {QStringLiteral("keeps_versions"), found->keepsVersions},
                 {QStringLiteral("locks_documents"), found->locksDocuments},
                 {QStringLiteral("clock_offset_ms"), found->clockOffsetMs},
                 {QStringLiteral("findings"), QJsonArray::fromStringList(found->findings)}},
        .needsAttention = !found->fitsForClaims() || !found->fitsForPurge()};
}

}  // namespace

void addRepository(CLI::App &app, Invocation &invocation)
{
    auto &repository = subcommand(app, "repository", Cli::tr("The province's repository"));
    repository.require_subcommand(1);
    auto &command = subcommand(repository, "probe",
                               Cli::tr("Try what the repository does, and say what follows"));
    const auto newFolder = std::make_shared<bool>(false);
    command.add_flag(
        "--new-folder", *newFolder,
        Cli::tr("Take the repository folder that is mounted there now from now on").toStdString());
    command.callback([newFolder, &invocation] {
        invocation.runAt(
            [&](compose::Station &station) { return probe(station, invocation, *newFolder); });
    });
    const auto to = std::make_shared<std::string>();
    auto &rotate = subcommand(repository, "rotate-key",
                              Cli::tr("Make a further version of the province's key"));
    rotate.add_option("--to", *to,
                      Cli::tr("Into this file; the station's own stays as it is").toStdString());
    rotate.callback(
        [to, &invocation] { invocation.run([&] { return rotateKey(invocation, text(*to)); }); });
    auto &renew = subcommand(
        repository, "renew-key",
        Cli::tr("Write what this station stored under older keys under the newest one, too"));
    renew.callback([&invocation] {
        invocation.runAt([&](compose::Station &station) { return renewKey(station, invocation); });
    });
}

}  // namespace station::cli
