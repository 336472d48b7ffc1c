#pragma once

#include <QFile>
#include <QTemporaryDir>

/// A station puts its key into the account's keyring or folder of settings: into this folder, for
/// a test program and all that it starts, itself among them, and never into the developer's.
class OwnSettings {
public:
    OwnSettings()
    {
        if (qEnvironmentVariableIsSet("STATION_TEST_SETTINGS"))
            return;
        qputenv("STATION_TEST_SETTINGS", "1");
        qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_folder.path()));
        qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:");
    }

private:
    QTemporaryDir m_folder;
};
