#include "app/cli/interrupt.h"
#include "app/cli/invocation.h"
#include "app/compose/repository_care.h"

namespace station::cli {
namespace {

QString inMegabytes(qint64 bytes)
{
    return QString::number(static_cast<double>(bytes) / megabyte, 'f', 1);
}

Expected<Outcome> purge(compose::Station &station, const Invocation &invocation, bool onlyLook)
{
    const Interrupt interrupt;
    const auto care = station.repositoryCare();
    const auto report =
        onlyLook ? care.purgePreview()
                 : care.purge(interrupt.token(), [&invocation](int done, int total) {
                       invocation.progress(Cli::tr("reading again: %1 of %2").arg(done).arg(total));
                   });
    if (!report)
        return fail(report.error());
    const QString copies = onlyLook
                               ? Cli::tr("%n copies would lie in the repository alone; %1 files, "
                                         "%2 MB would be removed from this station",
                                         nullptr, report->copies)
                               : Cli::tr("%n copies lie in the repository alone now; %1 files, "
                                         "%2 MB removed from this station",
                                         nullptr, report->copies);
    const QString pictures =
        onlyLook
            ? Cli::tr("pictures of %n pages, %1 MB, would be removed with them", nullptr,
                      report->pictures)
            : Cli::tr("pictures of %n pages, %1 MB, removed with them", nullptr, report->pictures);
    return Outcome{.lines = {copies.arg(report->files).arg(inMegabytes(report->bytes)),
                             pictures.arg(inMegabytes(report->pictureBytes))},
                   .json = {{QStringLiteral("copies"), report->copies},
                            {QStringLiteral("files"), report->files},
                            {QStringLiteral("bytes"), report->bytes},
                            {QStringLiteral("pictures"), report->pictures},
                            {QStringLiteral("picture_bytes"), report->pictureBytes},
                            {QStringLiteral("dry_run"), onlyLook}}};
}

Expected<Outcome> fetch(compose::Station &station, const QString &dossier, const QString &component)
{
    const auto fetched = station.repositoryCare().fetchBack(dossier, component);
    if (!fetched)
        return fail(fetched.error());
    return Outcome{.lines = {*fetched > 0 ? Cli::tr("%n copies fetched back", nullptr, *fetched)
                                          : Cli::tr("every copy lies on this station already")},
                   .json = {{QStringLiteral("fetched"), *fetched}}};
}

}  // namespace

void addPurge(CLI::App &app, Invocation &invocation)
{
    const auto onlyLook = std::make_shared<bool>(false);
    auto &purging =
        subcommand(app, "purge",
                   Cli::tr("Remove copies from this station that the repository has for certain"));
    purging.add_flag("--dry-run", *onlyLook, Cli::tr("Only say what would go").toStdString());
    purging.callback([onlyLook, &invocation] {
        invocation.runAt(
            [&](compose::Station &station) { return purge(station, invocation, *onlyLook); });
    });

    struct Options {
        std::string dossier, component;
    };
    const auto options = std::make_shared<Options>();
    auto &fetching =
        subcommand(app, "fetch", Cli::tr("Fetch copies back that lie in the repository alone"));
    dossierOption(fetching, options->dossier);
    fetching.add_option("--component", options->component,
                        Cli::tr("Only this paper").toStdString());
    fetching.callback([options, &invocation] {
        invocation.runAt([&](compose::Station &station) {
            return fetch(station, text(options->dossier), text(options->component));
        });
    });
}

}  // namespace station::cli
