#include "core/net/upload_limit.h"

#include "core/base/clock.h"

#include <algorithm>

namespace station::net {

qint64 UploadLimit::rateAt(qint64 nowMs) const
{
    if (m_windows.empty())
        return 0;
    const QTime time = inVietnam(nowMs).time();
    const int minute = time.hour() * 60 + time.minute();
    for (const auto &window : m_windows) {
        const bool overMidnight = window.toMinute <= window.fromMinute;
        const bool begun = minute >= window.fromMinute;
        const bool over = minute >= window.toMinute;
        if (overMidnight ? begun || !over : begun && !over)
            return window.kilobytesPerSecond * 1000LL;
    }
    return 0;
}

qint64 UploadLimit::take(qint64 wanted, qint64 nowMs)
{
    const qint64 rate = rateAt(nowMs);
    if (rate == 0)
        return wanted;
    // A quarter of a second's worth, so that a pause does not pile up into a burst; the clock
    // may have been set in between.
    const qint64 room = std::max<qint64>(rate / 4, 1000);
    const qint64 passedMs = std::clamp<qint64>(nowMs - m_filledMs, 0, 1000);
    const qint64 earned = rate * passedMs / 1000;
    if (earned > 0 || nowMs < m_filledMs) {
        m_bytes = std::min(room, m_bytes + earned);
        m_filledMs = nowMs;
    }
    // Crumbs are not worth a packet.
    if (m_bytes < std::min({wanted, room, qint64{4000}}))
        return 0;
    const qint64 given = std::min(wanted, m_bytes);
    m_bytes -= given;
    return given;
}

}  // namespace station::net
