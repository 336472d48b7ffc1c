#include "app/cli/dossier_json.h"
#include "app/cli/invocation.h"
#include "core/workflow/intake.h"

#include <CLI/Validators.hpp>

#include <map>

namespace station::cli {
namespace {

const std::map<std::string, dossier::Decision> &decisions()
{
    static const std::map<std::string, dossier::Decision> words{
        {"digitize", dossier::Decision::Digitize}, {"reuse", dossier::Decision::Reuse},
        {"attach", dossier::Decision::Attach},     {"shown", dossier::Decision::ShownOnly},
        {"refuse", dossier::Decision::Refuse},
    };
    return words;
}

}  // namespace

void addDecide(CLI::App &app, Invocation &invocation)
{
    struct Options {
        std::string dossier, component, code;
        dossier::Decision decision = dossier::Decision::Digitize;
    };
    const auto options = std::make_shared<Options>();
    auto &command = subcommand(app, "decide", Cli::tr("Decide what happens with one paper"));
    dossierOption(command, options->dossier);
    componentOption(command, options->component);
    command
        .add_option("--as", options->decision,
                    Cli::tr("digitize, reuse, attach, shown or refuse").toStdString())
        ->required()
        ->transform(CLI::CheckedTransformer(decisions()));
    command.add_option("--code", options->code,
                       Cli::tr("With reuse: digitization code of the stored copy").toStdString());
    command.callback([options, &invocation] {
        invocation.runAt([&](compose::Station &station) -> Expected<Outcome> {
            const QString dossier = text(options->dossier);
            const QString component = text(options->component);
            auto deciding = station.deciding();
            if (options->decision == dossier::Decision::Reuse) {
                const auto code = deciding.reuse(dossier, component, text(options->code));
                if (!code)
                    return fail(code.error());
            } else if (const auto decided = deciding.decide(dossier, component, options->decision);
                       !decided) {
                return fail(decided.error());
            }
            const auto now = workflow::findDossier(station.context(), dossier);
            if (!now)
                return fail(now.error());
            const auto &law = station.context().law;
            return Outcome{.lines = toLines(*now, law), .json = toJson(*now, law)};
        });
    });
}

}  // namespace station::cli
