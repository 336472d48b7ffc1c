#include "scanner/client/sane_scan_source.h"

#include "scanner/client/scan_worker.h"
#include "scanner/protocol/messages.h"

#include <QDir>

#include <optional>

namespace station::scanner {

using namespace Qt::StringLiterals;
using workflow::PaperSource;
using workflow::ScanRequest;

/// What is known of a scan while it runs.
class SaneScanSource::Run {
public:
    Run(const ScanRequest &request, const OnSide &onSide, std::stop_token stop, int firstDataMs)
        : m_request(request), m_onSide(onSide), m_stop(std::move(stop)), m_deadline(firstDataMs)
    {
    }

    const std::stop_token &stop() const { return m_stop; }
    int remainingMs() const { return static_cast<int>(m_deadline.remainingTime()); }
    void setDeadline(int ms) { m_deadline.setRemainingTime(ms); }
    int delivered() const { return m_delivered; }

    void setOutcome(const QJsonObject &ended) { m_outcome = outcomeFrom(ended); }
    const std::optional<Expected<>> &outcome() const { return m_outcome; }
    const QString &spoolFolder() const { return m_request.spoolFolder; }

    Expected<> deliver(const QJsonObject &message)
    {
        const auto taken = m_onSide(scannedSideFrom(message));
        if (taken)
            ++m_delivered;
        return taken;
    }

    /// The sheet that was under way after the sides delivered so far.
    QString sheetInHand() const
    {
        const int sidesPerSheet = m_request.source == PaperSource::Duplex ? 2 : 1;
        return QString::number(m_delivered / sidesPerSheet + 1);
    }

private:
    const ScanRequest &m_request;
    const OnSide &m_onSide;
    std::stop_token m_stop;
    QDeadlineTimer m_deadline;
    int m_delivered = 0;
    std::optional<Expected<>> m_outcome{};  // known once the worker says "ended"
};

namespace {

bool isType(const QJsonObject &message, const char *type)
{
    return message.value("type"_L1) == QLatin1String(type);
}

bool isWorkerLoss(Fault fault)
{
    return fault == Fault::TimedOut || fault == Fault::WorkerDied;
}

/// After these the worker, its device or what it says cannot be relied upon.
bool endsWorker(Fault fault)
{
    return isWorkerLoss(fault) || fault == Fault::DeviceStalled || fault == Fault::DeviceLost;
}

/// Faults that leave a sheet half way.
bool concernsSheet(Fault fault)
{
    switch (fault) {
    case Fault::PaperJam:
    case Fault::CoverOpen:
    case Fault::DeviceFailed:
    case Fault::DeviceLost:
    case Fault::DeviceStalled:
        return true;
    default:
        return false;
    }
}

}  // namespace

SaneScanSource::SaneScanSource(ScannerEnvironment environment, ScanDeadlines deadlines)
    : m_environment(std::move(environment)), m_deadlines(deadlines)
{
}

Expected<int> SaneScanSource::scan(const ScanRequest &request, const OnSide &onSide,
                                   std::stop_token stop)
{
    if (const auto opened = open(request.device, stop); !opened)
        return fail(opened.error());
    QJsonObject message = toJson(request);
    message.insert(u"emptyReadsMs"_s, m_deadlines.emptyReadsMs);
    Run run(request, onSide, std::move(stop), m_deadlines.firstDataMs);
    auto sent = m_worker.send(message);
    if (!sent) {  // the idle worker died unseen; no paper has moved
        close();
        if (const auto opened = open(request.device, run.stop()); !opened)
            return fail(opened.error());
        sent = m_worker.send(message);
    }
    auto finished = sent.and_then([&] { return follow(run); });
    if (!finished && endsWorker(finished.error().fault))
        stopWorker(request.spoolFolder);
    // A worker that was lost while it put the device to rest has done its work.
    if (!finished && isWorkerLoss(finished.error().fault))
        finished = run.outcome().value_or(finished);
    if (finished)
        return run.delivered();
    Error error = deviceError(finished.error());
    if (concernsSheet(error.fault) && error.subject.isEmpty())
        error.subject = run.sheetInHand();
    return fail(std::move(error));
}

Expected<> SaneScanSource::open(const QString &device, const std::stop_token &stop)
{
    const QString name = device.isEmpty() ? m_environment.boundDevice : device;
    if (name.isEmpty())
        return fail(Fault::DeviceNotFound, u"no device is bound"_s);
    if (m_worker.isRunning() && m_device == name)
        return {};
    auto opened = askToOpen(name, stop);
    // An idle worker may have died unseen, for example with a suspended machine.
    if (!opened && opened.error().fault == Fault::WorkerDied) {
        close();
        opened = askToOpen(name, stop);
    }
    if (!opened) {
        // Cancelled: its answer is still to come, so this worker is out of step.
        if (endsWorker(opened.error().fault) || opened.error().fault == Fault::Cancelled)
            stopWorker({});
        return fail(deviceError(opened.error()));
    }
    m_device = name;
    return {};
}

Expected<> SaneScanSource::askToOpen(const QString &device, const std::stop_token &stop)
{
    const QDeadlineTimer deadline(m_deadlines.openMs);
    m_device.clear();
    if (!m_worker.isRunning()) {
        auto started = startWorker(m_environment, deadline, stop);
        if (!started)
            return fail(started.error());
        m_worker = std::move(*started);
    }
    return ask(m_worker, {{u"do"_s, u"open"_s}, {u"device"_s, device}}, deadline, stop)
        .map([](const QJsonObject &) {});
}

void SaneScanSource::close()
{
    m_worker = {};
    m_device.clear();
}

void SaneScanSource::stopWorker(const QString &spoolFolder)
{
    m_worker.kill();
    close();
    if (spoolFolder.isEmpty())
        return;
    // The side that was under way; only this worker writes into the folder.
    QDir folder(spoolFolder);
    for (const auto &name : folder.entryList({u"*.part"_s}, QDir::Files))
        folder.remove(name);
}

Expected<> SaneScanSource::follow(Run &run)
{
    for (;;) {
        const auto message = m_worker.receive(run.remainingMs(), run.stop());
        if (!message && message.error().fault == Fault::Cancelled)
            return cancel(run).and_then([]() -> Expected<> { return fail(Fault::Cancelled); });
        if (!message)
            return fail(message.error());
        if (isType(*message, "done"))
            return {};
        if (isType(*message, "error"))
            return fail(errorFrom(*message));
        if (isType(*message, "side")) {
            if (const auto taken = run.deliver(*message); !taken) {
                if (!cancel(run))
                    stopWorker(run.spoolFolder());
                return taken;
            }
        }
        if (isType(*message, "ended")) {
            run.setOutcome(*message);
            run.setDeadline(m_deadlines.cancelMs);
        } else {
            run.setDeadline(m_deadlines.followingDataMs);
        }
    }
}

/// Ends the run in the worker. A side that became durable meanwhile was truly
/// scanned, so it is delivered, too.
Expected<> SaneScanSource::cancel(Run &run)
{
    if (const auto sent = m_worker.send({{u"do"_s, u"cancel"_s}}); !sent)
        return sent;
    run.setDeadline(m_deadlines.cancelMs);
    for (;;) {
        const auto message = m_worker.receive(run.remainingMs());
        if (!message)
            return fail(message.error());
        if (isType(*message, "done") || isType(*message, "error"))
            return {};
        if (isType(*message, "side"))
            (void)run.deliver(*message);
        if (isType(*message, "ended"))
            run.setOutcome(*message);
    }
}

}  // namespace station::scanner
