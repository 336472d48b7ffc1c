#include "app/cli/invocation.h"
#include "core/workflow/intake.h"

#include <QJsonArray>

namespace station::cli {
namespace {

QString day(const std::optional<QDate> &date)
{
    return date ? date->toString(Qt::ISODate) : QString();
}

Expected<Outcome> lookUp(compose::Station &station, const QString &ownerId)
{
    // Only the id is looked up; the name is not known here.
    const auto owner = workflow::parseOwner(ownerId, QStringLiteral("-"));
    if (!owner)
        return fail(owner.error());
    const auto papers =
        station.ownerLookup().papersOf(owner->id.reveal(), station.context().today());
    if (!papers)
        return fail(papers.error());
    Outcome outcome;
    QJsonArray list;
    for (const auto &paper : *papers) {
        outcome.lines << QStringLiteral("%1  %2  %3")
                             .arg(paper.copy.code.text(), paper.paperName, day(paper.expiresOn));
        list.append(QJsonObject{{QStringLiteral("digitization_code"), paper.copy.code.text()},
                                {QStringLiteral("paper_type"), paper.paperType},
                                {QStringLiteral("name"), paper.paperName},
                                {QStringLiteral("sha256"), paper.copy.pdf.sha256},
                                {QStringLiteral("size"), paper.copy.pdf.size},
                                {QStringLiteral("issued_on"), day(paper.issuedOn)},
                                {QStringLiteral("expires_on"), day(paper.expiresOn)}});
    }
    if (papers->empty())
        outcome.lines << Cli::tr("no paper that can be reused");
    outcome.json = {{QStringLiteral("papers"), list}};
    return outcome;
}

}  // namespace

void addLookup(CLI::App &app, Invocation &invocation)
{
    const auto ownerId = std::make_shared<std::string>();
    auto &command = subcommand(app, "lookup", Cli::tr("List the reusable papers of an owner"));
    command.add_option("owner-id", *ownerId, Cli::tr("Personal id or tax code").toStdString())
        ->required();
    command.callback([ownerId, &invocation] {
        invocation.runAt(
            [&](compose::Station &station) { return lookUp(station, text(*ownerId)); });
    });
}

}  // namespace station::cli
