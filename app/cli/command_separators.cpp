#include "app/cli/invocation.h"
#include "app/separators/separators.h"
#include "core/pdf/printed_pdf.h"

#include <QFileInfo>

namespace station::cli {

void addSeparators(CLI::App &app, Invocation &invocation)
{
    struct Options {
        std::string procedure, output;
    };
    const auto options = std::make_shared<Options>();
    auto &command = subcommand(app, "separators",
                               Cli::tr("Write the sheets that part papers in a pile, to print"));
    command
        .add_option("--procedure", options->procedure,
                    Cli::tr("Code of the procedure, e.g. 1.002809").toStdString())
        ->required();
    command.add_option("-o,--output", options->output, Cli::tr("PDF to write").toStdString())
        ->required();
    command.callback([options, &invocation] {
        invocation.runAt([&](compose::Station &station) -> Expected<Outcome> {
            const auto code = codes::ProcedureCode::parse(text(options->procedure));
            if (!code)
                return fail(code.error());
            const QString path = QFileInfo(text(options->output)).absoluteFilePath();
            const auto &context = station.context();
            const auto pages = separators::pages(context.law, context.today(), *code);
            if (!pages)
                return fail(pages.error());
            if (const auto written = pdf::writePrintedPdf(path, *pages); !written)
                return fail(written.error());
            return Outcome{.lines = {Cli::tr("%1 is written; print it on A4").arg(path)},
                           .json = {{QStringLiteral("file"), path}}};
        });
    });
}

}  // namespace station::cli
