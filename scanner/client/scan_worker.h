#pragma once

#include "core/base/worker_channel.h"
#include "scanner/client/scanner_environment.h"
#include "scanner/quirks/quirk.h"

#include <QDeadlineTimer>
#include <QJsonObject>

namespace station::scanner {

/// A worker that has said hello in the version we speak. TimedOut past the
/// deadline, WorkerDied when it does not start or speaks another version.
Expected<WorkerChannel> startWorker(const ScannerEnvironment &environment,
                                    const QDeadlineTimer &deadline,
                                    const std::stop_token &stop = {});

/// Sends one request and waits for its only answer. The answer {"type":"error"}
/// becomes that error.
Expected<QJsonObject> ask(WorkerChannel &worker, const QJsonObject &request,
                          const QDeadlineTimer &deadline, const std::stop_token &stop = {});

/// The row of the environment's quirks for a device; SettingsInvalid. Of the bound
/// device vendor and model are known, of another one only what its name says.
Expected<Quirk> quirkOf(const ScannerEnvironment &environment, const QString &device, bool isBound);

/// Asks to open a device, with its quirk and the login of the environment.
Expected<QJsonObject> askToOpen(WorkerChannel &worker, const ScannerEnvironment &environment,
                                const QString &device, const Quirk &quirk,
                                const QDeadlineTimer &deadline, const std::stop_token &stop = {});

/// What a failing worker means to the clerk: no answer in time is a stalled
/// device, a dead worker a failed one.
Error deviceError(Error error);

}  // namespace station::scanner
