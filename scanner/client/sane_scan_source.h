#pragma once

#include "core/base/worker_channel.h"
#include "core/workflow/scan_source.h"
#include "scanner/client/scanner_environment.h"

#include <QString>

namespace station::scanner {

/// How long a scanner may make no progress. Only bytes of a page count: a call
/// that returns, but returns nothing, is no progress.
struct ScanDeadlines {
    int openMs = 30'000;
    int firstDataMs = 60'000;  ///< Warm-up included.
    int followingDataMs = 30'000;
    int cancelMs = 10'000;
    int emptyReadsMs = 2'000;  ///< A run of successful reads without a byte.
};

/// Scans through a worker process, the only one that loads SANE. The device
/// stays open between scans, so paper moves at once. A worker that hangs or
/// crashes is killed; sides reported before stay delivered, and the next scan
/// starts a new worker. Error::subject then is the number of the sheet that was
/// under way and has to be put back.
class SaneScanSource final : public workflow::ScanSource {
public:
    explicit SaneScanSource(ScannerEnvironment environment, ScanDeadlines deadlines = {});

    Expected<int> scan(const workflow::ScanRequest &request, const OnSide &onSide,
                       std::stop_token stop) override;

    /// Opens the device ahead of the first scan; empty: the bound device.
    Expected<> open(const QString &device, const std::stop_token &stop = {});
    /// Lets other programs use the device.
    void close();

private:
    class Run;

    Expected<> askToOpen(const QString &device, const std::stop_token &stop);
    Expected<> follow(Run &run);
    Expected<> cancel(Run &run);
    void stopWorker(const QString &spoolFolder);

    ScannerEnvironment m_environment;
    ScanDeadlines m_deadlines;
    WorkerChannel m_worker;
    QString m_device{};  // held open by m_worker; empty: none
};

}  // namespace station::scanner
