#include "app/cli/interrupt.h"
#include "app/cli/invocation.h"
#include "app/cli/lost_lines.h"
#include "app/compose/repository_care.h"
#include "core/store/store.h"

#include <QJsonArray>

#include <CLI/Validators.hpp>

namespace station::cli {
namespace {

Expected<Outcome> verifyChain(compose::Station &station)
{
    const auto store = station.context().openStore();
    if (!store)
        return fail(store.error());
    const auto head = store->verifyAudit();
    if (!head)
        return fail(head.error());
    return Outcome{
        .lines = {Cli::tr("%1 records, chain intact, head %2").arg(head->seq).arg(head->sha256)},
        .json = {{QStringLiteral("records"), head->seq}, {QStringLiteral("head"), head->sha256}}};
}

/// What the repository still has of what it proved once.
Expected<Outcome> sample(compose::Station &station, const Invocation &invocation, int objects,
                         bool sendAgain)
{
    const Interrupt interrupt;
    const auto care = station.repositoryCare();
    int sent = 0;
    if (sendAgain) {
        const auto right = care.sendAgain(interrupt.token());
        if (!right)
            return fail(right.error());
        sent = *right;
    }
    const auto report = care.audit(objects, interrupt.token(), [&](int done, int total) {
        invocation.progress(Cli::tr("reading again: %1 of %2").arg(done).arg(total));
    });
    if (!report)
        return fail(report.error());
    Outcome outcome{
        .lines = {Cli::tr("%n objects read again, %1 of them lost", nullptr, report->objects)
                      .arg(report->lost.size())},
        .needsAttention = !report->lost.empty()};
    if (sent > 0)
        outcome.lines.prepend(Cli::tr("%n objects sent again", nullptr, sent));
    outcome.lines << lostLines(station, report->lost);
    outcome.json = {{QStringLiteral("objects"), report->objects},
                    {QStringLiteral("dossiers"), report->dossiers},
                    {QStringLiteral("sent_again"), sent},
                    {QStringLiteral("lost"), lostJson(report->lost)}};
    return outcome;
}

}  // namespace

void addAudit(CLI::App &app, Invocation &invocation)
{
    auto &audit =
        subcommand(app, "audit", Cli::tr("Look at the audit chain and at the repository"));
    audit.require_subcommand(1);
    auto &verify = subcommand(audit, "verify", Cli::tr("Check the audit chain"));
    verify.callback([&invocation] { invocation.runAt(verifyChain); });

    struct Options {
        int objects = 0;
        bool sendAgain = false;
    };
    const auto options = std::make_shared<Options>();
    auto &sampling = subcommand(
        audit, "sample", Cli::tr("Read a random sample of what the repository has proven again"));
    sampling
        .add_option("--count", options->objects,
                    Cli::tr("Number of objects; without it as the settings say").toStdString())
        ->check(CLI::Range(1, 100'000));
    sampling.add_flag("--send-again", options->sendAgain,
                      Cli::tr("Send what the repository has lost once more").toStdString());
    sampling.callback([options, &invocation] {
        invocation.runAt([&](compose::Station &station) {
            return sample(station, invocation, options->objects, options->sendAgain);
        });
    });
}

}  // namespace station::cli
