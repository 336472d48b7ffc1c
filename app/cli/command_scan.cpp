#include "app/cli/capture_outcome.h"
#include "app/cli/interrupt.h"
#include "app/cli/invocation.h"

#include <CLI/Validators.hpp>

#include <map>
#include <optional>

namespace station::cli {
namespace {

struct ScanOptions {
    std::string dossier, component, device, before, replaces, trace;
    std::optional<workflow::PaperSource> source{};
    std::optional<workflow::ColourMode> mode{};
    int dpi = 0;
    int expectedSheets = 0;
    bool waits = false;
};

workflow::CaptureWish wishOf(const ScanOptions &options, workflow::ScanRequest request)
{
    request.device = text(options.device);
    request.source = options.source.value_or(request.source);
    request.mode = options.mode.value_or(request.mode);
    request.traceFile = text(options.trace);
    if (options.dpi > 0)
        request.dpi = options.dpi;
    return {.component = text(options.component),
            .request = request,
            .place = {.before = text(options.before), .replaces = text(options.replaces)},
            .expectedSheets = options.expectedSheets};
}

Expected<Outcome> scan(compose::Station &station, const Invocation &invocation,
                       const ScanOptions &options)
{
    const auto scanner = station.scanner();
    if (!scanner)
        return fail(scanner.error());
    const Interrupt interrupt;
    const auto report = station.capture().run(
        text(options.dossier), **scanner, wishOf(options, station.scanRequest()),
        captureEvents(invocation, options.waits), interrupt.token());
    if (!report)
        return fail(report.error());
    return captureOutcome(station, text(options.dossier), *report);
}

}  // namespace

void addScan(CLI::App &app, Invocation &invocation)
{
    static const std::map<std::string, workflow::PaperSource> sources{
        {"flatbed", workflow::PaperSource::Flatbed},
        {"feeder", workflow::PaperSource::Feeder},
        {"duplex", workflow::PaperSource::Duplex}};
    static const std::map<std::string, workflow::ColourMode> modes{
        {"colour", workflow::ColourMode::Colour}, {"gray", workflow::ColourMode::Gray}};

    const auto options = std::make_shared<ScanOptions>();
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
    auto *before = command.add_option("--before", options->before,
                                      Cli::tr("Scan in front of this side").toStdString());
    command
        .add_option("--replace", options->replaces,
                    Cli::tr("Scan this side again; the old one is set aside").toStdString())
        ->excludes(before);
    command.add_flag(
        "--wait", options->waits,
        Cli::tr("At a jam or an empty feeder wait for Enter and scan on").toStdString());
    command.add_option(
        "--trace", options->trace,
        Cli::tr("Write the scanner's options and timing to this file, no picture").toStdString());
    command.callback([options, &invocation] {
        invocation.runAt(
            [&](compose::Station &station) { return scan(station, invocation, *options); });
    });
}

}  // namespace station::cli
