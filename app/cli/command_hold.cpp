#include "app/cli/invocation.h"
#include "core/store/store.h"
#include "core/workflow/intake.h"

namespace station::cli {
namespace {

struct HoldOptions {
    std::string dossier, reason, forWhom;
};

/// Changes whether the dossier is put aside, and says so.
template <typename Change>
Expected<Outcome> changeHold(compose::Station &station, const std::string &name, bool held,
                             Change change)
{
    const auto dossier = workflow::findDossier(station.context(), text(name));
    if (!dossier)
        return fail(dossier.error());
    auto store = station.context().openStore();
    if (!store)
        return fail(store.error());
    if (const auto changed = change(*store, dossier->uuid); !changed)
        return fail(changed.error());
    return Outcome{
        .lines = {held ? Cli::tr("The dossier is put aside") : Cli::tr("The dossier goes on")},
        .json = {{QStringLiteral("dossier"), dossier->uuid}, {QStringLiteral("held"), held}}};
}

void addResume(CLI::App &app, Invocation &invocation)
{
    const auto options = std::make_shared<HoldOptions>();
    auto &command = subcommand(app, "resume", Cli::tr("Go on with a dossier that was put aside"));
    dossierOption(command, options->dossier);
    command.callback([options, &invocation] {
        invocation.runAt([&](compose::Station &station) {
            return changeHold(station, options->dossier, false,
                              [&](store::Store &store, const QString &uuid) {
                                  return store.resume(uuid, station.context().actor);
                              });
        });
    });
}

}  // namespace

void addHold(CLI::App &app, Invocation &invocation)
{
    const auto options = std::make_shared<HoldOptions>();
    auto &command =
        subcommand(app, "hold", Cli::tr("Put a dossier aside until somebody goes on with it"));
    dossierOption(command, options->dossier);
    command.add_option("--reason", options->reason, Cli::tr("What it waits for").toStdString())
        ->required();
    command.add_option("--for", options->forWhom,
                       Cli::tr("A colleague at this station who is to go on").toStdString());
    command.callback([options, &invocation] {
        invocation.runAt([&](compose::Station &station) {
            return changeHold(station, options->dossier, true,
                              [&](store::Store &store, const QString &uuid) {
                                  return store.hold(uuid, {.reason = text(options->reason),
                                                           .forWhom = text(options->forWhom),
                                                           .by = station.context().actor});
                              });
        });
    });
    addResume(app, invocation);
}

}  // namespace station::cli
