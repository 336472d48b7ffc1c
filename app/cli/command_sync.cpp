#include "app/cli/interrupt.h"
#include "app/cli/invocation.h"
#include "app/cli/lost_lines.h"
#include "app/cli/notice_lines.h"
#include "app/compose/repository_care.h"
#include "app/errors/error_text.h"
#include "core/store/store.h"

#include <QJsonArray>

namespace station::cli {
namespace {

/// Without anything that the other side said: this may go to a journal.
QStringList failureLines(const std::vector<Error> &failed)
{
    QStringList lines;
    for (const auto &error : failed)
        lines << QStringLiteral("%1  %2").arg(error.subject, errorText({error.fault}).line());
    return lines;
}

QJsonArray failureJson(const std::vector<Error> &failed)
{
    QJsonArray list;
    for (const auto &error : failed)
        list.append(QJsonObject{{QStringLiteral("dossier"), error.subject},
                                {QStringLiteral("code"), errorCode(error.fault)}});
    return list;
}

/// What one round came to; not every hand-over that waits was tried.
Outcome outcomeOf(const sync::SendReport &report)
{
    Outcome outcome{.lines = {Cli::tr("%1 hand-overs sent, %2 wait, %3 need a person")
                                  .arg(report.done)
                                  .arg(report.waiting)
                                  .arg(report.dead)},
                    .needsAttention = report.waiting + report.dead > 0};
    outcome.lines << failureLines(report.failed);
    outcome.json = {{QStringLiteral("sent"), report.done},
                    {QStringLiteral("waiting"), report.waiting},
                    {QStringLiteral("dead"), report.dead},
                    {QStringLiteral("failed"), failureJson(report.failed)}};
    return outcome;
}

/// The same of those who are told besides; no line while there is none.
Outcome outcomeOf(const sync::TellReport &report)
{
    Outcome outcome{.json = {{QStringLiteral("told"), report.told},
                             {QStringLiteral("waiting"), report.waiting},
                             {QStringLiteral("dead"), report.dead},
                             {QStringLiteral("failed"), failureJson(report.failed)}},
                    .needsAttention = report.waiting + report.dead > 0};
    if (report.told > 0 || outcome.needsAttention)
        outcome.lines << Cli::tr(
                             "portal and departments: %1 notices told, %2 wait, %3 need a person")
                             .arg(report.told)
                             .arg(report.waiting)
                             .arg(report.dead);
    outcome.lines << failureLines(report.failed);
    return outcome;
}

Expected<Outcome> sendOnce(compose::Station &station, const Invocation &invocation)
{
    const Interrupt interrupt;
    const auto sent = station.handingOver().sendAll(
        [&invocation](int done, int total) {
            invocation.progress(Cli::tr("hand-over %1 of %2").arg(done + 1).arg(total));
        },
        interrupt.token());
    if (!sent)
        return fail(sent.error());
    auto outcome = outcomeOf(*sent);
    const auto told = station.handingOver().tell(sync::Outbox::Due::Everything, interrupt.token());
    if (!told && told.error().fault != Fault::StorageInUse)
        return fail(told.error());
    if (told) {
        const auto others = outcomeOf(*told);
        outcome.lines << others.lines;
        outcome.json[QStringLiteral("notices")] = others.json;
        outcome.needsAttention = outcome.needsAttention || others.needsAttention;
    }
    return outcome;
}

/// Until Ctrl-C or the end of the session.
Outcome watch(compose::Station &station, const Invocation &invocation)
{
    const Interrupt interrupt;
    int sent = 0;
    const auto runner = station.outboxRunner(
        [&](const Expected<sync::SendReport> &report) {
            if (!report)
                return invocation.progress(errorText(report.error()).line());
            sent += report->done;
            if (report->done > 0 || !report->failed.empty())
                invocation.progress(outcomeOf(*report).lines.join(u'\n'));
        },
        [&](const Expected<sync::TellReport> &report) {
            if (report && (report->told > 0 || !report->failed.empty()))
                invocation.progress(outcomeOf(*report).lines.join(u'\n'));
        });
    const auto upkeep = station.upkeep([&](const compose::RepositoryNews &news) {
        if (!news.lost.empty())
            invocation.progress(lostLines(station, news.lost).join(u'\n'));
        if (news.unacknowledged > 0)
            invocation.progress(
                Cli::tr("%n hand-overs without an answer", nullptr, news.unacknowledged));
    });
    runner->run(interrupt.token());
    return {.lines = {Cli::tr("%n hand-over(s) sent", nullptr, sent)},
            .json = {{QStringLiteral("sent"), sent}}};
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
        const auto &wait = handover.wait;
        outcome.lines << (wait.dead ? Cli::tr("%1  needs a person: %2 %3")
                                          .arg(handover.dossierUuid, wait.fault, wait.detail)
                          : wait.failures > 0 ? Cli::tr("%1  failed %2 times: %3 %4")
                                                    .arg(handover.dossierUuid)
                                                    .arg(wait.failures)
                                                    .arg(wait.fault, wait.detail)
                                              : handover.dossierUuid);
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
                                {QStringLiteral("urgent"), handover.urgent},
                                {QStringLiteral("dead"), wait.dead},
                                {QStringLiteral("failures"), wait.failures},
                                {QStringLiteral("fault"), wait.fault},
                                {QStringLiteral("next_at_ms"), wait.nextAtMs},
                                {QStringLiteral("steps"), stepList}});
    }
    const auto notices = store->openNotices();
    if (!notices)
        return fail(notices.error());
    outcome.lines << noticeLines(*notices);
    if (outcome.lines.isEmpty())
        outcome.lines << Cli::tr("nothing waits");
    outcome.json = {{QStringLiteral("handovers"), list},
                    {QStringLiteral("notices"), noticesJson(*notices)}};
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
            return *watching ? watch(station, invocation) : sendOnce(station, invocation);
        });
    });
    const auto again = std::make_shared<bool>(false);
    auto &waiting = subcommand(app, "outbox", Cli::tr("Show what waits in the outbox"));
    waiting.add_flag(
        "--retry", *again,
        Cli::tr("Let what failed be sent again, also what needs a person").toStdString());
    waiting.callback([again, &invocation] {
        invocation.runAt([&](compose::Station &station) -> Expected<Outcome> {
            if (*again) {
                if (const auto woken = station.retryHandovers(); !woken)
                    return fail(woken.error());
            }
            return outbox(station);
        });
    });
}

}  // namespace station::cli
