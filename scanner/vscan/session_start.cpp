// How a session begins a side: what may be in the way, which side, how it looks.

#include "scanner/vscan/session.h"

#include "scanner/vscan/picture.h"

namespace vscan {

SANE_Status Session::start()
{
    Lock lock(m_mutex);
    if (m_scanning)
        return SANE_STATUS_DEVICE_BUSY;
    m_cancelled = false;
    if (isGone())
        return SANE_STATUS_IO_ERROR;
    if (isBetweenPlanes()) {
        startPlane();
        return SANE_STATUS_GOOD;
    }
    m_settings = m_folder.settings();
    if (!m_settings.mistakes.empty())
        return SANE_STATUS_INVAL;
    if (m_needsReopening && !m_path.hasBack())
        return m_settings.feeder.afterPage.value_or(SANE_STATUS_IO_ERROR);
    if (const auto status = warmUp(lock); status != SANE_STATUS_GOOD)
        return status;
    return startSide(actualSource(), lock);
}

/// "Auto" takes paper from the feeder if there is any.
Source Session::actualSource() const
{
    const Source source = m_options.source();
    if (source != Source::Auto)
        return source;
    return !m_settings.kind.glass || m_folder.paperLoaded() ? Source::Simplex : Source::Flatbed;
}

SANE_Status Session::warmUp(Lock &lock)
{
    if (m_warm || m_settings.feeder.warmUpMs == 0)
        return SANE_STATUS_GOOD;
    if (!m_warmAt)
        m_warmAt = Clock::now() + std::chrono::milliseconds(m_settings.feeder.warmUpMs);
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(*m_warmAt - Clock::now());
    m_warm = left.count() <= 0;
    if (m_warm)
        return SANE_STATUS_GOOD;
    if (m_settings.feeder.warmUpBusy)
        return SANE_STATUS_DEVICE_BUSY;
    if (waitCancelled(lock, left))
        return SANE_STATUS_CANCELLED;
    m_warm = true;
    return SANE_STATUS_GOOD;
}

/// Can the next side come? A side that has left the feeder already always can.
SANE_Status Session::sheetStatus(Source source) const
{
    if (source == Source::Flatbed || m_path.hasSide())
        return SANE_STATUS_GOOD;
    if (const auto status = m_folder.feederStatus(); status != SANE_STATUS_GOOD)
        return status;
    const bool isOver = m_options.oneSheetOnly() && m_sheets > 0;
    return m_folder.paperLoaded() && !isOver ? SANE_STATUS_GOOD : SANE_STATUS_NO_DOCS;
}

SANE_Status Session::startSide(Source source, Lock &lock)
{
    const auto sheet = sheetStatus(source);
    m_lateNoDocs = sheet == SANE_STATUS_NO_DOCS && m_settings.feeder.noDocsLate && m_page > 0 &&
                   !m_saidLateNoDocs;
    if (m_lateNoDocs) {
        m_saidLateNoDocs = true;
        m_layout = layout();
        m_scanning = true;
        return SANE_STATUS_GOOD;
    }
    if (sheet != SANE_STATUS_GOOD)
        return sheet;
    if (const auto status = fireFor(Moment::Start, m_page + 1, lock); status != SANE_STATUS_GOOD)
        return status;
    if (m_options.source() != Source::Flatbed && !m_path.hasBack())
        ++m_sheets;
    std::optional<Picture> picture;
    if (const auto status = m_path.next(source, m_settings, picture); status != SANE_STATUS_GOOD)
        return status;
    ++m_page;
    m_needsReopening = m_settings.feeder.afterPage.has_value();
    m_layout = layout();
    m_side =
        render(*picture, m_options.area(), m_options.dpi(), m_layout.mode, look(*picture, source));
    startPlane();
    m_livelock = false;
    m_readFault = faultFor(m_settings.faults, Moment::Read, m_page);
    const bool isDelay = m_readFault && m_readFault->action == Action::Delay;
    const std::size_t allBytes = m_bytes.size() * (m_layout.isLast() ? 1 : 3);
    m_readFaultAt = m_readFault && !isDelay
                        ? allBytes * static_cast<std::size_t>(m_readFault->amount) / 100
                        : 0;
    return SANE_STATUS_GOOD;
}

void Session::startPlane()
{
    m_bytes = wireBytes(m_side, m_layout);
    m_offset = 0;
    m_started = Clock::now();
    m_scanning = true;
}

Look Session::look(const Picture &picture, Source source) const
{
    const auto &appearance = m_settings.appearance;
    // The feeder centres paper of the announced width; other paper lies beside it.
    const double centredMm = source == Source::Flatbed ? 0 : m_options.centredWidthMm();
    const double sheetMm = picture.width * 25.4 / picture.dpi;
    return {.skewDeg = m_options.deskews() ? 0 : appearance.skewDeg,
            .shiftMm = centredMm > 0 ? (sheetMm - centredMm) / 2 : 0,
            .blackBackground = appearance.blackBackground,
            .noise = appearance.noise,
            .seed = static_cast<unsigned>(m_page)};
}

}  // namespace vscan
