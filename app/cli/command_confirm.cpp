#include "app/cli/dossier_json.h"
#include "app/cli/invocation.h"

namespace station::cli {

void addConfirm(CLI::App &app, Invocation &invocation)
{
    struct Options {
        std::string dossier, component;
        std::vector<std::string> values;
        bool accept = false;
    };
    const auto options = std::make_shared<Options>();
    auto &command = subcommand(app, "confirm", Cli::tr("Confirm the fields of one paper"));
    dossierOption(command, options->dossier);
    componentOption(command, options->component);
    command.add_option("--set", options->values, Cli::tr("A field as key=value").toStdString())
        ->check([](const std::string &value) {
            return value.find('=') == std::string::npos || value.front() == '='
                       ? std::string("key=value expected")
                       : std::string();
        });
    command.add_flag("--accept", options->accept,
                     Cli::tr("Accept the proposals for all other fields").toStdString());
    command.callback([options, &invocation] {
        invocation.runAt([&](compose::Station &station) -> Expected<Outcome> {
            workflow::FieldValues values;
            for (const auto &pair : options->values) {
                const QString both = text(pair);
                values.insert(both.section(u'=', 0, 0).trimmed(), both.section(u'=', 1));
            }
            const QString component = text(options->component);
            const auto fields = station.reading().confirm(text(options->dossier), component, values,
                                                          options->accept);
            if (!fields)
                return fail(fields.error());
            Outcome outcome{.json = {{QStringLiteral("component"), component},
                                     {QStringLiteral("fields"), toJson(*fields)}}};
            for (const auto &field : *fields)
                outcome.lines << QStringLiteral("%1  %2  %3")
                                     .arg(field.key.leftJustified(16),
                                          sourceName(field.source).leftJustified(5), field.value);
            return outcome;
        });
    });
}

}  // namespace station::cli
