#include "tests/scanner/vscan/scanimage.h"

#include "tests/support/catch.h"

#include <QProcess>

namespace station::scanner::testing {

using namespace Qt::StringLiterals;

ScanimageRun runScanimage(const Bench &bench, const QStringList &arguments,
                          const QMap<QString, QString> &variables)
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const auto &set : {bench.environment().variables, variables}) {
        for (auto it = set.cbegin(); it != set.cend(); ++it)
            environment.insert(it.key(), it.value());
    }
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(bench.spool());
    process.start(u"scanimage"_s, arguments);
    REQUIRE(process.waitForFinished(20'000));
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

int scanimage(const Bench &bench, const QStringList &arguments)
{
    return runScanimage(bench, QStringList{u"--format=pnm"_s, u"--resolution"_s, u"75"_s, u"-x"_s,
                                           u"50"_s, u"-y"_s, u"70"_s} +
                                   arguments)
        .exitCode;
}

int scanFeeder(const Bench &bench, const QStringList &arguments)
{
    return scanimage(bench,
                     QStringList{u"-d"_s, u"vscan:adf1"_s, u"--batch=p%d.pnm"_s} + arguments);
}

std::vector<int> pages(const Bench &bench)
{
    std::vector<int> numbers;
    for (const auto &name : filesIn(bench.spool(), u"p*.pnm"_s))
        numbers.push_back(pageOf(bench.spool() + u'/' + name));
    return numbers;
}

}  // namespace station::scanner::testing
