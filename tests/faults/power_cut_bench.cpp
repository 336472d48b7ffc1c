// Thousands of power cuts of every scenario, and how many of them the deliberate bugs do not
// survive. Usage: power_cut_bench [SCENARIO]

#include "tests/faults/power_cut.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <cstdio>

using namespace station::faults;

namespace {

constexpr int all = 1'000'000;

void print(const char *what, const PowerCut::Report &report, double seconds)
{
    std::printf("  %-24s %6d states, %6d distinct, %5d with violations, %.1f s\n", what,
                report.states, report.distinct, report.violating, seconds);
    for (auto it = report.violations.begin(); it != report.violations.end(); ++it)
        std::printf("      %d × %s\n", it.value(), qPrintable(it.key()));
    std::fflush(stdout);
}

template <typename Work>
PowerCut::Report timed(const char *what, Work work)
{
    QElapsedTimer timer;
    timer.start();
    const auto report = work();
    print(what, report, double(timer.elapsed()) / 1000);
    return report;
}

/// A kill at many places of the run, and all cuts of the run that follows.
PowerCut::Report afterKills(const Scenario &scenario, const std::vector<long> &records)
{
    PowerCut::Report sum;
    for (const long record : records) {
        const PowerCut cut(scenario, record);
        if (!cut.trouble().isEmpty()) {
            std::printf("  trouble: %s\n", qPrintable(cut.trouble()));
            continue;
        }
        const auto report = cut.cut(150, Omission::None, all);
        sum.states += report.states;
        sum.distinct += report.distinct;
        sum.violating += report.violating;
        for (auto it = report.violations.begin(); it != report.violations.end(); ++it)
            sum.violations[it.key()] += it.value();
    }
    return sum;
}

}  // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    int states = 0;
    int distinct = 0;
    int violating = 0;
    for (const auto &scenario : scenarios()) {
        if (argc > 1 && scenario->name() != QString::fromUtf8(argv[1]))
            continue;
        const PowerCut cut(*scenario);
        std::printf("%s: %zu calls\n", qPrintable(scenario->name()), cut.records());
        if (!cut.trouble().isEmpty()) {
            std::printf("  trouble: %s\n", qPrintable(cut.trouble()));
            return 1;
        }
        for (const auto &report :
             {timed("as it is", [&] { return cut.cut(3000, Omission::None, all); }),
              timed("after a kill",
                    [&] { return afterKills(*scenario, cut.delicateRecords(16)); })}) {
            states += report.states;
            distinct += report.distinct;
            violating += report.violating;
        }
        const auto bug = [&](const char *name, Omission omission) {
            timed(name, [&] { return cut.cut(400, omission, all); });
        };
        bug("file not synced", Omission::FileSync);
        bug("folder not synced", Omission::FolderSync);
        bug("new folder's parent", Omission::ParentOfFolderSync);
        bug("synchronous=NORMAL", Omission::CommitSync);
        bug("synchronous=OFF", Omission::DatabaseSync);
    }
    std::printf("%d states, %d distinct, %d with violations\n", states, distinct, violating);
    return violating == 0 ? 0 : 1;
}
