#include "app/cli/invocation.h"
#include "app/cli/pin_entry.h"
#include "app/compose/station_folder.h"
#include "app/compose/station_sealing.h"

namespace station::cli {
namespace {

struct Arguments {
    std::string privateKey;
    std::string passphraseFile;
    bool hasPassphrase = false;
};

Expected<Outcome> recoverKey(const Invocation &invocation, const Arguments &arguments)
{
    const auto settings = compose::settingsFor(invocation.stationOptions);
    if (!settings)
        return fail(settings.error());
    Secret passphrase;
    if (arguments.hasPassphrase || !arguments.passphraseFile.empty()) {
        auto read = readPin(text(arguments.passphraseFile));
        if (!read)
            return fail(read.error());
        passphrase = *std::move(read);
    }
    const compose::SealingKeys keys(settings->storage, invocation.stationOptions.configDir,
                                    compose::dataFolder(invocation.stationOptions));
    const auto place = keys.recover(text(arguments.privateKey), passphrase);
    if (!place)
        return fail(place.error());
    return Outcome{.lines = {Cli::tr("the key is back in: %1").arg(*place)},
                   .json = {{QStringLiteral("key"), *place}}};
}

}  // namespace

void addRecoverKey(CLI::App &app, Invocation &invocation)
{
    const auto arguments = std::make_shared<Arguments>();
    auto &command =
        subcommand(app, "recover-key",
                   Cli::tr("Get the lost key of sealed data back with the office's recovery key"));
    command
        .add_option("--private-key", arguments->privateKey,
                    Cli::tr("Private key of the recovery certificate (PEM)").toStdString())
        ->required();
    command.add_flag("--passphrase", arguments->hasPassphrase,
                     Cli::tr("The private key has a passphrase; ask for it").toStdString());
    command.add_option("--passphrase-file", arguments->passphraseFile,
                       Cli::tr("Read the passphrase from this file").toStdString());
    command.callback([arguments, &invocation] {
        invocation.run([&] { return recoverKey(invocation, *arguments); });
    });
}

}  // namespace station::cli
