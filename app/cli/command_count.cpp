#include "app/cli/dossier_json.h"
#include "app/cli/invocation.h"
#include "core/workflow/intake.h"

#include <CLI/Validators.hpp>

#include <optional>

namespace station::cli {

void addCount(CLI::App &app, Invocation &invocation)
{
    struct Options {
        std::string dossier, component, because;
        std::optional<int> sheets{};
    };
    const auto options = std::make_shared<Options>();
    auto &command = subcommand(
        app, "count", Cli::tr("Say how many sheets a paper has, or why another number is right"));
    dossierOption(command, options->dossier);
    componentOption(command, options->component);
    auto &what = *command.add_option_group("what");
    what.add_option("--sheets", options->sheets,
                    Cli::tr("Sheets as counted by hand; 0: not counted").toStdString())
        ->check(CLI::Range(0, 1000));
    what.add_option("--because", options->because,
                    Cli::tr("Why the scanned sheets are right all the same").toStdString());
    what.require_option(1);
    command.callback([options, &invocation] {
        invocation.runAt([&](compose::Station &station) -> Expected<Outcome> {
            const QString name = text(options->dossier);
            const QString code = text(options->component);
            auto editing = station.editing();
            const auto done = options->sheets
                                  ? editing.expectSheets(name, code, *options->sheets)
                                  : editing.explainCount(name, code, text(options->because));
            if (!done)
                return fail(done.error());
            const auto dossier = workflow::findDossier(station.context(), name);
            if (!dossier)
                return fail(dossier.error());
            const auto &component = *dossier->component(code);
            const auto sides = dossier::sidesOf(component.state);
            const auto tally = dossier::tallyOf(sides, component.count);
            return Outcome{.lines = {Cli::tr("%1: %2 sheets counted, %3 scanned")
                                         .arg(code)
                                         .arg(tally.expected)
                                         .arg(tally.sheets)},
                           .json = toJson(code, tally),
                           .needsAttention =
                               !sides.empty() && !dossier::isSettled(sides, component.count)};
        });
    });
}

}  // namespace station::cli
