#include "scanner/client/sane_scan_source.h"

#include "scanner/client/device_memory.h"
#include "scanner/client/discovery.h"
#include "scanner/client/running_scan.h"
#include "scanner/client/scan_worker.h"
#include "scanner/protocol/messages.h"

#include <QDir>
#include <QThread>

#include <algorithm>

namespace station::scanner {

using namespace Qt::StringLiterals;
using workflow::ScanRequest;

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
    case Fault::DoubleFeed:
    case Fault::CoverOpen:
    case Fault::DeviceFailed:
    case Fault::DeviceLost:
    case Fault::DeviceStalled:
        return true;
    default:
        return false;
    }
}

/// Faults of an opening that may pass when a device has just been reset.
bool mayPass(Fault fault)
{
    return fault == Fault::DeviceNotFound || fault == Fault::DeviceBusy ||
           fault == Fault::DeviceFailed || fault == Fault::DeviceStalled;
}

bool slept(int ms, const std::stop_token &stop)
{
    constexpr int slice = 50;
    for (QDeadlineTimer until(ms); !until.hasExpired();) {
        if (stop.stop_requested())
            return false;
        QThread::msleep(
            static_cast<unsigned long>(std::clamp<qint64>(until.remainingTime(), 1, slice)));
    }
    return true;
}

ScanDeadlines adapted(ScanDeadlines deadlines, const Quirk::Deadlines &own)
{
    deadlines.openMs = own.openMs.value_or(deadlines.openMs);
    deadlines.firstDataMs = own.firstDataMs.value_or(deadlines.firstDataMs);
    deadlines.followingDataMs = own.followingDataMs.value_or(deadlines.followingDataMs);
    deadlines.cancelMs = own.cancelMs.value_or(deadlines.cancelMs);
    return deadlines;
}

}  // namespace

SaneScanSource::SaneScanSource(ScannerEnvironment environment, ScanDeadlines deadlines)
    : m_environment(std::move(environment)), m_wantedDeadlines(deadlines), m_deadlines(deadlines)
{
}

Expected<int> SaneScanSource::scan(const ScanRequest &request, const OnSide &onSide,
                                   std::stop_token stop)
{
    const std::lock_guard lock(m_busy);
    RunningScan run(request, onSide, std::move(stop));
    if (const auto opened = openFor(request.device, run.stop()); !opened)
        return fail(opened.error());
    auto finished = begin(run, request).and_then([&] { return follow(run); });
    if (!finished && endsWorker(finished.error().fault))
        stopWorker(run, finished.error());
    if (!m_worker.isRunning()) {
        if (const auto taken = run.deliverRecovered(); !taken)
            finished = taken;
    }
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

Expected<> SaneScanSource::begin(RunningScan &run, const ScanRequest &request)
{
    QJsonObject message = toJson(request);
    message.insert(u"emptyReadsMs"_s, m_deadlines.emptyReadsMs);
    run.setDeadline(m_deadlines.firstDataMs);
    if (m_worker.send(message))
        return {};
    letGo();  // the idle worker died unseen; no paper has moved
    if (const auto opened = openFor(request.device, run.stop()); !opened)
        return opened;
    run.setDeadline(m_deadlines.firstDataMs);
    return m_worker.send(message);
}

Expected<> SaneScanSource::open(const QString &device, const std::stop_token &stop)
{
    const std::lock_guard lock(m_busy);
    return openFor(device, stop);
}

Expected<> SaneScanSource::openFor(const QString &device, const std::stop_token &stop)
{
    return device.isEmpty() || device == m_environment.binding.device
               ? openBound(stop)
               : openNamed(device, false, stop);
}

Expected<> SaneScanSource::openBound(const std::stop_token &stop)
{
    const auto &binding = m_environment.binding;
    if (m_boundName.isEmpty())
        m_boundName = rememberedName(binding);
    Expected<> opened = fail(Fault::DeviceNotFound, u"no device is bound"_s);
    if (!m_boundName.isEmpty() && mayBeBound(m_boundName, m_environment))
        opened = openNamed(m_boundName, true, stop);
    if (!opened && opened.error().fault == Fault::DeviceNotFound && !binding.namesOnly()) {
        const auto found = findBound(stop);
        if (!found)
            return fail(found.error());
        if (*found == m_boundName)
            return opened;  // it is listed and yet cannot be opened
        m_boundName = *found;
        opened = openNamed(*found, true, stop);
    }
    if (opened)
        (void)rememberName(binding, m_boundName);  // else it is looked for again, no more
    return opened;
}

/// A listing takes seconds and may hang, so it has a process of its own.
Expected<QString> SaneScanSource::findBound(const std::stop_token &stop)
{
    tell(ScannerNotice::Searching);
    const auto &binding = m_environment.binding;
    auto devices = discoverDevices(m_environment, m_wantedDeadlines.discoveryMs, stop);
    if (!devices)
        return fail(devices.error());
    for (auto &device : *devices) {
        if (binding.serial.isEmpty() || !device.serial.isEmpty() ||
            !isOfBoundModel(device, binding))
            continue;
        device.serial = serialByOption(m_environment, device.name, m_wantedDeadlines.openMs);
    }
    return boundAmong(*devices, binding);
}

Expected<> SaneScanSource::openNamed(const QString &device, bool isBound,
                                     const std::stop_token &stop)
{
    if (m_worker.isRunning() && m_device == device)
        return {};
    const auto quirk = quirkOf(m_environment, device, isBound);
    if (!quirk)
        return fail(quirk.error());
    m_quirk = *quirk;
    m_deadlines = adapted(m_wantedDeadlines, m_quirk.deadlines);

    tell(m_killed ? ScannerNotice::Restarting : ScannerNotice::Opening);
    const int tries = m_killed ? m_deadlines.openTriesAfterKill : 1;
    int pauseMs = m_deadlines.openBackOffMs;
    auto opened = tryToOpen(device, stop);
    for (int i = 1; i < tries && !opened && mayPass(opened.error().fault); ++i, pauseMs *= 2) {
        if (!slept(pauseMs, stop))
            return fail(Fault::Cancelled);
        opened = tryToOpen(device, stop);
    }
    if (opened)
        m_killed = false;
    return opened;
}

Expected<> SaneScanSource::tryToOpen(const QString &device, const std::stop_token &stop)
{
    auto opened = askWorkerToOpen(device, stop);
    // An idle worker may have died unseen, for example with a suspended machine.
    if (!opened && opened.error().fault == Fault::WorkerDied) {
        letGo();
        opened = askWorkerToOpen(device, stop);
    }
    if (opened) {
        m_device = device;
        return {};
    }
    // Cancelled: its answer is still to come, so this worker is out of step.
    if (endsWorker(opened.error().fault) || opened.error().fault == Fault::Cancelled)
        killWorker();
    return fail(deviceError(opened.error()));
}

Expected<> SaneScanSource::askWorkerToOpen(const QString &device, const std::stop_token &stop)
{
    const QDeadlineTimer deadline(m_deadlines.openMs);
    m_device.clear();
    if (!m_worker.isRunning()) {
        auto started = startWorker(m_environment, deadline, stop);
        if (!started)
            return fail(started.error());
        m_worker = std::move(*started);
    }
    return askToOpen(m_worker, m_environment, device, m_quirk, deadline, stop)
        .map([](const QJsonObject &) {});
}

void SaneScanSource::close()
{
    const std::lock_guard lock(m_busy);
    letGo();
}

void SaneScanSource::letGo()
{
    m_worker = {};
    m_device.clear();
}

void SaneScanSource::killWorker()
{
    m_worker.kill();
    letGo();
    m_killed = true;
}

void SaneScanSource::stopWorker(RunningScan &run, const Error &why)
{
    killWorker();
    m_killed = why.fault != Fault::DeviceLost;  // that one waits for a hand, not for time
    run.trace().add("killed", {{u"because"_s, toJson(why)}});
    if (run.spoolFolder().isEmpty())
        return;
    // The side that was under way; only this worker writes into the folder.
    QDir folder(run.spoolFolder());
    for (const auto &name : folder.entryList({u"*.part"_s}, QDir::Files))
        folder.remove(name);
}

void SaneScanSource::tell(ScannerNotice notice) const
{
    if (m_notice)
        m_notice(notice);
}

bool SaneScanSource::buttonPressed()
{
    const std::unique_lock lock(m_busy, std::try_to_lock);
    if (!lock || !m_worker.isRunning() || m_device.isEmpty())
        return false;
    const auto answer =
        ask(m_worker, {{u"do"_s, u"button"_s}}, QDeadlineTimer(m_deadlines.buttonMs));
    if (!answer && isWorkerLoss(answer.error().fault))
        killWorker();
    return answer && answer->value("pressed"_L1).toBool();
}

/// The next message within the deadline; says once that the device warms up.
Expected<QJsonObject> SaneScanSource::nextMessage(RunningScan &run)
{
    const int patience = m_deadlines.warmingUpAfterMs;
    if (run.hasData() || run.remainingMs() <= patience)
        return m_worker.receive(run.remainingMs(), run.stop());
    auto message = m_worker.receive(patience, run.stop());
    if (message || message.error().fault != Fault::TimedOut)
        return message;
    run.setHasData();  // said
    tell(ScannerNotice::WarmingUp);
    return m_worker.receive(run.remainingMs(), run.stop());
}

Expected<> SaneScanSource::follow(RunningScan &run)
{
    for (;;) {
        const auto message = nextMessage(run);
        if (!message && message.error().fault == Fault::Cancelled)
            return cancel(run).and_then([]() -> Expected<> { return fail(Fault::Cancelled); });
        if (!message)
            return fail(message.error());
        run.setHasData();
        if (isType(*message, "done") || isType(*message, "error"))
            return ended(*message);
        if (isType(*message, "side")) {
            if (const auto taken = run.deliver(scannedSideFrom(*message)); !taken) {
                if (const auto cancelled = cancel(run); !cancelled)
                    stopWorker(run, cancelled.error());
                return taken;
            }
        }
        if (isType(*message, "ended")) {
            run.setOutcome(outcomeFrom(*message));
            run.setDeadline(m_deadlines.cancelMs);
        } else {
            run.setDeadline(m_deadlines.followingDataMs);
        }
    }
}

/// The worker's last word on a run, and whether it still holds the device.
Expected<> SaneScanSource::ended(const QJsonObject &answer)
{
    if (!answer.value("open"_L1).toBool())
        m_device.clear();
    return isType(answer, "error") ? Expected<>(fail(errorFrom(answer))) : Expected<>();
}

/// Ends the run in the worker. A side that became durable meanwhile was truly
/// scanned, so it is delivered, too.
Expected<> SaneScanSource::cancel(RunningScan &run)
{
    if (const auto sent = m_worker.send({{u"do"_s, u"cancel"_s}}); !sent)
        return sent;
    run.setDeadline(m_deadlines.cancelMs);
    for (;;) {
        const auto message = m_worker.receive(run.remainingMs());
        if (!message)
            return fail(message.error());
        if (isType(*message, "done") || isType(*message, "error")) {
            (void)ended(*message);
            return {};
        }
        if (isType(*message, "side"))
            (void)run.deliver(scannedSideFrom(*message));
        if (isType(*message, "ended"))
            run.setOutcome(outcomeFrom(*message));
    }
}

}  // namespace station::scanner
