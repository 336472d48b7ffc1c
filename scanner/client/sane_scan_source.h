#pragma once

#include "core/base/worker_channel.h"
#include "core/workflow/scan_source.h"
#include "scanner/client/scanner_environment.h"
#include "scanner/quirks/quirk.h"

#include <QString>

#include <functional>
#include <mutex>

namespace station::scanner {

class RunningScan;

/// How long a scanner may make no progress, and how often we try. Only bytes of a
/// page count: a call that returns, but returns nothing, is no progress. A quirk row
/// may replace the values of one model.
struct ScanDeadlines {
    int openMs = 30'000;       ///< Each try.
    int firstDataMs = 60'000;  ///< Warm-up included.
    int followingDataMs = 30'000;
    int cancelMs = 10'000;
    int emptyReadsMs = 2'000;  ///< A run of successful reads without a byte.
    int discoveryMs = 45'000;
    int buttonMs = 2'000;
    int warmingUpAfterMs = 3'000;  ///< Without data since the start; then it is said.
    int openTriesAfterKill = 3;    ///< A USB device needs seconds to come back.
    int openBackOffMs = 1'000;     ///< Before the second try; doubled before each further one.
};

using workflow::ScannerNotice;

/// Scans through a worker process, the only one that loads SANE. The device
/// stays open between scans, so paper moves at once. A worker that hangs or
/// crashes is killed; sides that are durable by then are delivered, and the next
/// scan starts a new worker. Error::subject then is the number of the sheet that was
/// under way and has to be put back.
class SaneScanSource final : public workflow::ScanSource {
public:
    using NoticeListener = std::function<void(ScannerNotice)>;

    explicit SaneScanSource(ScannerEnvironment environment, ScanDeadlines deadlines = {});

    Expected<int> scan(const workflow::ScanRequest &request, const OnSide &onSide,
                       std::stop_token stop) override;

    /// Opens the device ahead of the first scan; empty: the bound device, which is
    /// looked for when it is not where it was. DeviceNotFound with a subject: two
    /// scanners fit the binding; it names both.
    Expected<> open(const QString &device, const std::stop_token &stop = {});
    /// Lets other programs use the device.
    void close();

    /// Called on the thread that scans or opens. Set before the first of them.
    void setNoticeListener(NoticeListener listener) { m_notice = std::move(listener); }

    /// Whether the scanner's button is pressed. Looks only at a device that is open
    /// and idle, and never opens one; false otherwise. Any thread; not more than
    /// twice a second.
    bool buttonPressed();

private:
    Expected<> openFor(const QString &device, const std::stop_token &stop);
    Expected<> openBound(const std::stop_token &stop);
    Expected<QString> findBound(const std::stop_token &stop);
    Expected<> openNamed(const QString &device, bool isBound, const std::stop_token &stop);
    Expected<> tryToOpen(const QString &device, const std::stop_token &stop);
    Expected<> askWorkerToOpen(const QString &device, const std::stop_token &stop);
    Expected<> begin(RunningScan &run, const workflow::ScanRequest &request);
    Expected<> follow(RunningScan &run);
    Expected<QJsonObject> nextMessage(RunningScan &run);
    Expected<> ended(const QJsonObject &answer);
    Expected<> cancel(RunningScan &run);
    void stopWorker(RunningScan &run, const Error &why);
    void killWorker();
    void letGo();
    void tell(ScannerNotice notice) const;

    const ScannerEnvironment m_environment;
    const ScanDeadlines m_wantedDeadlines;
    NoticeListener m_notice{};

    std::mutex m_busy;  // held by whoever talks to the worker
    WorkerChannel m_worker;
    QString m_device{};         // held open by m_worker; empty: none
    QString m_boundName{};      // under which the bound device was opened last
    Quirk m_quirk{};            // of m_device
    ScanDeadlines m_deadlines;  // with those of m_quirk
    bool m_killed = false;      // since the last successful open
};

}  // namespace station::scanner
