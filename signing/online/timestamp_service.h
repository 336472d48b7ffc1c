#pragma once

#include "core/base/clock.h"
#include "core/base/expected.h"
#include "core/net/http_client.h"
#include "signing/evidence/timestamp_token.h"
#include "signing/policy/algorithm_policy.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

#include <memory>
#include <stop_token>
#include <vector>

namespace station::signing {

class AuthorityRest;
class ClockCheck;

/// One time-stamp authority (RFC 3161) and how often it may be asked: some
/// block a caller for a day that asks more often.
struct TimestampAuthority {
    QString name{};
    QString url{};
    int requests = 0;  ///< At most so many …
    int minutes = 0;   ///< … within so many minutes; 0: no limit known.
};

struct TimestampOptions {
    std::vector<TimestampAuthority> authorities{};  ///< In the order of preference.
    net::HttpOptions http{};
    QByteArrayList anchors{};  ///< DER: whom to trust as a time-stamp authority.
    AlgorithmPolicy policy{};
    /// Budgets and resting authorities outlive the process here, shared by all
    /// programs of the station. Empty: kept in memory.
    QString stateFile{};
    /// Told of every trusted answer's time, also of one that is too far off; may be null.
    ClockCheck *clockCheck = nullptr;
};

struct TimestampAnswer {
    TimestampToken token{};
    QString authority{};       ///< Its name in the settings.
    qint64 clockOffsetMs = 0;  ///< Our clock minus theirs, in the middle of the exchange.
    qint64 roundTripMs = 0;
};

/// Asks the authorities in turn. One that fails rests (circuit breaker: 1, 2, 4 …
/// at most 30 minutes; 429 and 403 at least as long as Retry-After says), one whose
/// budget is used up is passed over. SHA-256, a 64-bit nonce, certReq. An
/// answer counts only when it is for our imprint and nonce, its time is within
/// 5 minutes of our clock, its signer's chain ends in an anchor, and its algorithms are
/// accepted. A wrong clock is nobody's failure and lets none rest. Thread-safe; blocking.
class TimestampService {
public:
    TimestampService(TimestampOptions options, const Clock &clock);

    bool isConfigured() const { return !m_options.authorities.empty(); }

    /// Stamps a SHA-256 digest. `patienceMs` bounds everything together: 3 s while
    /// a clerk waits, 180 s in the background; an authority gets at most two thirds
    /// of what is left while another is listed behind it. Fails with the last authority's
    /// own cause (NetworkDown, ProxyRefused, ServiceRefused, ServiceAnswerInvalid,
    /// ClockWrong), ServiceNotSet without any, ServiceRefused when all rest, Cancelled. The subject
    /// is its name.
    Expected<TimestampAnswer> stamp(const QByteArray &sha256, int patienceMs,
                                    std::stop_token stop = {});

private:
    Expected<TimestampAnswer> ask(const TimestampAuthority &authority, const QByteArray &sha256,
                                  int timeoutMs, std::stop_token stop);

    TimestampOptions m_options;
    const Clock &m_clock;
    std::shared_ptr<AuthorityRest> m_rest;
};

}  // namespace station::signing
