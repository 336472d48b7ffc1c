// Thousands of copies through faults and kills to a server whose disk is a file.
// Usage: chaos_bench [COPIES] [SEED]

#include "tests/faults/chaos.h"

#include <QCoreApplication>

#include <cstdio>

using namespace station;
using namespace station::faults;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    ChaosPlan plan{.copies = 2000, .copyBytes = 150'000, .rate = 0.14, .deadlineMs = 40 * 60'000};
    if (argc > 1)
        plan.copies = QByteArray(argv[1]).toInt();
    if (argc > 2)
        plan.seed = QByteArray(argv[2]).toULongLong();
    const auto report = runChaos(CephCluster::shared(CephCluster::Disk::File), plan);
    std::printf("%d copies, seed %llu\n%s", plan.copies, static_cast<unsigned long long>(plan.seed),
                qPrintable(told(report)));
    return report.isGood() && report.sawDamage() ? 0 : 1;
}
