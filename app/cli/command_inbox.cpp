#include "app/cli/invocation.h"
#include "app/compose/repository_care.h"
#include "core/base/clock.h"
#include "core/store/store.h"

#include <QJsonArray>

#include <CLI/Validators.hpp>
#include <algorithm>

namespace station::cli {
namespace {

Expected<Outcome> inbox(compose::Station &station, const QString &department)
{
    auto inbox = station.inbox();
    const auto events = inbox.events(department);
    if (!events)
        return fail(events.error());
    Outcome outcome;
    QJsonArray list;
    for (const auto &event : *events) {
        // Fetches and hashes every document: an event that is listed is complete.
        const auto manifest = inbox.open(event);
        if (!manifest)
            return fail(manifest.error());
        outcome.lines << QStringLiteral("%1  %2  %3  %4")
                             .arg(event.id, isoVietnam(event.atMs), manifest->procedure)
                             .arg(manifest->documents.size());
        QJsonArray documents;
        for (const auto &document : manifest->documents)
            documents.append(QJsonObject{
                {QStringLiteral("component"), document.component},
                {QStringLiteral("name"), document.paperName},
                {QStringLiteral("sha256"), document.pdf.sha256},
                {QStringLiteral("digitization_code"), document.code},
                {QStringLiteral("reused"), document.kind == sync::DocumentKind::Reused}});
        list.append(QJsonObject{{QStringLiteral("event"), event.id},
                                {QStringLiteral("at"), isoVietnam(event.atMs)},
                                {QStringLiteral("dossier"), event.dossierUuid},
                                {QStringLiteral("dossier_code"), manifest->dossierCode},
                                {QStringLiteral("manifest_sha256"), event.manifestSha256},
                                {QStringLiteral("acknowledged"), event.acknowledged},
                                {QStringLiteral("documents"), documents}});
    }
    if (events->empty())
        outcome.lines << Cli::tr("the inbox is empty");
    outcome.json = {{QStringLiteral("events"), list}};
    return outcome;
}

Expected<Outcome> acknowledge(compose::Station &station, const QString &department,
                              const QString &eventId)
{
    auto inbox = station.inbox();
    const auto events = inbox.events(department);
    if (!events)
        return fail(events.error());
    const auto event = std::find_if(events->begin(), events->end(),
                                    [&](const auto &one) { return one.id == eventId; });
    if (event == events->end())
        return fail(Fault::InvalidInput, QStringLiteral("event"),
                    QStringLiteral("%1: no such event").arg(eventId));
    const auto done =
        inbox.acknowledge(*event, station.context().actor, station.context().clock.nowMs());
    if (!done)
        return fail(done.error());
    return Outcome{.lines = {Cli::tr("acknowledged: %1").arg(eventId)},
                   .json = {{QStringLiteral("acknowledged"), eventId}}};
}

/// For the supervisor.
Expected<Outcome> unacknowledged(compose::Station &station, const QStringList &departments,
                                 int days)
{
    const auto events = station.repositoryCare().unacknowledged(departments, days);
    if (!events)
        return fail(events.error());
    const auto store = station.context().openStore();
    if (!store)
        return fail(store.error());
    Outcome outcome{.needsAttention = !events->empty()};
    QJsonArray list;
    for (const auto &event : *events) {
        const auto dossier = store->load(event.dossierUuid);  // may be another station's
        const QString code = dossier && dossier->code ? dossier->code->text() : QString();
        outcome.lines << QStringLiteral("%1  %2  %3  %4")
                             .arg(isoVietnam(event.atMs), event.department,
                                  code.isEmpty() ? event.dossierUuid : code, event.id);
        list.append(QJsonObject{{QStringLiteral("event"), event.id},
                                {QStringLiteral("at"), isoVietnam(event.atMs)},
                                {QStringLiteral("department"), event.department},
                                {QStringLiteral("dossier"), event.dossierUuid},
                                {QStringLiteral("dossier_code"), code}});
    }
    outcome.lines << (events->empty()
                          ? Cli::tr("every hand-over has been acknowledged, or is not old enough")
                          : Cli::tr("%n hand-overs without an answer", nullptr,
                                    static_cast<int>(events->size())));
    outcome.json = {{QStringLiteral("events"), list}};
    return outcome;
}

}  // namespace

void addInbox(CLI::App &app, Invocation &invocation)
{
    struct Options {
        std::string department, event;
    };
    const auto options = std::make_shared<Options>();
    auto &list = subcommand(app, "inbox", Cli::tr("Show what a department was handed over"));
    list.add_option("department", options->department, Cli::tr("Agency id").toStdString())
        ->required();
    list.callback([options, &invocation] {
        invocation.runAt(
            [&](compose::Station &station) { return inbox(station, text(options->department)); });
    });
    auto &ack = subcommand(app, "ack", Cli::tr("Acknowledge an event of the inbox"));
    ack.add_option("event", options->event, Cli::tr("Event id").toStdString())->required();
    ack.add_option("--department", options->department, Cli::tr("Agency id").toStdString())
        ->required();
    ack.callback([options, &invocation] {
        invocation.runAt([&](compose::Station &station) {
            return acknowledge(station, text(options->department), text(options->event));
        });
    });

    struct Looking {
        std::vector<std::string> departments;
        int days = 90;
    };
    const auto looking = std::make_shared<Looking>();
    auto &without = subcommand(app, "unacknowledged",
                               Cli::tr("Show hand-overs that no department has acknowledged"));
    without.add_option("--department", looking->departments,
                       Cli::tr("Only these agency ids").toStdString());
    without
        .add_option("--days", looking->days, Cli::tr("Number of days to look back").toStdString())
        ->check(CLI::Range(1, 3650));
    without.callback([looking, &invocation] {
        invocation.runAt([&](compose::Station &station) {
            return unacknowledged(station, texts(looking->departments), looking->days);
        });
    });
}

}  // namespace station::cli
