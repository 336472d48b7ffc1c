#include "scanner/worker/scan_run.h"

#include "scanner/options/scan_options.h"
#include "scanner/protocol/messages.h"
#include "scanner/worker/configurator.h"
#include "scanner/worker/sane_status.h"
#include "scanner/worker/side_reader.h"

#include <QThread>

#include <algorithm>

namespace station::scanner {
namespace {

using namespace Qt::StringLiterals;
using dossier::Face;
using workflow::PaperSource;

}  // namespace

ScanRun::ScanRun(SaneDevice &device, Owner &owner, workflow::ScanRequest request,
                 const Quirk &quirk, int emptyReadsMs)
    : m_device(device), m_owner(owner), m_request(std::move(request)), m_quirk(quirk),
      m_emptyReadsMs(emptyReadsMs), m_trace(m_request.traceFile)
{
}

Expected<> ScanRun::run()
{
    m_trace.add("run", {{u"device"_s, m_device.name()},
                        {u"sane"_s, saneVersion()},
                        {u"quirk"_s, toJson(m_quirk)},
                        {u"request"_s, toJson(m_request)}});
    if (const auto configured = configure(); !configured) {
        m_trace.add("refused", toJson(configured.error()));
        return configured;
    }
    const auto scanned = scanSides();
    const Expected<> result = scanned ? scanned : fail(described(scanned.error()));
    // Told before the last call, in which some backends hang or crash.
    m_owner.tell(endedMessage(result));
    m_trace.add("ended", {{u"sides"_s, m_sides},
                          {u"error"_s, result ? QJsonValue() : toJson(result.error())}});
    if (m_device.isOpen())
        putToRest();
    return result;
}

void ScanRun::putToRest()
{
    QElapsedTimer timer;
    timer.start();
    if (m_quirk.cancelBetweenRuns)
        m_device.cancel();
    m_trace.add("cancel", {{u"ms"_s, timer.restart()}});
    if (m_quirk.reopenBetweenRuns) {
        (void)m_device.reopen();
        m_trace.add("reopen", {{u"ms"_s, timer.elapsed()}});
    }
}

Expected<> ScanRun::configure()
{
    return Configurator(m_device, m_request, m_quirk, m_trace).configure();
}

Expected<> ScanRun::start()
{
    m_startStatus = m_device.start();
    // A device that warms up calls itself busy.
    unsigned long pauseMs = 250;
    for (int tries = 1; m_startStatus == SANE_STATUS_DEVICE_BUSY && tries < m_quirk.busyTries;
         ++tries, pauseMs = std::min(pauseMs * 2, 2'000UL)) {
        QThread::msleep(pauseMs);
        m_owner.listen();
        if (m_owner.wantsCancel())
            return fail(Fault::Cancelled);
        m_startStatus = m_device.start();
    }
    m_started = m_startStatus == SANE_STATUS_GOOD;
    return m_started ? Expected<>() : fail(saneError(m_startStatus, "sane_start"));
}

Expected<> ScanRun::scanSides()
{
    for (;;) {
        m_owner.listen();
        if (m_owner.wantsCancel())
            return fail(Fault::Cancelled);
        if (m_owner.isGone())
            return {};
        const auto side = scanSide();
        if (!side && isEndOfFeed(side.error()))
            return {};
        if (!side)
            return fail(side.error());
        ++m_sides;
        m_owner.tell(toJson(*side));
        if (m_request.source == PaperSource::Flatbed)  // it never says that there is no more
            return {};
        if (const auto reopened = reopenForNextSheet(); !reopened)
            return reopened;
    }
}

Expected<workflow::ScannedSide> ScanRun::scanSide()
{
    m_started = false;
    QElapsedTimer timer;
    timer.start();
    const auto started = start();
    const auto startMs = timer.restart();
    QJsonObject line;
    Expected<workflow::ScannedSide> side = fail(Fault::Internal);
    if (started) {
        SideReader reader(m_device, m_owner, m_request.spoolFolder, nextNote(), m_emptyReadsMs);
        side = reader.read();
        line = reader.timing();
    } else {
        side = fail(started.error());
    }
    line.insert(u"number"_s, m_sides + 1);
    line.insert(u"startMs"_s, startMs);
    line.insert(u"start"_s, QString::fromUtf8(sane_strstatus(m_startStatus)));
    line.insert(u"damaged"_s, side && side->damaged);
    if (!side)
        line.insert(u"error"_s, toJson(side.error()));
    m_trace.add("side", line);
    return side;
}

dossier::SideNote ScanRun::nextNote() const
{
    return {.runId = m_request.runId,
            .number = m_sides + 1,
            .sheet = m_request.firstSheet + (isDuplex() ? m_sides / 2 : m_sides),
            .face = isDuplex() && m_sides % 2 == 1 ? Face::Back : Face::Front,
            .dpi = actualDpi(m_device.options(), m_request.dpi, m_quirk),
            .twoSided = isDuplex()};
}

/// Some eSCL devices refuse a second start until they were closed.
Expected<> ScanRun::reopenForNextSheet()
{
    if (!m_quirk.reopenBetweenSheets || (isDuplex() && m_sides % 2 == 1))
        return {};
    m_device.cancel();
    QElapsedTimer timer;
    timer.start();
    auto reopened = m_device.reopen();
    m_trace.add("reopen", {{u"ms"_s, timer.elapsed()}});
    return reopened.and_then([&] { return configure(); });
}

/// "No paper" is the end or an empty feeder, by what came before it. A backend that
/// calls it an I/O error or an invalid start is believed when the paper sensor agrees.
bool ScanRun::isEndOfFeed(const Error &error)
{
    if (m_sides == 0 || m_request.source == PaperSource::Flatbed)
        return false;
    const bool vague =
        !m_started && (m_startStatus == SANE_STATUS_IO_ERROR || m_startStatus == SANE_STATUS_INVAL);
    const bool empty = vague && m_device.sensor(u"page-loaded"_s) == false;
    if (empty)
        m_trace.add("end of feed by sensor", {{u"instead of"_s, error.detail}});
    const bool isEnd = empty || error.fault == Fault::FeederEmpty;
    if (isEnd && isDuplex() && m_sides % 2 == 1)
        m_trace.add("the last sheet has no back");
    return isEnd;
}

/// SANE has no status for two sheets at once; some devices have a sensor.
Error ScanRun::described(Error error)
{
    if (error.fault == Fault::PaperJam && m_device.sensor(u"double-feed"_s) == true) {
        error.fault = Fault::DoubleFeed;
        error.detail += u" (double-feed sensor)"_s;
    }
    if (m_quirk.prefetches)
        error.detail += u" (the device draws sheets in ahead)"_s;
    return error;
}

}  // namespace station::scanner
