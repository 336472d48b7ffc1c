#include "app/cli/page_files.h"
#include "app/cli/page_json.h"
#include "app/cli/page_table.h"

namespace station::cli {
namespace {

Expected<Outcome> recognise(const PageFiles &files, bool asTable, const Invocation &invocation)
{
    Outcome outcome;
    if (asTable)
        outcome.lines << pageTableHeader();
    QJsonArray pages;
    int count = 0;
    PageTroubles troubles(invocation);
    const auto read = readPages(
        invocation, files, {}, troubles, [&](const workflow::FilePage &page) -> Expected<> {
            ++count;
            if (invocation.json) {
                QJsonObject json = toJson(*page.read);
                json[QStringLiteral("file")] = text(files.files[std::size_t(page.file)]);
                json[QStringLiteral("page")] = page.number;
                pages.append(json);
            } else if (asTable) {
                outcome.lines << pageTable(*page.read, count);
            } else {
                if (count > 1)  // as pdftotext and Tesseract part pages
                    outcome.lines << QStringLiteral("\f");
                outcome.lines << page.read->page.text();
            }
            return {};
        });
    if (!read)
        return fail(read.error());
    outcome.json = {{QStringLiteral("pages"), pages}, {QStringLiteral("failed"), troubles.json()}};
    outcome.needsAttention = !troubles.isEmpty();
    return outcome;
}

}  // namespace

void addOcr(CLI::App &app, Invocation &invocation)
{
    struct Options {
        PageFiles files;
        bool asText = false;
        bool asTable = false;
    };
    const auto options = std::make_shared<Options>();
    auto &command = subcommand(app, "ocr", Cli::tr("Read the text of images, without a dossier"));
    addPageFiles(command, options->files);
    auto *asText =
        command.add_flag("--text", options->asText, Cli::tr("Plain text (default)").toStdString());
    command
        .add_flag(
            "--tsv", options->asTable,
            Cli::tr("Words with their places in the image, in Tesseract's columns").toStdString())
        ->excludes(asText);
    command.callback([options, &invocation] {
        invocation.run([&] { return recognise(options->files, options->asTable, invocation); });
    });
}

}  // namespace station::cli
