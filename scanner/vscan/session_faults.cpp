// How a session makes the faults of its script happen.

#include "scanner/vscan/fatal_fault.h"
#include "scanner/vscan/session.h"

#include <algorithm>

namespace vscan {

SANE_Status Session::fireFor(Moment moment, int page, Lock &lock)
{
    const auto fault = faultFor(m_settings.faults, moment, page);
    return fault ? fire(*fault, lock) : SANE_STATUS_GOOD;
}

/// Bytes of the frame that come before the fault of this side.
std::size_t Session::bytesUntilFault() const
{
    const auto plane = static_cast<std::size_t>(std::max(0, m_layout.plane));
    const std::size_t done = plane * m_bytes.size() + m_offset;
    return m_readFault ? m_readFaultAt - std::min(done, m_readFaultAt) : m_bytes.size();
}

SANE_Status Session::fireInRead(Lock &lock)
{
    if (!m_readFault || bytesUntilFault() > 0)
        return SANE_STATUS_GOOD;
    const FaultLine fault = *m_readFault;
    m_readFault.reset();
    return fire(fault, lock);
}

SANE_Status Session::fire(const FaultLine &fault, Lock &lock)
{
    if (fault.once) {
        m_folder.markFired(fault);
        m_settings = m_folder.settings();
    }
    if (isFatal(fault.action)) {
        lock.unlock();
        perish(fault.action);
    }
    switch (fault.action) {
    case Action::Status:
        if (fault.status == SANE_STATUS_JAMMED)
            m_folder.set("jammed");
        if (fault.status == SANE_STATUS_COVER_OPEN)
            m_folder.set("cover-open");
        return fault.status;
    case Action::DoubleFeed:
        m_folder.set("double-feed");
        return SANE_STATUS_JAMMED;
    case Action::Unplug:
        m_folder.unplug();
        m_gone = true;
        return SANE_STATUS_IO_ERROR;
    case Action::Delay:
        return waitCancelled(lock, std::chrono::milliseconds(fault.amount)) ? SANE_STATUS_CANCELLED
                                                                            : SANE_STATUS_GOOD;
    case Action::Hang:
        m_changed.wait(lock, [this] { return m_cancelled; });
        return SANE_STATUS_CANCELLED;
    case Action::Livelock:
        m_livelock = true;
        return SANE_STATUS_GOOD;
    default:
        return SANE_STATUS_GOOD;
    }
}

}  // namespace vscan
