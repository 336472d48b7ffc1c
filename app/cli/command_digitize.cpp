#include "app/cli/page_files.h"
#include "core/base/clock.h"
#include "core/workflow/digitizing.h"

#include <CLI/Validators.hpp>

#include <QFileInfo>

#include <map>

namespace station::cli {
namespace {

struct DigitizeOptions {
    PageFiles files{};
    std::string output{};
    pdf::TextLayer textLayer = pdf::TextLayer::None;
    bool layered = false;
    std::string language = "vie";
};

bool concernsThePage(const Error &error)
{
    return error.fault == Fault::InvalidInput || error.fault == Fault::FileUnreadable;
}

Expected<Outcome> digitizeFiles(const DigitizeOptions &options, const Invocation &invocation)
{
    const QString output = text(options.output);
    auto digitizing = workflow::Digitizing::begin(output, options.textLayer, SystemClock().nowMs());
    if (!digitizing)
        return fail(digitizing.error());
    PageTroubles troubles(invocation);
    const auto read = readPages(invocation, options.files,
                                {.withText = options.textLayer == pdf::TextLayer::Embedded,
                                 .picture = {.layered = options.layered}},
                                troubles, [&](const workflow::FilePage &page) -> Expected<> {
                                    const auto added = digitizing->add(page);
                                    if (added || !concernsThePage(added.error()))
                                        return added;
                                    troubles.add(text(options.files.files[std::size_t(page.file)]),
                                                 page, added.error());
                                    return {};
                                });
    if (!read)
        return fail(read.error());
    const auto report = digitizing->finish();
    if (!report)
        return fail(report.error());
    Outcome outcome{.lines = {Cli::tr("%1: %2 pages, %3 blank sides left out")
                                  .arg(output)
                                  .arg(report->pages)
                                  .arg(report->blank)},
                    .json = {{QStringLiteral("output"), output},
                             {QStringLiteral("pages"), report->pages},
                             {QStringLiteral("layered"), report->layered},
                             {QStringLiteral("blank"), report->blank},
                             {QStringLiteral("size"), QFileInfo(output).size()},
                             {QStringLiteral("failed"), troubles.json()}},
                    .needsAttention = !troubles.isEmpty()};
    if (outcome.needsAttention)
        outcome.lines << Cli::tr("attention: %1 files or pages are missing or incomplete")
                             .arg(troubles.json().size());
    return outcome;
}

}  // namespace

void addDigitize(CLI::App &app, Invocation &invocation)
{
    static const std::map<std::string, pdf::TextLayer> layers{
        {"none", pdf::TextLayer::None}, {"embedded", pdf::TextLayer::Embedded}};
    static const std::map<std::string, bool> forms{{"reference", false}, {"layered", true}};

    const auto options = std::make_shared<DigitizeOptions>();
    auto &command =
        subcommand(app, "digitize", Cli::tr("Make one clean PDF/A of images, without a dossier"));
    addPageFiles(command, options->files);
    command.add_option("-o,--output", options->output, Cli::tr("The PDF to write").toStdString())
        ->required();
    command
        .add_option("--text-layer", options->textLayer, Cli::tr("none or embedded").toStdString())
        ->transform(CLI::CheckedTransformer(layers));
    command
        .add_option("--form", options->layered,
                    Cli::tr("reference: one picture a page; layered: print, ground and colour "
                            "apart, far smaller")
                        .toStdString())
        ->transform(CLI::CheckedTransformer(forms));
    command.add_option("--lang", options->language, Cli::tr("Language of the text").toStdString())
        ->check(CLI::IsMember({"vie"}));
    command.callback([options, &invocation] {
        invocation.run([&] { return digitizeFiles(*options, invocation); });
    });
}

}  // namespace station::cli
