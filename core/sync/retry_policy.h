#pragma once

#include "core/base/error.h"
#include "core/store/outbox.h"

namespace station::sync {

/// Whom a failure stops.
enum class RetryScope {
    Dossier,  ///< Only its own hand-over; others may go on.
    Station,  ///< Nothing else that goes there would fare better: one attempt stands for all.
};

struct Retry {
    RetryScope scope = RetryScope::Dossier;
    bool dead = false;  ///< A person has to look; nothing is tried by itself, nothing is dropped.
    qint64 waitMs = 0;
};

/// What becomes of a hand-over that failed `failures` times in a row, this one included.
/// `luck` (0 to 1) spreads stations that failed together ("full jitter").
///
/// | failure | stops | next attempt |
/// |---|---|---|
/// | repository or service silent | station | 1 s, doubling to 15 s: one attempt probes for all |
/// | a login page in between | station | 15 s, doubling to 1 min |
/// | login, certificate, clock, key, unfit | station | 30 s, doubling to 1 h |
/// | login of a portal or webhook | station | dead at once: another attempt may lock the account |
/// | no room there or here | station | 1 min, doubling to 15 min |
/// | bytes arrive otherwise, answers make no sense | dossier | 5 s, doubling; dead at the third |
/// | something else lies there, own file damaged, anything else | dossier | dead at once |
///
/// Of a notice, "station" means all notices to the same target.
Retry retryAfter(Fault fault, int failures, double luck);

/// A hand-over that failed so is sent later without anybody's help: the clerk's work is done. Also
/// when another program of the station is sending, which will find this one, too.
bool goesOnByItself(Fault fault);

/// `wait` after one more failure. What stops the station is waited for by the station; the row
/// itself is due at once.
store::RetryWait waitAfter(store::RetryWait wait, const Error &error, qint64 nowMs);

/// A wait that was written before the clock was set back would last for ever: none is longer.
inline constexpr qint64 longestWaitMs = 3'600'000;

/// 0: due. Also of a wait from before the clock was set back.
qint64 msUntilDue(const store::RetryWait &wait, qint64 nowMs);
inline bool isDue(const store::RetryWait &wait, qint64 nowMs)
{
    return msUntilDue(wait, nowMs) == 0;
}

/// What stations that failed together are spread by; see `retryAfter`.
double luck();

}  // namespace station::sync
