#include "app/cli/invocation.h"
#include "app/cli/notice_lines.h"
#include "core/store/store.h"

#include <QJsonArray>

#include <algorithm>

namespace station::cli {
namespace {

/// Who else is to be told of it and was not yet. Whatever comes of that, the department has the
/// dossier.
Expected<std::vector<store::Notice>> tellOthers(compose::Station &station, const QString &eventId)
{
    if (const auto told = station.handingOver().tell(sync::Outbox::Due::WhatIsDue);
        !told && told.error().fault != Fault::StorageInUse)
        return fail(told.error());
    const auto store = station.context().openStore();
    if (!store)
        return fail(store.error());
    auto open = store->openNotices();
    if (open)
        std::erase_if(*open, [&](const auto &notice) { return notice.handoverId != eventId; });
    return open;
}

}  // namespace

void addStore(CLI::App &app, Invocation &invocation)
{
    const auto wanted = std::make_shared<std::string>();
    auto &command =
        subcommand(app, "store", Cli::tr("Claim the codes, store the copies, tell the department"));
    dossierOption(command, *wanted);
    const auto urgent = std::make_shared<bool>(false);
    command.add_flag("--urgent", *urgent, Cli::tr("Send it before all others").toStdString());
    command.callback([wanted, urgent, &invocation] {
        invocation.runAt([&](compose::Station &station) -> Expected<Outcome> {
            const auto done = station.handingOver().run(
                text(*wanted), *urgent ? workflow::HandingOver::Haste::Urgent
                                       : workflow::HandingOver::Haste::Usual);
            if (!done)
                return fail(done.error());
            QJsonObject codes;
            Outcome outcome;
            for (auto it = done->codes.cbegin(); it != done->codes.cend(); ++it) {
                codes[it.key()] = it.value();
                outcome.lines << QStringLiteral("%1  %2").arg(it.key(), it.value());
            }
            outcome.lines << Cli::tr("handed over: event %1").arg(done->eventId);
            if (!done->leftOut.isEmpty())
                outcome.lines << Cli::tr("attention: still without a paper: %1; a later hand-over "
                                         "can bring them")
                                     .arg(done->leftOut.join(QStringLiteral(", ")));
            const auto untold = tellOthers(station, done->eventId);
            if (!untold)
                return fail(untold.error());
            outcome.lines << noticeLines(*untold);
            outcome.needsAttention =
                !done->leftOut.isEmpty() ||
                std::ranges::any_of(*untold, [](const auto &notice) { return notice.wait.dead; });
            outcome.json = {{QStringLiteral("event"), done->eventId},
                            {QStringLiteral("manifest_sha256"), done->manifestSha256},
                            {QStringLiteral("codes"), codes},
                            {QStringLiteral("left_out"), QJsonArray::fromStringList(done->leftOut)},
                            {QStringLiteral("untold"), noticesJson(*untold)}};
            return outcome;
        });
    });
}

}  // namespace station::cli
