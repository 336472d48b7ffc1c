// A bad network in front of a server: fault_proxy HOST PORT [--seed N] [--rate R] [--stall-ms T]
// Prints its own URL, works until its standard input ends, then prints what happened.

#include "tests/faults/fault_proxy.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

using namespace station::faults;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser arguments;
    const QCommandLineOption seed(QStringLiteral("seed"), {}, QStringLiteral("N"),
                                  QStringLiteral("1"));
    const QCommandLineOption rate(QStringLiteral("rate"), {}, QStringLiteral("R"),
                                  QStringLiteral("0.3"));
    const QCommandLineOption stall(QStringLiteral("stall-ms"), {}, QStringLiteral("T"),
                                   QStringLiteral("2000"));
    arguments.addOptions({seed, rate, stall});
    arguments.process(application);
    const auto server = arguments.positionalArguments();
    if (server.size() != 2) {
        std::fprintf(stderr, "fault_proxy HOST PORT [--seed N] [--rate R] [--stall-ms T]\n");
        return 2;
    }
    const FaultProxy proxy(server[0], static_cast<quint16>(server[1].toUInt()),
                           {.seed = arguments.value(seed).toULongLong(),
                            .rates = {{"", arguments.value(rate).toDouble()}},
                            .stallMs = arguments.value(stall).toInt()});
    std::printf("%s\n", qPrintable(proxy.url()));
    std::fflush(stdout);
    while (std::getchar() != EOF) {
    }
    const auto faults = proxy.faults();
    std::printf("requests %d\n", proxy.requests());
    for (auto it = faults.begin(); it != faults.end(); ++it)
        std::printf("%s %d\n", qPrintable(faultName(it.key())), it.value());
    return 0;
}
