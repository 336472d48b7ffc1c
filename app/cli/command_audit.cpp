#include "app/cli/invocation.h"
#include "core/store/store.h"

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

}  // namespace

void addAudit(CLI::App &app, Invocation &invocation)
{
    auto &audit = subcommand(app, "audit", Cli::tr("Look at the audit chain"));
    audit.require_subcommand(1);
    auto &verify = subcommand(audit, "verify", Cli::tr("Check the audit chain"));
    verify.callback([&invocation] { invocation.runAt(verifyChain); });
}

}  // namespace station::cli
