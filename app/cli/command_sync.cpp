#include "app/cli/invocation.h"
#include "app/errors/error_text.h"
#include "core/store/store.h"

#include <QJsonArray>

#include <chrono>
#include <thread>

namespace station::cli {
namespace {

Expected<Outcome> sendOnce(compose::Station &station)
{
    const auto report = station.handingOver().sendPending();
    if (!report)
        return fail(report.error());
    Outcome outcome{.lines = {Cli::tr("%1 hand-overs sent, %2 still wait")
                                  .arg(report->done)
                                  .arg(report->failed.size())},
                    .needsAttention = !report->failed.empty()};
    QJsonArray failed;
    for (const auto &error : report->failed) {
        outcome.lines << QStringLiteral("%1  %2").arg(error.subject, errorText(error).line());
        failed.append(QJsonObject{{QStringLiteral("dossier"), error.subject},
                                  {QStringLiteral("code"), errorCode(error.fault)}});
    }
    outcome.json = {{QStringLiteral("sent"), report->done}, {QStringLiteral("failed"), failed}};
    return outcome;
}

Expected<Outcome> watch(compose::Station &station, const Invocation &invocation)
{
    constexpr auto pause = std::chrono::seconds(15);
    for (;;) {
        const auto outcome = sendOnce(station);
        if (outcome && !outcome->json.value(QStringLiteral("sent")).toInt())
            std::this_thread::sleep_for(pause);
        else if (outcome)
            invocation.progress(outcome->lines.join(u'\n'));
        else if (outcome.error().fault == Fault::RepositoryDown)
            std::this_thread::sleep_for(pause);
        else
            return fail(outcome.error());
    }
}

Expected<Outcome> outbox(compose::Station &station)
{
    const auto store = station.context().openStore();
    if (!store)
        return fail(store.error());
    const auto open = store->openHandovers();
    if (!open)
        return fail(open.error());
    Outcome outcome;
    QJsonArray list;
    for (const auto &handover : *open) {
        const auto steps = store->steps(handover.id);
        if (!steps)
            return fail(steps.error());
        QJsonArray stepList;
        outcome.lines << handover.dossierUuid;
        for (const auto &step : *steps) {
            outcome.lines << QStringLiteral("  %1  %2  %3  %4")
                                 .arg(store::kindName(step.kind).leftJustified(15),
                                      store::stateName(step.state).leftJustified(8),
                                      step.componentCode, step.reason);
            stepList.append(QJsonObject{{QStringLiteral("kind"), store::kindName(step.kind)},
                                        {QStringLiteral("state"), store::stateName(step.state)},
                                        {QStringLiteral("component"), step.componentCode},
                                        {QStringLiteral("reason"), step.reason},
                                        {QStringLiteral("attempts"), step.attempts}});
        }
        list.append(QJsonObject{{QStringLiteral("dossier"), handover.dossierUuid},
                                {QStringLiteral("event"), handover.id},
                                {QStringLiteral("steps"), stepList}});
    }
    if (open->empty())
        outcome.lines << Cli::tr("nothing waits");
    outcome.json = {{QStringLiteral("handovers"), list}};
    return outcome;
}

}  // namespace

void addSync(CLI::App &app, Invocation &invocation)
{
    const auto watching = std::make_shared<bool>(false);
    const auto once = std::make_shared<bool>(true);
    auto &sync = subcommand(app, "sync", Cli::tr("Send what waits in the outbox"));
    sync.add_flag("--once", *once, Cli::tr("Send once and end; the default").toStdString());
    sync.add_flag("--watch", *watching, Cli::tr("Keep sending until stopped").toStdString());
    sync.callback([watching, once, &invocation] {
        invocation.runAt([&](compose::Station &station) -> Expected<Outcome> {
            if (const auto recovered = station.recover(); !recovered)
                return fail(recovered.error());
            return *watching ? watch(station, invocation) : sendOnce(station);
        });
    });
    auto &waiting = subcommand(app, "outbox", Cli::tr("Show what waits in the outbox"));
    waiting.callback([&invocation] { invocation.runAt(outbox); });
}

}  // namespace station::cli
