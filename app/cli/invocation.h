#pragma once

#include "app/compose/station.h"
#include "core/base/expected.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <CLI/App.hpp>

#include <functional>
#include <memory>
#include <string>

namespace station::cli {

/// Translation context of the command line.
class Cli {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

/// What a command that came through has to say.
struct Outcome {
    QStringList lines{};          ///< For a person; one line each.
    QJsonObject json{};           ///< The same for a program.
    bool needsAttention = false;  ///< Done, but somebody should look: exit 3.
};

/// One call of the program: common options, the station, the answer.
///
/// Exit codes: 0 done, 1 failed, 2 usage, 3 done but needs attention, 78 bad
/// settings. With --json exactly one document goes to stdout, progress and
/// messages to stderr.
class Invocation {
public:
    using Command = std::function<Expected<Outcome>()>;

    compose::StationOptions stationOptions{};
    bool json = false;

    /// A line about work under way.
    void progress(const QString &line) const;

    /// The same, always on standard error: for commands whose output goes on into a file.
    void note(const QString &line) const;

    /// Runs a command and keeps its exit code.
    void run(const Command &command);
    /// The same for a command that needs the station.
    void runAt(const std::function<Expected<Outcome>(compose::Station &)> &command);
    int exitCode() const { return m_exitCode; }

private:
    int report(const Expected<Outcome> &outcome) const;

    int m_exitCode = 0;
};

/// For sizes that a person reads.
constexpr qint64 megabyte = 1024 * 1024;

/// CLI11 speaks std::string; everything else here speaks QString.
inline QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}
QStringList texts(const std::vector<std::string> &utf8);

/// A subcommand with its description; options are added by the caller.
CLI::App &subcommand(CLI::App &parent, const char *name, const QString &description);

/// The required arguments that most commands share.
void dossierOption(CLI::App &command, std::string &target);
void componentOption(CLI::App &command, std::string &target);

// One file each.
void addAudit(CLI::App &app, Invocation &invocation);
void addBackup(CLI::App &app, Invocation &invocation);
void addConfirm(CLI::App &app, Invocation &invocation);
void addCount(CLI::App &app, Invocation &invocation);
void addDecide(CLI::App &app, Invocation &invocation);
void addHold(CLI::App &app, Invocation &invocation);
void addDemo(CLI::App &app, Invocation &invocation);
void addDevices(CLI::App &app, Invocation &invocation);
void addDigitize(CLI::App &app, Invocation &invocation);
void addDossier(CLI::App &app, Invocation &invocation);
void addExport(CLI::App &app, Invocation &invocation);
void addExtract(CLI::App &app, Invocation &invocation);
void addFields(CLI::App &app, Invocation &invocation);
void addImport(CLI::App &app, Invocation &invocation);
void addInbox(CLI::App &app, Invocation &invocation);
void addLookup(CLI::App &app, Invocation &invocation);
void addOcr(CLI::App &app, Invocation &invocation);
void addPurge(CLI::App &app, Invocation &invocation);
void addRecoverKey(CLI::App &app, Invocation &invocation);
void addRepository(CLI::App &app, Invocation &invocation);
void addScan(CLI::App &app, Invocation &invocation);
void addSelfTest(CLI::App &app, Invocation &invocation);
void addSeparators(CLI::App &app, Invocation &invocation);
void addSide(CLI::App &app, Invocation &invocation);
void addSign(CLI::App &app, Invocation &invocation);
void addSignFile(CLI::App &app, Invocation &invocation);
void addSlip(CLI::App &app, Invocation &invocation);
void addStore(CLI::App &app, Invocation &invocation);
void addSync(CLI::App &app, Invocation &invocation);
void addToken(CLI::App &app, Invocation &invocation);
void addUndoRedo(CLI::App &app, Invocation &invocation);
void addUpgrade(CLI::App &app, Invocation &invocation);
void addVerify(CLI::App &app, Invocation &invocation);

}  // namespace station::cli
