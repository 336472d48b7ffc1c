#pragma once

#include <QStringList>

namespace station::worker {

struct SandboxRules {
    QStringList readable{};  ///< Files and folders beyond the system's own.
    QStringList writable{};  ///< Folders with everything below.
    bool mayExecute = false;
};

/// Takes from this process, for good, what a page worker never needs: network,
/// other processes, other people's files, unlimited memory. Call it before any
/// foreign byte is read. Returns the layers that this system could give:
/// "limits", "seccomp", "landlock".
QStringList enterSandbox(const SandboxRules &rules);

/// From now on at most that much processor time; a job that needs more ends the
/// process. A backstop for the owner's deadline.
void allowProcessorSeconds(int seconds);

}  // namespace station::worker
