#include "app/cli/invocation.h"
#include "scanner/client/discovery.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace station::cli {
namespace {

Expected<Outcome> devices(compose::Station &station)
{
    const auto environment = station.scannerEnvironment();
    if (!environment)
        return fail(environment.error());
    const auto found = scanner::discoverDevices(*environment);
    if (!found)
        return fail(found.error());
    Outcome outcome;
    QJsonArray list;
    for (const auto &device : *found) {
        outcome.lines << QStringLiteral("%1  %2 %3  %4  %5")
                             .arg(device.name, device.vendor, device.model, device.type,
                                  device.serial)
                             .trimmed();
        list.append(QJsonObject{{QStringLiteral("name"), device.name},
                                {QStringLiteral("vendor"), device.vendor},
                                {QStringLiteral("model"), device.model},
                                {QStringLiteral("serial"), device.serial},
                                {QStringLiteral("type"), device.type}});
    }
    if (found->empty())
        outcome.lines << Cli::tr("no scanner found");
    outcome.json = {{QStringLiteral("devices"), list}};
    return outcome;
}

Expected<Outcome> options(compose::Station &station, const QString &device)
{
    const auto environment = station.scannerEnvironment();
    if (!environment)
        return fail(environment.error());
    const auto json = scanner::deviceOptions(*environment, device);
    if (!json)
        return fail(json.error());
    return Outcome{.lines = {QString::fromUtf8(QJsonDocument(*json).toJson()).trimmed()},
                   .json = *json};
}

}  // namespace

void addDevices(CLI::App &app, Invocation &invocation)
{
    auto &list = subcommand(app, "devices", Cli::tr("List the scanners"));
    list.callback([&invocation] { invocation.runAt(devices); });

    const auto device = std::make_shared<std::string>();
    auto &one = subcommand(app, "options", Cli::tr("Show what a scanner can do"));
    one.add_option("device", *device, Cli::tr("SANE device name").toStdString())->required();
    one.callback([device, &invocation] {
        invocation.runAt(
            [&](compose::Station &station) { return options(station, text(*device)); });
    });
}

}  // namespace station::cli
