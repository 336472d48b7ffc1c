#include "app/cli/dossier_json.h"
#include "app/cli/invocation.h"
#include "core/workflow/intake.h"

#include <CLI/Validators.hpp>

#include <map>

namespace station::cli {

void addSide(CLI::App &app, Invocation &invocation)
{
    struct Options {
        std::string dossier, side;
        bool blank = false;
    };
    static const std::map<std::string, bool> answers{{"yes", true}, {"no", false}};

    const auto options = std::make_shared<Options>();
    auto &command = subcommand(app, "side", Cli::tr("Say whether a captured side is blank"));
    dossierOption(command, options->dossier);
    command.add_option("side", options->side, Cli::tr("Id of the side").toStdString())->required();
    command
        .add_option("--blank", options->blank,
                    Cli::tr("yes: no page of the copy; no: it carries content").toStdString())
        ->required()
        ->transform(CLI::CheckedTransformer(answers));
    command.callback([options, &invocation] {
        invocation.runAt([&](compose::Station &station) -> Expected<Outcome> {
            const auto set = station.capture().setBlank(text(options->dossier), text(options->side),
                                                        options->blank);
            if (!set)
                return fail(set.error());
            const auto dossier = workflow::findDossier(station.context(), text(options->dossier));
            if (!dossier)
                return fail(dossier.error());
            const auto &law = station.context().law;
            return Outcome{.lines = toLines(*dossier, law), .json = toJson(*dossier, law)};
        });
    });
}

}  // namespace station::cli
