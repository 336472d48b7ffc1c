#pragma once

#include "core/base/expected.h"
#include "core/base/secret.h"

#include <QByteArray>
#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>

#include <stop_token>
#include <sys/types.h>

namespace station {

/// One helper process (scan worker, page worker, token agent) and the pipe to
/// it. Both sides speak one compact JSON object a line on stdin and stdout.
///
/// A helper may hang or crash at any time: every wait has a deadline, and the
/// caller decides whether to kill. The destructor closes the helper's stdin,
/// waits a moment and kills what is left, so no helper outlives its owner.
/// One thread at a time; blocking, never on the GUI thread.
class WorkerChannel {
public:
    WorkerChannel() = default;
    ~WorkerChannel();
    WorkerChannel(WorkerChannel &&other) noexcept;
    WorkerChannel &operator=(WorkerChannel &&other) noexcept;

    /// `environment` is added to (or replaces parts of) our own.
    /// Fails with WorkerDied when the program cannot be started.
    static Expected<WorkerChannel> start(const QString &program, const QStringList &arguments,
                                         const QMap<QString, QString> &environment = {});

    /// Fails with WorkerDied.
    Expected<> send(const QJsonObject &message);
    /// Raw bytes after a message that announced them; used for a PIN.
    Expected<> sendSecret(const Secret &secret);

    /// The next message. TimedOut after `timeoutMs` without a whole line,
    /// Cancelled when asked to stop, WorkerDied at end of file or on a line that
    /// is no JSON object. The helper keeps running after TimedOut.
    Expected<QJsonObject> receive(int timeoutMs, const std::stop_token &stop = {});

    void kill();        ///< SIGKILL and reap; safe to repeat.
    void closeInput();  ///< End of file for the helper: finish and leave.
    bool isRunning() const { return m_pid > 0; }
    pid_t pid() const { return m_pid; }

private:
    Expected<> writeAll(const char *data, std::size_t size);
    void close();

    pid_t m_pid = -1;
    int m_input = -1;   // the helper's stdin
    int m_output = -1;  // the helper's stdout
    QByteArray m_buffer;
};

/// The helper's own end: reads a line from stdin, writes a line to stdout.
/// A std::nullopt-like empty result of `read` means that the owner has gone.
namespace worker_side {
/// From now on what a library prints to standard output goes to standard error, so that it
/// cannot garble the answers. `read` and `write` do it, too.
void claimOutput();
bool read(QJsonObject &message);         ///< False at end of file.
QByteArray readBytes(qsizetype size);    ///< Exactly that many raw bytes, or fewer at the end.
void write(const QJsonObject &message);  ///< Flushes; exits the process if the owner has gone.
bool hasInput();                         ///< A line or end of file waits (poll, no blocking).
}  // namespace worker_side

/// The folder of the running program. `STATION_BIN_DIR` in the environment
/// overrides it, for tests that lie elsewhere.
QString programFolder();

/// A helper program, which always lies beside this one.
QString helperProgram(const QString &name);

}  // namespace station
