#include "app/cli/capture_outcome.h"
#include "app/cli/interrupt.h"
#include "app/cli/invocation.h"

namespace station::cli {
namespace {

Outcome signedOutcome(const QString &component, const workflow::ReceivedSignatures &signatures)
{
    const bool valid = signatures.verdict == QStringLiteral("valid");
    Outcome outcome{.json = {{QStringLiteral("component"), component},
                             {QStringLiteral("signed"), true},
                             {QStringLiteral("verdict"), signatures.verdict},
                             {QStringLiteral("code"), signatures.code},
                             {QStringLiteral("signatures"), signatures.count}},
                    .needsAttention = !valid};
    outcome.lines << Cli::tr("%1: the file is signed and was taken as it is (%2)")
                         .arg(component, signatures.verdict);
    if (!valid)
        outcome.lines << Cli::tr("attention: its signature could not be fully proved; \"verify\" "
                                 "says why");
    return outcome;
}

}  // namespace

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
            auto receiving = station.receiving();
            if (!receiving)
                return fail(receiving.error());
            const Interrupt interrupt;
            const QString component = text(options->component);
            const auto report = receiving->run(text(options->dossier), component,
                                               texts(options->files), station.scanRequest().dpi,
                                               captureEvents(invocation, false), interrupt.token());
            if (!report)
                return fail(report.error());
            if (report->signatures.count > 0)
                return signedOutcome(component, report->signatures);
            return captureOutcome(station, text(options->dossier), report->capture);
        });
    });
}

}  // namespace station::cli
