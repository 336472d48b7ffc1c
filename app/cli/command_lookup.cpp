#include "app/cli/invocation.h"
#include "app/errors/standing_text.h"
#include "core/base/clock.h"
#include "core/store/store.h"
#include "core/sync/owner_lookup.h"
#include "core/workflow/intake.h"

#include <QJsonArray>

namespace station::cli {
namespace {

QString day(const std::optional<QDate> &date)
{
    return date ? date->toString(Qt::ISODate) : QString();
}

QString word(sync::Standing standing)
{
    switch (standing) {
    case sync::Standing::Valid:
        return QStringLiteral("valid");
    case sync::Standing::Expired:
        return QStringLiteral("expired");
    case sync::Standing::Superseded:
        return QStringLiteral("superseded");
    case sync::Standing::Withdrawn:
        return QStringLiteral("withdrawn");
    }
    Q_UNREACHABLE();
}

QString lineOf(const sync::StoredPaper &paper)
{
    const QString line = QStringLiteral("%1  %2  %3")
                             .arg(paper.copy.code.text(), paper.paperName, day(paper.expiresOn))
                             .trimmed();
    return paper.isReusable() ? line : QStringLiteral("-  %1  [%2]").arg(line, standingText(paper));
}

QJsonObject jsonOf(const sync::StoredPaper &paper)
{
    return {{QStringLiteral("digitization_code"), paper.copy.code.text()},
            {QStringLiteral("paper_type"), paper.paperType},
            {QStringLiteral("name"), paper.paperName},
            {QStringLiteral("sha256"), paper.copy.pdf.sha256},
            {QStringLiteral("size"), paper.copy.pdf.size},
            {QStringLiteral("issued_on"), day(paper.issuedOn)},
            {QStringLiteral("expires_on"), day(paper.expiresOn)},
            {QStringLiteral("stored_on"), day(paper.storedOn)},
            {QStringLiteral("standing"), word(paper.standing)},
            {QStringLiteral("superseded_by"), paper.supersededBy},
            {QStringLiteral("reusable"), paper.isReusable()}};
}

Expected<Outcome> lookUp(compose::Station &station, const QString &ownerId)
{
    // Only the id is looked up; the name is not known here.
    const auto owner = workflow::parseOwner(ownerId, QStringLiteral("-"));
    if (!owner)
        return fail(owner.error());
    auto store = station.context().openStore();
    if (!store)
        return fail(store.error());
    const auto found =
        station.ownerLookup().papersOf(*store, owner->id.reveal(), station.context().clock.nowMs());
    if (!found)
        return fail(found.error());
    if (found->unanswered && found->papers.empty())
        return fail(*found->unanswered);
    Outcome outcome{.needsAttention = found->unanswered.has_value()};
    QJsonArray list;
    for (const auto &paper : found->papers) {
        outcome.lines << lineOf(paper);
        list.append(jsonOf(paper));
    }
    if (found->papers.empty() || !found->papers.front().isReusable())
        outcome.lines << Cli::tr("no paper that can be reused");
    if (const QString age = ageText(*found); !age.isEmpty())
        outcome.lines << Cli::tr("attention: %1").arg(age);
    outcome.json = {
        {QStringLiteral("papers"), list},
        {QStringLiteral("as_of"), found->asOfMs ? isoVietnam(found->asOfMs) : QString()},
        {QStringLiteral("repository_answered"), !found->unanswered}};
    return outcome;
}

}  // namespace

void addLookup(CLI::App &app, Invocation &invocation)
{
    const auto ownerId = std::make_shared<std::string>();
    auto &command = subcommand(app, "lookup", Cli::tr("List the stored papers of an owner"));
    command.add_option("owner-id", *ownerId, Cli::tr("Personal id or tax code").toStdString())
        ->required();
    command.callback([ownerId, &invocation] {
        invocation.runAt(
            [&](compose::Station &station) { return lookUp(station, text(*ownerId)); });
    });
}

}  // namespace station::cli
