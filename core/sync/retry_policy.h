#pragma once

#include "core/base/error.h"

namespace station::sync {

/// Whom a failure stops.
enum class RetryScope {
    Dossier,  ///< Only its own hand-over; others may go on.
    Station,  ///< Nothing else would fare better: one attempt stands for all.
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
/// | no room there or here | station | 1 min, doubling to 15 min |
/// | bytes arrive otherwise, answers make no sense | dossier | 5 s, doubling; dead after the third
/// | | something else lies there, own file damaged, anything else | dossier | dead at once |
Retry retryAfter(Fault fault, int failures, double luck);

/// A hand-over that failed so is sent later without anybody's help: the clerk's work is done. Also
/// when another program of the station is sending, which will find this one, too.
bool goesOnByItself(Fault fault);

/// A wait that was written before the clock was set back would last for ever: none is longer.
inline constexpr qint64 longestWaitMs = 3'600'000;

}  // namespace station::sync
