#include "app/cli/invocation.h"
#include "app/compose/self_test.h"
#include "app/errors/error_text.h"
#include "core/base/clock.h"
#include "core/base/error_code.h"

#include <QJsonArray>

namespace station::cli {
namespace {

using compose::SelfTest;
using State = sealing::DiskEncryption::State;

/// Lines that somebody should look at are marked.
class Report {
public:
    void line(bool isFine, const QString &text)
    {
        m_lines << (isFine ? Cli::tr("fine       %1") : Cli::tr("ATTENTION  %1")).arg(text);
    }
    QStringList lines() const { return m_lines; }

private:
    QStringList m_lines;
};

void tellDisk(const SelfTest &test, Report &report)
{
    switch (test.disk.state) {
    case State::Yes:
        return report.line(true, Cli::tr("disk is encrypted (%1)").arg(test.disk.how));
    case State::No:
        return report.line(
            false, Cli::tr("disk is not encrypted (%1): pictures of papers at work can be read "
                           "by whoever gets it")
                       .arg(test.disk.how));
    case State::Unknown:
        return report.line(
            true, Cli::tr("disk encryption: nothing is known of it (%1)").arg(test.disk.how));
    }
}

void tellSealing(const SelfTest &test, Report &report)
{
    if (!test.hasData)
        return report.line(true, Cli::tr("no data yet"));
    if (!test.isSealed)
        return report.line(false, test.isSealingOff
                                      ? Cli::tr("data is not sealed: the settings say so "
                                                "(storage.sealing)")
                                      : Cli::tr("data is not sealed yet: start the program once"));
    if (test.keyFault)
        report.line(
            false,
            Cli::tr("data is sealed and the key is not to be had: %1").arg(test.keyFault->detail));
    else
        report.line(true, Cli::tr("data is sealed; the key lies in: %1").arg(test.keyPlace));
    if (test.hasTraces)
        report.line(false, Cli::tr("traces of unsealed data are left: close all programs and start "
                                   "one again, with room for the database a second time"));
    if (test.isKeyRecoverable.value_or(false))
        report.line(true, Cli::tr("the office's recovery certificate opens the key"));
    else if (test.isKeyRecoverable || test.recoveryFault)
        report.line(false, Cli::tr("the key is not wrapped for the recovery certificate"));
    else
        report.line(false, Cli::tr("no recovery certificate: when the key is lost the data is, too "
                                   "(storage.recovery_certificate_file)"));
}

void tellModes(const SelfTest &test, Report &report)
{
    if (test.openToOthers == 0)
        return report.line(true, Cli::tr("files are open to their owner only"));
    report.line(false, Cli::tr("%1 files are open to others: %2")
                           .arg(test.openToOthers)
                           .arg(test.openExamples.join(QStringLiteral(", "))));
}

void tellBackup(const SelfTest &test, Report &report)
{
    if (!test.isBackupSet)
        return report.line(false, Cli::tr("no backup is made (backup.folder)"));
    const QString newest =
        test.newestBackupMs == 0 ? Cli::tr("none") : isoVietnam(test.newestBackupMs);
    report.line(!test.isBackupDue, Cli::tr("newest backup: %1").arg(newest));
}

QString nameOf(State state)
{
    switch (state) {
    case State::Yes:
        return QStringLiteral("yes");
    case State::No:
        return QStringLiteral("no");
    case State::Unknown:
        return QStringLiteral("unknown");
    }
    Q_UNREACHABLE();
}

QJsonObject jsonOf(const SelfTest &test)
{
    const auto faultOf = [](const std::optional<Error> &error) {
        return error ? QJsonValue(errorCode(error->fault)) : QJsonValue();
    };
    const QJsonObject sealing{
        {QStringLiteral("sealed"), test.isSealed},
        {QStringLiteral("off"), test.isSealingOff},
        {QStringLiteral("key"), test.keyPlace},
        {QStringLiteral("fault"), faultOf(test.keyFault)},
        {QStringLiteral("traces"), test.hasTraces},
        {QStringLiteral("recoverable"),
         test.isKeyRecoverable ? QJsonValue(*test.isKeyRecoverable) : QJsonValue()}};
    return {{QStringLiteral("needs_attention"), test.needsAttention()},
            {QStringLiteral("data"), test.hasData},
            {QStringLiteral("disk_encrypted"), nameOf(test.disk.state)},
            {QStringLiteral("disk"), test.disk.how},
            {QStringLiteral("sealing"), sealing},
            {QStringLiteral("open_to_others"), test.openToOthers},
            {QStringLiteral("open_examples"), QJsonArray::fromStringList(test.openExamples)},
            {QStringLiteral("free_mb"), test.freeBytes / megabyte},
            {QStringLiteral("reserve_mb"), test.reserveBytes / megabyte},
            {QStringLiteral("clock_synchronised"), test.isClockSynchronised},
            {QStringLiteral("lost_in_repository"), test.lostInRepository},
            {QStringLiteral("backup"), test.isBackupSet},
            {QStringLiteral("newest_backup"),
             test.newestBackupMs == 0 ? QJsonValue() : isoVietnam(test.newestBackupMs)}};
}

}  // namespace

void addSelfTest(CLI::App &app, Invocation &invocation)
{
    auto &command =
        subcommand(app, "self-test", Cli::tr("Tell how well the station's data is kept"));
    command.callback([&invocation] {
        invocation.run([&]() -> Expected<Outcome> {
            const auto test = compose::selfTest(invocation.stationOptions);
            if (!test)
                return fail(test.error());
            Report report;
            tellDisk(*test, report);
            tellSealing(*test, report);
            tellModes(*test, report);
            report.line(test->freeBytes >= test->reserveBytes,
                        Cli::tr("%1 MB free, %2 MB are kept free")
                            .arg(test->freeBytes / megabyte)
                            .arg(test->reserveBytes / megabyte));
            report.line(test->isClockSynchronised, test->isClockSynchronised
                                                       ? Cli::tr("the clock is set by the network")
                                                       : Cli::tr("nothing sets the clock"));
            tellBackup(*test, report);
            if (test->lostInRepository > 0)
                report.line(false, Cli::tr("%n objects of the repository are lost: `audit sample` "
                                           "names them",
                                           nullptr, test->lostInRepository));
            return Outcome{.lines = report.lines(),
                           .json = jsonOf(*test),
                           .needsAttention = test->needsAttention()};
        });
    });
}

}  // namespace station::cli
