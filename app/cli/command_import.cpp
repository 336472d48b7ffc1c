#include "app/cli/capture_outcome.h"
#include "app/cli/invocation.h"
#include "core/workflow/file_source.h"

namespace station::cli {

void addImport(CLI::App &app, Invocation &invocation)
{
    struct Options {
        std::string dossier, component;
        std::vector<std::string> files;
    };
    const auto options = std::make_shared<Options>();
    auto &command = subcommand(app, "import",
                               Cli::tr("Take a paper from image or PDF files into its component"));
    dossierOption(command, options->dossier);
    componentOption(command, options->component);
    command.add_option("files", options->files, Cli::tr("Images or PDFs").toStdString())
        ->required();
    command.callback([options, &invocation] {
        invocation.runAt([&](compose::Station &station) -> Expected<Outcome> {
            workflow::FileSource source(station.pageWorkers(), texts(options->files));
            const QString component = text(options->component);
            const auto report =
                station.capture().run(text(options->dossier), component, source,
                                      station.scanRequest(), announceSide(invocation));
            if (!report)
                return fail(report.error());
            return captureOutcome(*report, component);
        });
    });
}

}  // namespace station::cli
