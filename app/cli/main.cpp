#include "app/cli/invocation.h"

#include "app/languages/languages.h"
#include "core/base/secret.h"

#include <QCoreApplication>

// App.hpp alone leaves out what prints help.
#include <CLI/CLI.hpp>

using namespace station;

int main(int argc, char **argv)
{
    hardenProcess();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("tramsohoa-cli"));
    languages::install(languages::wanted(languages::ofEnvironment()));

    cli::Invocation invocation;
    CLI::App app{
        cli::Cli::tr("Digitization station: from paper to the electronic repository").toStdString(),
        "tramsohoa-cli"};
    app.require_subcommand(1);
    app.set_version_flag("--version", STATION_VERSION);
    app.fallthrough();
    std::string data;
    std::string config;
    std::string language;
    app.add_option("--data", data, cli::Cli::tr("Folder of the station's data").toStdString());
    app.add_option("--config", config, cli::Cli::tr("Folder of settings files").toStdString());
    app.add_option("--language", language,
                   cli::Cli::tr("Language of messages: vi, en or cs").toStdString())
        ->check(CLI::IsMember({"vi", "en", "cs"}));
    app.add_flag("--json", invocation.json,
                 cli::Cli::tr("One JSON document on standard output").toStdString());
    app.parse_complete_callback([&] {
        invocation.stationOptions = {.dataDir = cli::text(data), .configDir = cli::text(config)};
    });

    cli::addAudit(app, invocation);
    cli::addBackup(app, invocation);
    cli::addConfirm(app, invocation);
    cli::addCount(app, invocation);
    cli::addDecide(app, invocation);
    cli::addHold(app, invocation);
    cli::addDemo(app, invocation);
    cli::addDevices(app, invocation);
    cli::addDigitize(app, invocation);
    cli::addDossier(app, invocation);
    cli::addExport(app, invocation);
    cli::addExtract(app, invocation);
    cli::addFields(app, invocation);
    cli::addImport(app, invocation);
    cli::addInbox(app, invocation);
    cli::addLookup(app, invocation);
    cli::addOcr(app, invocation);
    cli::addPurge(app, invocation);
    cli::addRecoverKey(app, invocation);
    cli::addRepository(app, invocation);
    cli::addScan(app, invocation);
    cli::addSelfTest(app, invocation);
    cli::addSeparators(app, invocation);
    cli::addSide(app, invocation);
    cli::addSign(app, invocation);
    cli::addSignFile(app, invocation);
    cli::addSlip(app, invocation);
    cli::addStore(app, invocation);
    cli::addSync(app, invocation);
    cli::addToken(app, invocation);
    cli::addUndoRedo(app, invocation);
    cli::addUpgrade(app, invocation);
    cli::addVerify(app, invocation);

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        const int code = app.exit(error);
        return code == 0 ? 0 : 2;
    }
    return invocation.exitCode();
}
