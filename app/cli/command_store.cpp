#include "app/cli/invocation.h"

#include <QJsonArray>

namespace station::cli {

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
            outcome.needsAttention = !done->leftOut.isEmpty();
            outcome.json = {
                {QStringLiteral("event"), done->eventId},
                {QStringLiteral("manifest_sha256"), done->manifestSha256},
                {QStringLiteral("codes"), codes},
                {QStringLiteral("left_out"), QJsonArray::fromStringList(done->leftOut)}};
            return outcome;
        });
    });
}

}  // namespace station::cli
