#define CATCH_CONFIG_RUNNER
#include "tests/support/catch.h"
#include "tests/support/own_settings.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const OwnSettings settings;
    return Catch::Session().run(argc, argv);
}
