#include "signing/online/authority_rest.h"

#include "core/base/sha256.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace station::signing {
namespace {

/// How long one program's trial after a failure keeps the others away.
constexpr qint64 trialMs = 15'000;
constexpr qsizetype longestCause = 200;

constexpr QLatin1String askedKey("askedMs");
constexpr QLatin1String failuresKey("failures");
constexpr QLatin1String restsUntilKey("restsUntilMs");
constexpr QLatin1String causeKey("cause");

/// By its address, which may hold a login and is therefore not kept itself.
QString keyOf(const TimestampAuthority &authority)
{
    return sha256Hex(authority.url.toUtf8()).left(16);
}

qint64 msIn(const QJsonValue &value)
{
    return static_cast<qint64>(value.toDouble());
}

}  // namespace

QString AuthorityRest::claim(const TimestampAuthority &authority)
{
    QString reason;
    const auto kept = m_state.change([&](QJsonObject &all) {
        const qint64 now = m_clock.nowMs();
        QJsonObject own = all[keyOf(authority)].toObject();

        // Farther than we ever send anybody to rest: the clock was set back.
        const qint64 restsUntil = msIn(own[restsUntilKey]);
        if (restsUntil > now && restsUntil <= now + longestWishMs) {
            reason = QStringLiteral("rests until %1 after: %2")
                         .arg(isoVietnam(restsUntil), own[causeKey].toString());
            return;
        }
        if (authority.requests > 0 && authority.minutes > 0) {
            const qint64 windowMs = authority.minutes * 60'000LL;
            QJsonArray recent;
            for (const auto &value : own[askedKey].toArray()) {
                // From the future: the clock was set back. It counts from now on.
                const qint64 asked = std::min(msIn(value), now);
                if (now - asked < windowMs)
                    recent.append(asked);
            }
            if (recent.size() >= authority.requests) {
                reason = QStringLiteral("budget of %1 requests in %2 minutes is used up until %3")
                             .arg(authority.requests)
                             .arg(authority.minutes)
                             .arg(isoVietnam(msIn(recent.at(recent.size() - authority.requests)) +
                                             windowMs));
            } else {
                recent.append(now);
            }
            own[askedKey] = recent;
        }
        if (reason.isEmpty() && own[failuresKey].toInt() > 0)
            own[restsUntilKey] = now + trialMs;
        if (!own.isEmpty())
            all[keyOf(authority)] = own;
    });
    // A full disk keeps nobody from stamping; the state lives on in this process.
    static_cast<void>(kept);
    return reason;
}

void AuthorityRest::succeeded(const TimestampAuthority &authority)
{
    static_cast<void>(m_state.change([&](QJsonObject &all) {
        QJsonObject own = all[keyOf(authority)].toObject();
        for (const auto &key : {failuresKey, restsUntilKey, causeKey})
            own.remove(key);
        if (own.isEmpty())
            all.remove(keyOf(authority));
        else
            all[keyOf(authority)] = own;
    }));
}

void AuthorityRest::failed(const TimestampAuthority &authority, const Error &error,
                           int retryAfterSeconds)
{
    static_cast<void>(m_state.change([&](QJsonObject &all) {
        QJsonObject own = all[keyOf(authority)].toObject();
        const int failures = std::min(own[failuresKey].toInt() + 1, 16);
        const qint64 doubled = std::min(firstRestMs << (failures - 1), longestRestMs);
        const qint64 wished = std::min(retryAfterSeconds * 1000LL, longestWishMs);
        own[failuresKey] = failures;
        own[restsUntilKey] = m_clock.nowMs() + std::max(doubled, wished);
        own[causeKey] = error.detail.left(longestCause);
        all[keyOf(authority)] = own;
    }));
}

}  // namespace station::signing
