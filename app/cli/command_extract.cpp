#include "app/cli/dossier_json.h"
#include "app/cli/invocation.h"
#include "core/workflow/intake.h"
#include "core/workflow/page_texts.h"
#include "core/workflow/paper_kind_check.h"

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
        QJsonObject json{{QStringLiteral("component"), component.code},
                         {QStringLiteral("required"), QJsonArray::fromStringList(*required)},
                         {QStringLiteral("proposals"), toJson(*proposals)}};
        const auto slot = workflow::slotOf(station.context().law, *dossier, component.code);
        if (!slot)
            return fail(slot.error());
        if (const auto type =
                workflow::otherKindThanAsked(station.context(), dossier->uuid, *slot)) {
            const auto *known = station.context().law.papers.find(type->key);
            const QString name = known != nullptr ? known->name : type->key;
            outcome.lines << Cli::tr("  attention: this looks like %1 (%2 %); is it in the right "
                                     "place?")
                                 .arg(name)
                                 .arg(qRound(type->confidence * 100));
            json[QStringLiteral("looks_like")] =
                QJsonObject{{QStringLiteral("key"), type->key},
                            {QStringLiteral("name"), name},
                            {QStringLiteral("confidence"), type->confidence}};
            outcome.needsAttention = true;
        }
        const auto pages = workflow::contentSides(dossier::sidesOf(component.state));
        for (const auto &side : workflow::unreadSides(station.context(), dossier->uuid, pages)) {
            outcome.lines << Cli::tr("  attention: the text of sheet %1 could not be read; type "
                                     "its fields")
                                 .arg(side.sheet);
            outcome.needsAttention = true;
        }
        for (const auto &proposal : *proposals)
            outcome.lines << proposalLine(proposal);
        papers.append(json);
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
