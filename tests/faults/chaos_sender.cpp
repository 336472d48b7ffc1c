// Sends all that is open, whatever goes wrong, until it is done or killed:
// chaos_sender DATA URL

#include "tests/faults/chaos_world.h"

#include <QCoreApplication>
#include <QThread>

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc != 3)
        return 2;
    station::faults::ChaosWorld world(QString::fromUtf8(argv[1]), QString::fromUtf8(argv[2]));
    if (!world.isGood())
        return 3;
    station::sync::Handover handover(*world.store, world.blobs, **world.repository, *world.key,
                                     world.clock);
    for (;;) {
        const auto open = world.store->openHandovers();
        if (!open)
            return 4;
        if (open->empty())
            return 0;
        bool failed = false;
        for (const auto &row : *open)
            failed = !handover.send(row.id) || failed;
        if (failed)
            QThread::msleep(20);
    }
}
