#include "app/cli/invocation.h"
#include "app/cli/pin_entry.h"
#include "app/errors/error_text.h"

#include <QJsonArray>

namespace station::cli {
namespace {

Expected<Outcome> sign(compose::Station &station, const QString &dossier, const QString &label,
                       Secret pin, const Invocation &invocation)
{
    auto token = station.openToken(label, std::move(pin));
    if (!token)
        return fail(token.error());
    const auto papers = station.signing().run(dossier, **token, [&](int done, int total) {
        invocation.progress(Cli::tr("signed %1 of %2").arg(done).arg(total));
    });
    if (!papers)
        return fail(papers.error());

    Outcome outcome;
    QJsonArray list;
    for (const auto &paper : *papers) {
        QJsonObject json{{QStringLiteral("component"), paper.component}};
        if (paper.error) {
            const ErrorText words = errorText(*paper.error);
            outcome.needsAttention = true;
            outcome.lines << QStringLiteral("%1  %2").arg(paper.component, words.line());
            json[QStringLiteral("error")] = errorCode(paper.error->fault);
        } else {
            outcome.lines << Cli::tr("%1: %2 pages signed by %3, %4")
                                 .arg(paper.component)
                                 .arg(paper.pages)
                                 .arg((*token)->clerk().name, paper.pdf.sha256);
            json[QStringLiteral("sha256")] = paper.pdf.sha256;
            json[QStringLiteral("size")] = paper.pdf.size;
            json[QStringLiteral("pages")] = paper.pages;
        }
        list.append(json);
    }
    outcome.json = {{QStringLiteral("signer"), (*token)->clerk().name},
                    {QStringLiteral("papers"), list}};
    return outcome;
}

}  // namespace

void addSign(CLI::App &app, Invocation &invocation)
{
    struct Options {
        std::string dossier, token, pinFile;
    };
    const auto options = std::make_shared<Options>();
    auto &command = subcommand(app, "sign", Cli::tr("Sign every captured copy of a dossier"));
    dossierOption(command, options->dossier);
    command.add_option("--token", options->token, Cli::tr("Label of the token").toStdString());
    command.add_option("--pin-file", options->pinFile,
                       Cli::tr("File that holds the PIN; asked for when left out").toStdString());
    command.callback([options, &invocation] {
        invocation.runAt([&](compose::Station &station) -> Expected<Outcome> {
            auto pin = readPin(text(options->pinFile));
            if (!pin)
                return fail(pin.error());
            return sign(station, text(options->dossier), text(options->token), std::move(*pin),
                        invocation);
        });
    });
}

}  // namespace station::cli
