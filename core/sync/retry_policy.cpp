#include "core/sync/retry_policy.h"

#include "core/base/error_code.h"

#include <QRandomGenerator>

#include <algorithm>

namespace station::sync {
namespace {

constexpr int attemptsWithDamage = 3;

/// Between half of and the whole of `firstMs`, doubled with each failure up to `capMs`. Not from
/// zero: a counter's network is not served by hammering it.
qint64 backOff(qint64 firstMs, qint64 capMs, int failures, double luck)
{
    constexpr int mostDoublings = 20;
    const qint64 whole = std::min(capMs, firstMs << std::clamp(failures - 1, 0, mostDoublings));
    return whole / 2 + static_cast<qint64>(static_cast<double>(whole) / 2 * luck);
}

}  // namespace

Retry retryAfter(Fault fault, int failures, double luck)
{
    const auto station = [&](qint64 firstMs, qint64 capMs) {
        return Retry{RetryScope::Station, false, backOff(firstMs, capMs, failures, luck)};
    };
    switch (fault) {
    case Fault::RepositoryDown:
    case Fault::NetworkDown:
    case Fault::ServiceRefused:
    case Fault::TimedOut:
        return station(1'000, 15'000);
    case Fault::NetworkLogin:
    case Fault::ProxyRefused:
        return station(15'000, 60'000);
    case Fault::RepositoryRefused:
    case Fault::RepositoryUnfit:
    case Fault::ClockWrong:
    case Fault::KeyUnavailable:
        return station(30'000, longestWaitMs);
    case Fault::RepositoryFull:
    case Fault::StorageFull:
        return station(60'000, 900'000);
    case Fault::RepositoryDamaged:
    case Fault::ServiceAnswerInvalid:
        return {RetryScope::Dossier, failures >= attemptsWithDamage,
                backOff(5'000, 300'000, failures, luck)};
    case Fault::PortalLoginRefused:
        return {RetryScope::Station, true, 0};
    case Fault::Cancelled:
        return {RetryScope::Station, false, 0};
    default:
        return {RetryScope::Dossier, true, 0};
    }
}

bool goesOnByItself(Fault fault)
{
    // Where the station's own disk or key fails, the plan itself may not have been written.
    if (fault == Fault::StorageFull || fault == Fault::KeyUnavailable)
        return false;
    return fault == Fault::StorageInUse || !retryAfter(fault, 1, 0).dead;
}

store::RetryWait waitAfter(store::RetryWait wait, const Error &error, qint64 nowMs)
{
    if (wait.failures == 0)
        wait.sinceMs = nowMs;
    // Hours without an answer say nothing about damage that is met afterwards.
    const QString fault = errorCode(error.fault);
    wait.failures = wait.fault == fault ? wait.failures + 1 : 1;
    const auto retry = retryAfter(error.fault, wait.failures, luck());
    wait.nextAtMs = retry.scope == RetryScope::Dossier ? nowMs + retry.waitMs : 0;
    wait.fault = fault;
    wait.detail = error.detail;
    wait.dead = retry.dead;
    return wait;
}

qint64 msUntilDue(const store::RetryWait &wait, qint64 nowMs)
{
    const qint64 ms = wait.nextAtMs - nowMs;
    return ms <= 0 || ms > longestWaitMs ? 0 : ms;
}

double luck()
{
    return QRandomGenerator::global()->generateDouble();
}

}  // namespace station::sync
