#include "app/cli/invocation.h"
#include "core/base/clock.h"

#include <QJsonArray>

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
}

}  // namespace station::cli
