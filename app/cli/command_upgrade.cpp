#include "app/cli/invocation.h"
#include "app/errors/error_text.h"
#include "core/base/signature_level.h"

#include <QJsonArray>

namespace station::cli {
namespace {

constexpr int proofPatienceMs = 180'000;

Expected<Outcome> runQueue(compose::Station &station, const QString &dossier, bool evenIfNotDue,
                           const Invocation &invocation)
{
    auto upgrading = station.upgrading();
    if (!upgrading)
        return fail(upgrading.error());
    const auto report = upgrading->runOnce(
        {.dossierUuid = dossier, .evenIfNotDue = evenIfNotDue}, [&](int done, int total) {
            invocation.progress(Cli::tr("proof for %1 of %2").arg(done).arg(total));
        });
    if (!report)
        return fail(report.error());
    const auto pending = upgrading->pending();
    if (!pending)
        return fail(pending.error());
    Outcome outcome;
    outcome.needsAttention = report->last.has_value();
    outcome.lines << Cli::tr("%1 copies have more proof, %2 have all of it, %3 wait")
                         .arg(report->risen)
                         .arg(report->complete)
                         .arg(report->waiting);
    if (report->last)
        outcome.lines << errorText(*report->last).line();
    QJsonArray waiting;
    for (const auto &copy : *pending) {
        outcome.lines << Cli::tr("%1  %2: has %3, should have %4, next try %5  %6")
                             .arg(copy.dossierUuid, copy.component, levelName(copy.level),
                                  levelName(copy.wanted), isoVietnam(copy.nextAtMs),
                                  copy.lastFault);
        waiting.append(QJsonObject{{QStringLiteral("dossier"), copy.dossierUuid},
                                   {QStringLiteral("component"), copy.component},
                                   {QStringLiteral("level"), levelName(copy.level)},
                                   {QStringLiteral("wanted"), levelName(copy.wanted)},
                                   {QStringLiteral("required"), levelName(copy.required)},
                                   {QStringLiteral("attempts"), copy.attempts},
                                   {QStringLiteral("next_at"), isoVietnam(copy.nextAtMs)},
                                   {QStringLiteral("last_fault"), copy.lastFault}});
    }
    outcome.json = {{QStringLiteral("risen"), report->risen},
                    {QStringLiteral("complete"), report->complete},
                    {QStringLiteral("waiting"), waiting}};
    if (report->last)
        outcome.json[QStringLiteral("last_error")] = errorCode(report->last->fault);
    return outcome;
}

Expected<Outcome> upgradeFile(compose::Station &station, const QString &source,
                              const QString &destination, const QString &level)
{
    const auto wanted = levelFrom(level);
    if (!wanted)
        return fail(Fault::InvalidInput, {}, level);
    const auto upgrader = station.upgrader();
    if (!upgrader)
        return fail(upgrader.error());
    const auto raised = (*upgrader)->upgrade(source, destination, *wanted, proofPatienceMs);
    if (!raised)
        return fail(raised.error());
    Outcome outcome;
    outcome.needsAttention = raised->halted.has_value();
    outcome.lines << Cli::tr("%1: level %2").arg(destination, levelName(raised->level));
    if (raised->halted)
        outcome.lines << errorText(*raised->halted).line();
    outcome.json = {{QStringLiteral("file"), destination},
                    {QStringLiteral("level"), levelName(raised->level)},
                    {QStringLiteral("sha256"), raised->file.sha256}};
    if (raised->halted)
        outcome.json[QStringLiteral("halted")] = errorCode(raised->halted->fault);
    return outcome;
}

}  // namespace

void addUpgrade(CLI::App &app, Invocation &invocation)
{
    struct Options {
        bool once = false;
        bool all = false;
        std::string dossier, level = "LTA";
        std::vector<std::string> files;
    };
    const auto options = std::make_shared<Options>();
    auto &command = subcommand(
        app, "upgrade", Cli::tr("Get time stamps and proof for copies that are already signed"));
    auto *once = command.add_flag("--once", options->once,
                                  Cli::tr("Work once on what is due in the queue").toStdString());
    command.add_flag("--all", options->all, Cli::tr("Also what is not due yet").toStdString())
        ->needs(once);
    command
        .add_option("--dossier", options->dossier,
                    Cli::tr("Only the copies of this dossier").toStdString())
        ->needs(once);
    command
        .add_option("--file", options->files,
                    Cli::tr("One signed PDF and where the better one goes").toStdString())
        ->expected(2)
        ->excludes(once);
    command
        .add_option("--level", options->level, Cli::tr("T, LT or LTA, for --file").toStdString())
        ->check(CLI::IsMember({"T", "LT", "LTA"}));
    command.callback([options, &invocation] {
        if (!options->once && options->files.empty())
            throw CLI::RequiredError("--once or --file");
        invocation.runAt([&](compose::Station &station) {
            return options->files.empty()
                       ? runQueue(station, text(options->dossier), options->all, invocation)
                       : upgradeFile(station, text(options->files[0]), text(options->files[1]),
                                     text(options->level));
        });
    });
}

}  // namespace station::cli
