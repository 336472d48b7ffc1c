#define CATCH_CONFIG_RUNNER
#include "tests/support/catch.h"

#include "app/gui/base/theme.h"

#include <QApplication>

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    station::gui::dress(application, station::gui::Appearance::Light);
    return Catch::Session().run(argc, argv);
}
