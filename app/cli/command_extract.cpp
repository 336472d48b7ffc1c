#include "app/cli/dossier_json.h"
#include "app/cli/invocation.h"
#include "core/workflow/intake.h"

namespace station::cli {
namespace {

Expected<Outcome> extract(compose::Station &station, const QString &wanted)
{
    const auto dossier = workflow::findDossier(station.context(), wanted);
    if (!dossier)
        return fail(dossier.error());
    auto reading = station.reading();
    Outcome outcome;
    QJsonArray papers;
    for (const auto &component : dossier->components) {
        // What comes before the signature is not read: TT 01/2023 Art. 7.
        if (std::holds_alternative<dossier::CapturedPaper>(component.state))
            return fail(Fault::WrongOrder, QStringLiteral("not signed"), component.code);
        if (!std::holds_alternative<dossier::SignedCopy>(component.state))
            continue;
        const auto proposals = reading.proposals(dossier->uuid, component.code);
        if (!proposals)
            return fail(proposals.error());
        const auto required = reading.requiredFields(*dossier, component.code);
        if (!required)
            return fail(required.error());
        outcome.lines << component.code;
        for (const auto &proposal : *proposals)
            outcome.lines << QStringLiteral("  %1  %2 %  %3  %4")
                                 .arg(proposal.key.leftJustified(16))
                                 .arg(qRound(proposal.confidence * 100), 3)
                                 .arg(proposal.sure ? Cli::tr("sure") : Cli::tr("check"),
                                      proposal.value);
        papers.append(
            QJsonObject{{QStringLiteral("component"), component.code},
                        {QStringLiteral("required"), QJsonArray::fromStringList(*required)},
                        {QStringLiteral("proposals"), toJson(*proposals)}});
    }
    if (papers.isEmpty())
        return fail(Fault::NothingToDo, QStringLiteral("signed"));
    outcome.json = {{QStringLiteral("papers"), papers}};
    return outcome;
}

}  // namespace

void addExtract(CLI::App &app, Invocation &invocation)
{
    const auto wanted = std::make_shared<std::string>();
    auto &command = subcommand(app, "extract", Cli::tr("Propose the fields of every signed copy"));
    dossierOption(command, *wanted);
    command.callback([wanted, &invocation] {
        invocation.runAt(
            [&](compose::Station &station) { return extract(station, text(*wanted)); });
    });
}

}  // namespace station::cli
