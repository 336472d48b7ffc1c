#include "app/cli/certificate_lines.h"
#include "app/cli/invocation.h"
#include "app/cli/pin_entry.h"
#include "signing/client/certificate_catalog.h"
#include "signing/client/token_agent.h"

#include <QJsonArray>

namespace station::cli {
namespace {

QStringList statesOf(const signing::TokenInfo &token)
{
    QStringList states;
    if (token.locked)
        states << Cli::tr("locked");
    else if (token.finalTry)
        states << Cli::tr("one PIN entry left");
    else if (token.pinCountLow)
        states << Cli::tr("a wrong PIN was entered");
    if (token.pinMustChange)
        states << Cli::tr("the PIN must be changed");
    if (token.pinMissing)
        states << Cli::tr("no PIN was ever set");
    if (token.protectedAuth)
        states << Cli::tr("the PIN is typed on the token");
    return states;
}

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
        outcome.lines << QStringLiteral("%1  %2  %3  %4")
                             .arg(token.label, token.serial, token.model,
                                  statesOf(token).join(QStringLiteral(", ")));
        list.append(QJsonObject{{QStringLiteral("label"), token.label},
                                {QStringLiteral("serial"), token.serial},
                                {QStringLiteral("model"), token.model},
                                {QStringLiteral("manufacturer"), token.manufacturer},
                                {QStringLiteral("pin_count_low"), token.pinCountLow},
                                {QStringLiteral("final_try"), token.finalTry},
                                {QStringLiteral("locked"), token.locked},
                                {QStringLiteral("pin_must_change"), token.pinMustChange},
                                {QStringLiteral("pin_missing"), token.pinMissing},
                                {QStringLiteral("shortest_pin"), token.shortestPin},
                                {QStringLiteral("longest_pin"), token.longestPin},
                                {QStringLiteral("protected_auth"), token.protectedAuth}});
    }
    if (found->empty())
        outcome.lines << Cli::tr("no token found");
    outcome.json = {{QStringLiteral("tokens"), list}};
    return outcome;
}

/// Without a PIN nothing is known of the keys; with one it costs one login.
Expected<Outcome> certificates(compose::Station &station, const QString &label,
                               const QString &pinFile)
{
    const auto environment = station.tokenEnvironment();
    if (!environment)
        return fail(environment.error());
    auto agent = signing::TokenAgent::start(*environment);
    if (!agent)
        return fail(agent.error());
    const auto found = agent->list();
    if (!found)
        return fail(found.error());
    const qint64 nowMs = station.context().clock.nowMs();
    Outcome outcome;
    QJsonArray list;
    for (const auto &token : *found) {
        if (!label.isEmpty() && token.label != label)
            continue;
        auto onToken = token.certificates;
        if (!pinFile.isEmpty()) {
            const auto pin = readPin(pinFile);
            if (!pin)
                return fail(pin.error());
            const auto unlocked = agent->login(token, *pin);
            if (!unlocked)
                return fail(unlocked.error());
            onToken = *unlocked;
            agent->logout();
        }
        for (const auto &candidate :
             signing::candidatesOn(token, onToken, environment->rules, nowMs, !pinFile.isEmpty())) {
            outcome.lines += linesOf(candidate, nowMs);
            list.append(toJson(candidate, nowMs));
            outcome.needsAttention |= candidate.warnDays(nowMs) > 0;
        }
    }
    if (list.isEmpty())
        outcome.lines << Cli::tr("no certificate found");
    outcome.json = {{QStringLiteral("certificates"), list}};
    return outcome;
}

}  // namespace

void addToken(CLI::App &app, Invocation &invocation)
{
    struct Options {
        std::string token, pinFile;
    };
    const auto options = std::make_shared<Options>();
    auto &token = subcommand(app, "token", Cli::tr("Look at signature tokens"));
    token.require_subcommand(1);
    auto &list = subcommand(token, "list", Cli::tr("List the tokens"));
    list.callback([&invocation] { invocation.runAt(tokens); });
    auto &show =
        subcommand(token, "certificates", Cli::tr("List the certificates and why one cannot sign"));
    show.add_option("--token", options->token, Cli::tr("Label of the token").toStdString());
    show.add_option("--pin-file", options->pinFile,
                    Cli::tr("Log in once to see which have their key").toStdString());
    show.callback([options, &invocation] {
        invocation.runAt([&](compose::Station &station) {
            return certificates(station, text(options->token), text(options->pinFile));
        });
    });
}

}  // namespace station::cli
