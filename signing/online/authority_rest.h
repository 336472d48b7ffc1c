#pragma once

#include "core/base/clock.h"
#include "signing/online/shared_state.h"
#include "signing/online/timestamp_service.h"

#include <QString>

namespace station::signing {

/// When a time-stamp authority may be asked: its budget as a sliding window, and
/// a circuit breaker. Times are the wall clock's, because programs and boots
/// share them; a clock that was set back shortens nothing and never holds an
/// authority longer than a day.
class AuthorityRest {
public:
    static constexpr qint64 firstRestMs = 60'000;
    static constexpr qint64 longestRestMs = 30 * 60'000;
    /// Longer wishes of Retry-After are tried again after a day: one request.
    static constexpr qint64 longestWishMs = 24LL * 3'600'000;

    AuthorityRest(const QString &stateFile, const Clock &clock) : m_state(stateFile), m_clock(clock)
    {
    }

    /// Takes one request out of the budget. Otherwise says why and until when not.
    /// After failures only one program tries, the others wait for its outcome.
    QString claim(const TimestampAuthority &authority);
    void succeeded(const TimestampAuthority &authority);
    void failed(const TimestampAuthority &authority, const Error &error, int retryAfterSeconds);

private:
    SharedState m_state;
    const Clock &m_clock;
};

}  // namespace station::signing
