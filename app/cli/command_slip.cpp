#include "app/cli/invocation.h"
#include "core/base/clock.h"
#include "core/pdf/printed_pdf.h"
#include "core/workflow/intake.h"
#include "core/workflow/receipt.h"

#include <QFileInfo>

namespace station::cli {
namespace {

Expected<Outcome> slip(compose::Station &station, const QString &dossierName, const QString &out,
                       workflow::ReceiptPaper paper)
{
    const auto &context = station.context();
    const auto dossier = workflow::findDossier(context, dossierName);
    if (!dossier)
        return fail(dossier.error());
    const auto receipt =
        workflow::receiptOf(context.law, *dossier, {.paper = paper, .training = context.training});
    if (!receipt)
        return fail(receipt.error());
    const QString path = QFileInfo(out).absoluteFilePath();
    if (const auto written = pdf::writePrintedPdf(path, receipt->pages); !written)
        return fail(written.error());
    const QString due = receipt->due ? isoVietnam(receipt->due->toMSecsSinceEpoch()) : QString();
    return Outcome{
        .lines = {Cli::tr("%1 is written").arg(path),
                  due.isEmpty()
                      ? Cli::tr("The due time is open on it: the processing time of the procedure "
                                "or the calendar of the year is not known")
                      : Cli::tr("Due: %1").arg(due)},
        .json = {{QStringLiteral("file"), path},
                 {QStringLiteral("pages"), static_cast<int>(receipt->pages.size())},
                 {QStringLiteral("due_at"), due}}};
}

}  // namespace

void addSlip(CLI::App &app, Invocation &invocation)
{
    struct Options {
        std::string dossier, output;
        bool a5 = false;
    };
    const auto options = std::make_shared<Options>();
    auto &command = subcommand(app, "slip",
                               Cli::tr("Write a dossier's receipt and appointment slip, to print"));
    dossierOption(command, options->dossier);
    command.add_option("-o,--out", options->output, Cli::tr("PDF to write").toStdString())
        ->required();
    command.add_flag("--a5", options->a5, Cli::tr("On A5 instead of A4").toStdString());
    command.callback([options, &invocation] {
        invocation.runAt([&](compose::Station &station) {
            return slip(station, text(options->dossier), text(options->output),
                        options->a5 ? workflow::ReceiptPaper::A5 : workflow::ReceiptPaper::A4);
        });
    });
}

}  // namespace station::cli
