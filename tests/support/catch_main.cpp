#define CATCH_CONFIG_RUNNER
#include "tests/support/catch.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    // A station puts its key into the account's keyring or folder of settings: here into a folder
    // for this program and all that it starts, itself among them, and never the developer's.
    const QTemporaryDir settings;
    if (!qEnvironmentVariableIsSet("STATION_TEST_SETTINGS")) {
        qputenv("STATION_TEST_SETTINGS", "1");
        qputenv("XDG_CONFIG_HOME", QFile::encodeName(settings.path()));
        qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:");
    }
    return Catch::Session().run(argc, argv);
}
