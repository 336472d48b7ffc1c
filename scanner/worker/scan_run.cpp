#include "scanner/worker/scan_run.h"

#include "scanner/options/scan_options.h"
#include "scanner/protocol/messages.h"
#include "scanner/worker/sane_status.h"
#include "scanner/worker/side_reader.h"

#include <QThread>

namespace station::scanner {
namespace {

using namespace Qt::StringLiterals;
using dossier::Face;
using workflow::PaperSource;

/// The clerk relies on these; a size or depth that cannot be set is only a pity.
bool isEssential(Step step)
{
    return step == Step::Source || step == Step::Sides || step == Step::Mode;
}

bool isRefusal(SANE_Status status)
{
    return status == SANE_STATUS_INVAL || status == SANE_STATUS_UNSUPPORTED;
}

}  // namespace

ScanRun::ScanRun(SaneDevice &device, Owner &owner, workflow::ScanRequest request, int emptyReadsMs)
    : m_device(device), m_owner(owner), m_request(std::move(request)), m_emptyReadsMs(emptyReadsMs)
{
}

Expected<> ScanRun::run()
{
    if (const auto configured = configure(); !configured)
        return configured;
    const auto scanned = scanSides();
    const Expected<> result = scanned ? scanned : fail(described(scanned.error()));
    // Told before the last call, in which some backends hang or crash.
    m_owner.tell(endedMessage(result));
    m_device.cancel();
    return result;
}

Expected<> ScanRun::configure()
{
    for (const Step step : allSteps) {
        const auto settings = settingsFor(step, m_request, m_device.options());
        if (!settings)
            return fail(settings.error());
        for (const auto &setting : *settings) {
            const auto status = m_device.set(setting);
            if (status == SANE_STATUS_GOOD || (isRefusal(status) && !isEssential(step)))
                continue;
            Error error = saneError(status, "sane_control_option");
            error.detail += u" ("_s + setting.option + u')';
            return fail(error);
        }
    }
    return {};
}

Expected<> ScanRun::start()
{
    SANE_Status status = m_device.start();
    // A device that warms up calls itself busy.
    for (unsigned long pauseMs = 250; status == SANE_STATUS_DEVICE_BUSY && pauseMs <= 1000;
         pauseMs *= 2) {
        QThread::msleep(pauseMs);
        m_owner.listen();
        if (m_owner.wantsCancel())
            return fail(Fault::Cancelled);
        status = m_device.start();
    }
    return status == SANE_STATUS_GOOD ? Expected<>() : fail(saneError(status, "sane_start"));
}

Expected<> ScanRun::scanSides()
{
    const bool duplex = m_request.source == PaperSource::Duplex;
    for (;;) {
        m_owner.listen();
        if (m_owner.wantsCancel())
            return fail(Fault::Cancelled);
        if (m_owner.isGone())
            return {};
        auto side = start().and_then([&] {
            return SideReader(m_device, m_owner, m_request.spoolFolder, m_emptyReadsMs).read();
        });
        if (!side && side.error().fault == Fault::FeederEmpty && m_sides > 0)
            return {};
        if (!side)
            return fail(side.error());
        side->dpi = actualDpi(m_device.options(), m_request.dpi);
        side->sheet = duplex ? m_sides / 2 + 1 : m_sides + 1;
        side->face = duplex && m_sides % 2 == 1 ? Face::Back : Face::Front;
        ++m_sides;
        m_owner.tell(toJson(*side));
        if (m_request.source == PaperSource::Flatbed)  // it never says that there is no more
            return {};
    }
}

/// SANE has no status for two sheets at once; some devices have a sensor.
Error ScanRun::described(Error error)
{
    if (error.fault == Fault::PaperJam && m_device.sensor(u"double-feed"_s))
        error.detail += u" (double feed)"_s;
    return error;
}

}  // namespace station::scanner
