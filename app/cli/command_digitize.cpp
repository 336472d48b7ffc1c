#include "app/cli/invocation.h"
#include "core/base/clock.h"
#include "core/workflow/digitizing.h"

#include <CLI/Validators.hpp>

#include <QFileInfo>
#include <QTemporaryDir>

#include <map>

namespace station::cli {
namespace {

Expected<Outcome> digitizeFiles(workflow::DigitizeRequest request, int jobs,
                                const Invocation &invocation)
{
    const QTemporaryDir folder;
    if (!folder.isValid())
        return fail(Fault::StorageFailed, folder.errorString());
    request.workFolder = folder.path();
    worker::PageWorkerPool pool({.folders = {folder.path()}, .workers = jobs});
    const auto report =
        workflow::digitize(pool, request, SystemClock().nowMs(), [&](int done, int total) {
            invocation.progress(Cli::tr("page %1 of %2").arg(done).arg(total));
        });
    if (!report)
        return fail(report.error());
    return Outcome{.lines = {Cli::tr("%1: %2 pages, %3 blank sides left out")
                                 .arg(request.output)
                                 .arg(report->pages)
                                 .arg(report->blank)},
                   .json = {{QStringLiteral("output"), request.output},
                            {QStringLiteral("pages"), report->pages},
                            {QStringLiteral("blank"), report->blank},
                            {QStringLiteral("size"), QFileInfo(request.output).size()}}};
}

}  // namespace

void addDigitize(CLI::App &app, Invocation &invocation)
{
    struct Options {
        std::vector<std::string> images;
        std::string output;
        pdf::TextLayer textLayer = pdf::TextLayer::None;
        std::string language = "vie";
        int jobs = 0;
        int dpi = 300;
    };
    static const std::map<std::string, pdf::TextLayer> layers{
        {"none", pdf::TextLayer::None}, {"embedded", pdf::TextLayer::Embedded}};

    const auto options = std::make_shared<Options>();
    auto &command =
        subcommand(app, "digitize", Cli::tr("Make one clean PDF/A of images, without a dossier"));
    command.add_option("images", options->images, Cli::tr("Images or PDFs").toStdString())
        ->required();
    command.add_option("-o,--output", options->output, Cli::tr("The PDF to write").toStdString())
        ->required();
    command
        .add_option("--text-layer", options->textLayer, Cli::tr("none or embedded").toStdString())
        ->transform(CLI::CheckedTransformer(layers));
    command.add_option("--lang", options->language, Cli::tr("Language of the text").toStdString())
        ->check(CLI::IsMember({"vie"}));
    command.add_option("--jobs", options->jobs, Cli::tr("Pages at a time").toStdString())
        ->check(CLI::Range(1, 64));
    command
        .add_option("--dpi", options->dpi,
                    Cli::tr("Resolution of images that do not say").toStdString())
        ->check(CLI::Range(75, 1200));
    command.callback([options, &invocation] {
        invocation.run([&] {
            return digitizeFiles({.images = texts(options->images),
                                  .output = text(options->output),
                                  .textLayer = options->textLayer,
                                  .dpi = options->dpi},
                                 options->jobs, invocation);
        });
    });
}

}  // namespace station::cli
