#define CATCH_CONFIG_RUNNER
#include "tests/support/catch.h"
#include "tests/support/own_settings.h"

#include "app/gui/base/theme.h"

#include <QApplication>

int main(int argc, char **argv)
{
    // Also when the build lists the tests on a machine without a display: a program
    // that cannot start has no tests, and nobody would notice.
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    // Texts and law lie beside the programs.
    qputenv("STATION_BIN_DIR", STATION_BIN_DIR);
    QApplication application(argc, argv);
    const OwnSettings settings;
    station::gui::dress(application, station::gui::Appearance::Light);
    return Catch::Session().run(argc, argv);
}
