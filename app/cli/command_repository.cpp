#include "app/cli/invocation.h"
#include "app/compose/repository_of.h"

#include <QJsonArray>

#include <cstdlib>

namespace station::cli {
namespace {

constexpr qint64 clockToleranceMs = 5 * 60'000;

/// What follows from what was seen; for a person.
QStringList conclusionsOf(const repository::Capabilities &found)
{
    QStringList lines;
    lines << (found.fitsForClaims()
                  ? Cli::tr("claims of codes: allowed")
                  : Cli::tr("claims of codes: refused, of two that create one key not exactly one "
                            "is told so"));
    lines << (found.fitsForPurge() ? Cli::tr("removing copies of this station: allowed")
              : found.readsBack
                  ? Cli::tr("removing copies of this station: refused, bodies that were corrupted "
                            "on the way are stored")
                  : Cli::tr("removing copies of this station: refused, other bytes come back than "
                            "were stored"));
    if (!found.keepsVersions)
        lines << Cli::tr("advice: keep versions of documents");
    if (!found.locksDocuments)
        lines << Cli::tr("advice: lock documents against deletion");
    if (std::abs(found.clockOffsetMs) > clockToleranceMs)
        lines << Cli::tr("attention: its clock differs from this machine's by %n minute(s)",
                         nullptr, static_cast<int>(std::abs(found.clockOffsetMs) / 60'000));
    return lines;
}

Expected<Outcome> probe(compose::Station &station, const Invocation &invocation)
{
    const auto repository = compose::repositoryOf(station.settings(), station.context().clock);
    if (!repository)
        return fail(repository.error());
    const auto found = (*repository)->probe();
    if (!found) {
        // Whoever sets up a repository wants to know exactly.
        if (!found.error().detail.isEmpty())
            invocation.note(found.error().detail);
        return fail(found.error());
    }
    return Outcome{
        .lines = found->findings + conclusionsOf(*found),
        .json = {{QStringLiteral("claims_allowed"), found->fitsForClaims()},
                 {QStringLiteral("purge_allowed"), found->fitsForPurge()},
                 {QStringLiteral("refuses_wrong_hash"), found->refusesWrongHash},
                 {QStringLiteral("creates_once"), found->createsOnce},
                 {QStringLiteral("reads_back"), found->readsBack},
                 {QStringLiteral("keeps_versions"), found->keepsVersions},
                 {QStringLiteral("locks_documents"), found->locksDocuments},
                 {QStringLiteral("clock_offset_ms"), found->clockOffsetMs},
                 {QStringLiteral("findings"), QJsonArray::fromStringList(found->findings)}},
        .needsAttention = !found->fitsForClaims() || !found->fitsForPurge()};
}

}  // namespace

void addRepository(CLI::App &app, Invocation &invocation)
{
    auto &repository = subcommand(app, "repository", Cli::tr("The province's repository"));
    repository.require_subcommand(1);
    auto &command = subcommand(repository, "probe",
                               Cli::tr("Try what the repository does, and say what follows"));
    command.callback([&invocation] {
        invocation.runAt([&](compose::Station &station) { return probe(station, invocation); });
    });
}

}  // namespace station::cli
