#include "core/sync/retry_policy.h"
#include "tests/support/catch.h"

using namespace station;
using namespace station::sync;

TEST_CASE("a silent repository stops the station and is probed every 15 s at the latest", "[sync]")
{
    const auto fault = GENERATE(Fault::RepositoryDown, Fault::TimedOut, Fault::NetworkDown);
    qint64 before = 0;
    for (int failures = 1; failures <= 60; ++failures) {
        const auto retry = retryAfter(fault, failures, 1.0);
        CHECK(retry.scope == RetryScope::Station);
        CHECK_FALSE(retry.dead);
        CHECK(retry.waitMs >= before);
        CHECK(retry.waitMs <= 15'000);
        before = retry.waitMs;
    }
    CHECK(retryAfter(fault, 1, 1.0).waitMs == 1'000);
    CHECK(retryAfter(fault, 2, 1.0).waitMs == 2'000);
    CHECK(before == 15'000);
}

TEST_CASE("stations that failed together do not come back together", "[sync]")
{
    CHECK(retryAfter(Fault::RepositoryDown, 4, 0.0).waitMs == 4'000);
    CHECK(retryAfter(Fault::RepositoryDown, 4, 0.5).waitMs == 6'000);
    CHECK(retryAfter(Fault::RepositoryDown, 4, 1.0).waitMs == 8'000);
}

TEST_CASE("a wrong login is tried ever more seldom and at least once an hour", "[sync]")
{
    const auto fault = GENERATE(Fault::RepositoryRefused, Fault::ClockWrong);
    CHECK(retryAfter(fault, 1, 1.0).waitMs == 30'000);
    const auto late = retryAfter(fault, 50, 1.0);
    CHECK(late.scope == RetryScope::Station);
    CHECK_FALSE(late.dead);
    CHECK(late.waitMs == longestWaitMs);
}

TEST_CASE("a portal's refused login stops its target and waits for a person at once", "[sync]")
{
    const auto retry = retryAfter(Fault::PortalLoginRefused, 1, 0);
    CHECK(retry.dead);
    CHECK(retry.scope == RetryScope::Station);
}

TEST_CASE("a full repository or disk never drops anything", "[sync]")
{
    const auto fault = GENERATE(Fault::RepositoryFull, Fault::StorageFull);
    for (int failures = 1; failures <= 100; ++failures)
        CHECK_FALSE(retryAfter(fault, failures, 0.3).dead);
}

TEST_CASE("bytes that arrive otherwise are sent three times and then wait for a person", "[sync]")
{
    CHECK_FALSE(retryAfter(Fault::RepositoryDamaged, 1, 0).dead);
    CHECK_FALSE(retryAfter(Fault::RepositoryDamaged, 2, 0).dead);
    const auto third = retryAfter(Fault::RepositoryDamaged, 3, 0);
    CHECK(third.dead);
    CHECK(third.scope == RetryScope::Dossier);
}

TEST_CASE("what no waiting can mend waits for a person at once and holds up nobody else", "[sync]")
{
    const auto fault =
        GENERATE(Fault::Conflict, Fault::FileMissing, Fault::StorageFailed, Fault::Internal);
    const auto retry = retryAfter(fault, 1, 0);
    CHECK(retry.dead);
    CHECK(retry.scope == RetryScope::Dossier);
    CHECK_FALSE(goesOnByItself(fault));
}

TEST_CASE("the clerk's work is done only when the hand-over goes on by itself", "[sync]")
{
    CHECK(goesOnByItself(Fault::RepositoryDown));
    CHECK(goesOnByItself(Fault::NetworkLogin));
    CHECK(goesOnByItself(Fault::RepositoryFull));
    CHECK(goesOnByItself(Fault::StorageInUse));
    // The plan itself may be missing.
    CHECK_FALSE(goesOnByItself(Fault::StorageFull));
    CHECK_FALSE(goesOnByItself(Fault::WrongOrder));
    CHECK_FALSE(goesOnByItself(Fault::ProofPending));
}
