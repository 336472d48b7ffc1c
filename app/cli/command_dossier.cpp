#include "app/cli/dossier_json.h"
#include "app/cli/invocation.h"
#include "core/base/clock.h"
#include "core/store/store.h"
#include "core/text/dates.h"
#include "core/workflow/intake.h"

#include <QJsonArray>

namespace station::cli {
namespace {

Expected<Outcome> shown(compose::Station &station, const Expected<dossier::Dossier> &dossier)
{
    if (!dossier)
        return fail(dossier.error());
    const auto store = station.context().openStore();
    const auto purged =
        store ? store->purged(dossier->uuid) : Expected<QMap<QString, qint64>>(fail(store.error()));
    if (!purged)
        return fail(purged.error());
    auto outcome = outcomeOf(station, *dossier);
    if (!outcome)
        return outcome;
    auto components = outcome->json[QStringLiteral("components")].toArray();
    for (auto &&entry : components) {
        auto component = entry.toObject();
        const QString code = component[QStringLiteral("code")].toString();
        if (!purged->contains(code))
            continue;
        const QString since = isoVietnam(purged->value(code));
        outcome->lines << Cli::tr("    %1: the copy lies in the repository alone since %2; `fetch` "
                                  "brings it back")
                              .arg(code, since);
        component[QStringLiteral("purged_at")] = since;
        entry = component;
    }
    outcome->json[QStringLiteral("components")] = components;
    return outcome;
}

Expected<Outcome> list(compose::Station &station, const QString &day)
{
    const auto date =
        day.isEmpty() ? std::optional(station.context().today()) : text::parsedDate(day);
    // The command line also takes the ISO form.
    const QDate wanted = date ? *date : QDate::fromString(day, Qt::ISODate);
    if (!wanted.isValid())
        return fail(Fault::InvalidInput, QStringLiteral("day"), QStringLiteral("day: yyyy-MM-dd"));
    const auto store = station.context().openStore();
    if (!store)
        return fail(store.error());
    const auto rows = store->listDay(wanted);
    if (!rows)
        return fail(rows.error());
    Outcome outcome;
    QJsonArray dossiers;
    for (const auto &row : *rows) {
        outcome.lines << QStringLiteral("%1  %2  %3  %4/%5  %6")
                             .arg(row.uuid, row.code.isEmpty() ? QStringLiteral("-") : row.code,
                                  row.procedure)
                             .arg(row.finished)
                             .arg(row.components)
                             .arg(row.ownerName.reveal());
        dossiers.append(QJsonObject{{QStringLiteral("uuid"), row.uuid},
                                    {QStringLiteral("code"), row.code},
                                    {QStringLiteral("procedure"), row.procedure},
                                    {QStringLiteral("owner_name"), row.ownerName.reveal()},
                                    {QStringLiteral("received_at"), isoVietnam(row.receivedAtMs)},
                                    {QStringLiteral("components"), row.components},
                                    {QStringLiteral("finished"), row.finished},
                                    {QStringLiteral("handed_over"), row.handedOver}});
    }
    outcome.json = {{QStringLiteral("dossiers"), dossiers}};
    return outcome;
}

}  // namespace

void addDossier(CLI::App &app, Invocation &invocation)
{
    struct Options {
        std::string procedure, ownerId, ownerName, ownerCard, code, wanted, day;
    };
    const auto options = std::make_shared<Options>();
    auto &dossier = subcommand(app, "dossier", Cli::tr("Open, show and list dossiers"));
    dossier.require_subcommand(1);

    auto &open = subcommand(dossier, "new", Cli::tr("Open a dossier for a procedure and an owner"));
    open.add_option("--procedure", options->procedure, Cli::tr("Procedure code").toStdString())
        ->required();
    auto *id = open.add_option("--owner-id", options->ownerId,
                               Cli::tr("Personal id or tax code of the owner").toStdString());
    auto *name = open.add_option("--owner-name", options->ownerName,
                                 Cli::tr("Name of the owner").toStdString());
    id->needs(name);
    name->needs(id);
    open.add_option("--owner-card", options->ownerCard,
                    Cli::tr("Instead of both: the owner's identity card as a hand scanner typed "
                            "its QR code")
                        .toStdString())
        ->excludes(id)
        ->excludes(name);
    open.add_option("--code", options->code, Cli::tr("Dossier code of the portal").toStdString());
    open.callback([options, &invocation] {
        if (options->ownerCard.empty() && options->ownerId.empty())
            throw CLI::RequiredError("--owner-id, --owner-name");
        invocation.runAt([&](compose::Station &station) -> Expected<Outcome> {
            workflow::NewDossier wanted{.procedure = text(options->procedure),
                                        .ownerId = text(options->ownerId),
                                        .ownerName = text(options->ownerName),
                                        .code = text(options->code)};
            if (!options->ownerCard.empty()) {
                const auto owner = workflow::ownerOfCard(text(options->ownerCard));
                if (!owner)
                    return fail(owner.error());
                wanted.ownerId = owner->id.reveal();
                wanted.ownerName = owner->name.reveal();
            }
            return shown(station, workflow::openDossier(station.context(), wanted));
        });
    });

    auto &show = subcommand(dossier, "show", Cli::tr("Show one dossier"));
    dossierOption(show, options->wanted);
    show.callback([options, &invocation] {
        invocation.runAt([&](compose::Station &station) -> Expected<Outcome> {
            return shown(station, workflow::findDossier(station.context(), text(options->wanted)));
        });
    });

    auto &days = subcommand(dossier, "list", Cli::tr("List the dossiers of a day"));
    days.add_option("--day", options->day, Cli::tr("Day, today when left out").toStdString());
    days.callback([options, &invocation] {
        invocation.runAt([&](compose::Station &station) -> Expected<Outcome> {
            return list(station, text(options->day));
        });
    });
}

}  // namespace station::cli
