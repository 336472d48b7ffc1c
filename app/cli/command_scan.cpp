#include "app/cli/capture_outcome.h"
#include "app/cli/invocation.h"

#include <CLI/Validators.hpp>

#include <map>

namespace station::cli {

void addScan(CLI::App &app, Invocation &invocation)
{
    struct Options {
        std::string dossier, component, device;
        std::optional<workflow::PaperSource> source;
        std::optional<workflow::ColourMode> mode;
        int dpi = 0;
        int expectedSheets = 0;
    };
    static const std::map<std::string, workflow::PaperSource> sources{
        {"flatbed", workflow::PaperSource::Flatbed},
        {"feeder", workflow::PaperSource::Feeder},
        {"duplex", workflow::PaperSource::Duplex}};
    static const std::map<std::string, workflow::ColourMode> modes{
        {"colour", workflow::ColourMode::Colour}, {"gray", workflow::ColourMode::Gray}};

    const auto options = std::make_shared<Options>();
    auto &command = subcommand(app, "scan", Cli::tr("Scan a paper into its component"));
    dossierOption(command, options->dossier);
    componentOption(command, options->component);
    command.add_option("--device", options->device, Cli::tr("SANE device name").toStdString());
    command
        .add_option("--source", options->source, Cli::tr("flatbed, feeder or duplex").toStdString())
        ->transform(CLI::CheckedTransformer(sources));
    command.add_option("--dpi", options->dpi, Cli::tr("Resolution").toStdString())
        ->check(CLI::Range(75, 1200));
    command.add_option("--mode", options->mode, Cli::tr("colour or gray").toStdString())
        ->transform(CLI::CheckedTransformer(modes));
    command
        .add_option("--expect-sheets", options->expectedSheets,
                    Cli::tr("Number of sheets that were counted").toStdString())
        ->check(CLI::Range(1, 1000));
    command.callback([options, &invocation] {
        invocation.runAt([&](compose::Station &station) -> Expected<Outcome> {
            const auto scanner = station.scanner();
            if (!scanner)
                return fail(scanner.error());
            auto request = station.scanRequest();
            if (!options->device.empty())
                request.device = text(options->device);
            request.source = options->source.value_or(request.source);
            request.mode = options->mode.value_or(request.mode);
            if (options->dpi > 0)
                request.dpi = options->dpi;
            const QString component = text(options->component);
            const auto report = station.capture().run(text(options->dossier), component, **scanner,
                                                      request, announceSide(invocation));
            if (!report)
                return fail(report.error());
            return captureOutcome(*report, component, options->expectedSheets);
        });
    });
}

}  // namespace station::cli
