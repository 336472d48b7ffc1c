#include "signing/online/clock_check.h"

#include <QFile>

#include <cmath>
#include <ctime>
#include <sys/timex.h>

namespace station::signing {
namespace {

constexpr qint64 doubtfulMs = 60'000;
constexpr qint64 wrongMs = 5 * 60'000;
constexpr qint64 longestRoundTripMs = 10'000;
/// A quartz drifts up to 100 ppm: a minute in a week.
constexpr qint64 longestCarriedMs = 7LL * 86'400'000;

constexpr QLatin1String offsetKey("offsetMs");
constexpr QLatin1String comparedAtKey("comparedAtMs");
constexpr QLatin1String bootKey("boot");
constexpr QLatin1String sinceBootKey("sinceBootMs");

QString bootId()
{
    QFile file(QStringLiteral("/proc/sys/kernel/random/boot_id"));
    return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll()).trimmed()
                                          : QString();
}

/// Counts on while the machine sleeps; setting the clock does not move it.
qint64 sinceBootMs()
{
    timespec time{};
    ::clock_gettime(CLOCK_BOOTTIME, &time);
    return static_cast<qint64>(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000;
}

bool isSynchronised()
{
    timex query{};
    return ::adjtimex(&query) != TIME_ERROR && (query.status & STA_UNSYNC) == 0;
}

qint64 msIn(const QJsonValue &value)
{
    return static_cast<qint64>(value.toDouble());
}

}  // namespace

ClockCheck::ClockCheck(const QString &stateFile, const Clock &clock)
    : m_state(stateFile), m_clock(clock)
{
}

Expected<> ClockCheck::compared(qint64 offsetMs, qint64 roundTripMs)
{
    if (roundTripMs > longestRoundTripMs)
        return {};
    return m_state.change([&](QJsonObject &kept) {
        kept = {{offsetKey, offsetMs},
                {comparedAtKey, m_clock.nowMs()},
                {bootKey, bootId()},
                {sinceBootKey, sinceBootMs()}};
    });
}

ClockState ClockCheck::state() const
{
    ClockState state{.synchronised = isSynchronised()};
    const QJsonObject kept = m_state.read();
    const qint64 carriedMs = sinceBootMs() - msIn(kept[sinceBootKey]);
    if (kept.contains(offsetKey) && kept[bootKey].toString() == bootId() && carriedMs >= 0 &&
        carriedMs <= longestCarriedMs) {
        state.comparedAtMs = msIn(kept[comparedAtKey]);
        const qint64 steppedMs = m_clock.nowMs() - state.comparedAtMs - carriedMs;
        state.offsetMs = msIn(kept[offsetKey]) + steppedMs;
    }
    if (state.offsetMs && std::abs(*state.offsetMs) > wrongMs)
        state.verdict = ClockVerdict::Wrong;
    else if (state.offsetMs ? std::abs(*state.offsetMs) <= doubtfulMs : state.synchronised)
        state.verdict = ClockVerdict::Good;
    return state;
}

}  // namespace station::signing
