#include "app/cli/invocation.h"
#include "signing/client/token_agent.h"

#include <QJsonArray>

namespace station::cli {
namespace {

Expected<Outcome> tokens(compose::Station &station)
{
    const auto environment = station.tokenEnvironment();
    if (!environment)
        return fail(environment.error());
    const auto found = signing::listTokens(*environment);
    if (!found)
        return fail(found.error());
    Outcome outcome;
    QJsonArray list;
    for (const auto &token : *found) {
        QStringList states;
        if (token.locked)
            states << Cli::tr("locked");
        else if (token.finalTry)
            states << Cli::tr("one PIN entry left");
        else if (token.pinCountLow)
            states << Cli::tr("a wrong PIN was entered");
        outcome.lines << QStringLiteral("%1  %2  %3  %4")
                             .arg(token.label, token.serial, token.model,
                                  states.join(QStringLiteral(", ")));
        list.append(QJsonObject{{QStringLiteral("label"), token.label},
                                {QStringLiteral("serial"), token.serial},
                                {QStringLiteral("model"), token.model},
                                {QStringLiteral("manufacturer"), token.manufacturer},
                                {QStringLiteral("pin_count_low"), token.pinCountLow},
                                {QStringLiteral("final_try"), token.finalTry},
                                {QStringLiteral("locked"), token.locked},
                                {QStringLiteral("protected_auth"), token.protectedAuth}});
    }
    if (found->empty())
        outcome.lines << Cli::tr("no token found");
    outcome.json = {{QStringLiteral("tokens"), list}};
    return outcome;
}

}  // namespace

void addToken(CLI::App &app, Invocation &invocation)
{
    auto &token = subcommand(app, "token", Cli::tr("Look at signature tokens"));
    token.require_subcommand(1);
    auto &list = subcommand(token, "list", Cli::tr("List the tokens"));
    list.callback([&invocation] { invocation.runAt(tokens); });
}

}  // namespace station::cli
