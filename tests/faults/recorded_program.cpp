// Does one scenario in one folder: recorded_program NAME FOLDER

#include "tests/faults/scenario.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    for (const auto &scenario : station::faults::scenarios()) {
        if (argc == 3 && scenario->name() == QString::fromUtf8(argv[1]))
            return scenario->run(QString::fromUtf8(argv[2])) ? 0 : 1;
    }
    return 3;
}
