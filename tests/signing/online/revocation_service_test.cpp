#include "signing/online/revocation_service.h"

#include "core/base/durable_file.h"
#include "signing/evidence/chain.h"
#include "tests/signing/online/fixed_clock.h"
#include "tests/signing/support/loopback_services.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QTemporaryDir>

#include <thread>

using namespace station;
using namespace station::signing;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 hourMs = 3'600'000;

struct World {
    RevocationService service() { return RevocationService(options, clock); }
    /// By a program that has just started.
    Expected<RevocationAnswer> ask(qint64 newerThanMs = 0)
    {
        return service().ask(clerk, services.authority().issuer(), newerThanMs);
    }
    void pass(qint64 ms)
    {
        clock.ms += ms;
        services.setTime(clock.ms);
    }

    QTemporaryDir folder{};
    LoopbackServices services{};
    FixedClock clock{};
    Certificate clerk = services.authority().issue().certificate;
    RevocationOptions options{.http = {.connectTimeoutMs = 1000, .totalTimeoutMs = 800},
                              .cacheFolder = folder.filePath(u"cache"_s)};
};

}  // namespace

TEST_CASE("OCSP tells whether a certificate is good, with our nonce", "[revocation]")
{
    World world;
    const auto good = world.ask();
    if (!good)
        FAIL(good.error().detail.toStdString());
    CHECK(good->state == RevocationState::Good);
    CHECK(good->isOcsp);
    CHECK(good->hasNonce);
    CHECK(world.services.requests(Service::Crl) == 0);
}

TEST_CASE("Revoked clerks, time-stamp authorities and issuers are found", "[revocation]")
{
    World world;
    auto &authority = world.services.authority();
    const auto stamper = authority.timestamper().certificate;
    authority.revoke(world.clerk, sampleTimeMs + 30'000, 4);
    authority.revoke(stamper, sampleTimeMs + 30'000);
    authority.revoke(authority.issuer(), sampleTimeMs + 30'000);
    auto service = world.service();
    const auto clerk = service.ask(world.clerk, authority.issuer());
    REQUIRE(clerk);
    CHECK(clerk->state == RevocationState::Revoked);
    CHECK(clerk->reason == 4);
    CHECK(clerk->revokedAtMs == sampleTimeMs + 30'000);
    CHECK(service.ask(stamper, authority.issuer())->state == RevocationState::Revoked);
    CHECK(service.ask(authority.issuer(), authority.root())->state == RevocationState::Revoked);

    world.services.fail(Service::Ocsp, Trouble::Closed);
    world.options.cacheFolder.clear();
    const auto list = world.ask();
    REQUIRE(list);
    CHECK_FALSE(list->isOcsp);
    CHECK(list->state == RevocationState::Revoked);
}

TEST_CASE("A certificate without addresses is not askable", "[revocation]")
{
    World world;
    const auto silent = world.services.authority().issue({.askable = false}).certificate;
    CHECK_FALSE(isAskable(silent));
    CHECK_FALSE(isAskable(world.services.authority().root()));
    CHECK(isAskable(world.clerk));
    auto service = world.service();
    CHECK(service.ask(silent, world.services.authority().issuer()).error().fault ==
          Fault::NothingToDo);
    CHECK(service.issuerOf(silent).error().fault == Fault::NothingToDo);
}

TEST_CASE("The CRL answers for every fault of OCSP", "[revocation]")
{
    World world;
    for (const auto trouble :
         {Trouble::Silent, Trouble::SlowDrip, Trouble::Closed, Trouble::Truncated,
          Trouble::HalfBody, Trouble::TooLong, Trouble::LoginPage, Trouble::Redirect,
          Trouble::TooManyRequests, Trouble::Forbidden, Trouble::OutOfOrder, Trouble::NoHttp,
          Trouble::Forged, Trouble::WrongNonce, Trouble::Rejected, Trouble::Stale, Trouble::Unknown,
          Trouble::NoNextUpdate, Trouble::ForeignResponder}) {
        CAPTURE(static_cast<int>(trouble));
        world.services.fail(Service::Ocsp, trouble);
        const int asked = world.services.requests(Service::Ocsp);
        const auto answer = world.ask();
        REQUIRE(answer);
        CHECK(world.services.requests(Service::Ocsp) == asked + 1);
        CHECK_FALSE(answer->isOcsp);
        CHECK(answer->state == RevocationState::Good);
    }
    // The list came once; after that it was in the cache.
    CHECK(world.services.requests(Service::Crl) == 1);
}

TEST_CASE("When nobody answers well, the cause of each is kept", "[revocation]")
{
    World world;
    struct Row {
        Trouble ocsp;
        Trouble crl;
        Fault fault;
        QString ocspWords;
        QString crlWords;
    };
    const Row rows[] = {
        {Trouble::Closed, Trouble::OutOfOrder, Fault::NetworkDown, u"Empty reply"_s, u"HTTP 503"_s},
        {Trouble::LoginPage, Trouble::LoginPage, Fault::ServiceAnswerInvalid,
         u"text/html instead of application/ocsp-response (a login page?)"_s,
         u"text/html instead of an answer (a login page?)"_s},
        {Trouble::Forged, Trouble::HalfBody, Fault::ServiceAnswerInvalid,
         u"signature of the OCSP response is wrong"_s, u"CRL unreadable"_s},
        {Trouble::WrongNonce, Trouble::TooLong, Fault::ServiceAnswerInvalid, u"another nonce"_s,
         u"CRL unreadable"_s},
        {Trouble::Rejected, Trouble::Stale, Fault::ServiceAnswerInvalid,
         u"OCSP responder refuses: trylater"_s, u"stale answer, ended "_s},
        {Trouble::Stale, Trouble::Forbidden, Fault::ServiceAnswerInvalid, u"stale answer, ended "_s,
         u"HTTP 403"_s},
        {Trouble::NoNextUpdate, Trouble::Redirect, Fault::ServiceAnswerInvalid,
         u"stale answer, ended "_s, u"HTTP 302 (redirects are not followed)"_s},
        {Trouble::TooManyRequests, Trouble::Silent, Fault::ServiceRefused,
         u"HTTP 429, Retry-After 120 s"_s, u"timed out"_s},
    };
    for (const auto &row : rows) {
        world.services.fail(Service::Ocsp, row.ocsp);
        world.services.fail(Service::Crl, row.crl);
        const auto answer = world.ask();
        CAPTURE(row.ocspWords, row.crlWords);
        REQUIRE_FALSE(answer);
        CAPTURE(answer.error().detail);
        CHECK(answer.error().fault == row.fault);
        CHECK(answer.error().subject == u"127.0.0.1"_s);
        CHECK(answer.error().detail.contains(row.ocspWords));
        CHECK(answer.error().detail.contains(row.crlWords));
    }
}

TEST_CASE("Unknown is an answer only when no CRL knows better", "[revocation]")
{
    World world;
    world.services.fail(Service::Ocsp, Trouble::Unknown);
    world.services.fail(Service::Crl, Trouble::OutOfOrder);
    const auto answer = world.ask();
    REQUIRE(answer);
    CHECK(answer->state == RevocationState::Unknown);
    // It is not kept: tomorrow the responder may know.
    world.services.fail(Service::Ocsp, Trouble::None);
    CHECK(world.ask()->state == RevocationState::Good);
}

TEST_CASE("An answer without nonce counts within its window", "[revocation]")
{
    World world;
    world.services.fail(Service::Ocsp, Trouble::NoNonce);
    const auto answer = world.ask();
    REQUIRE(answer);
    CHECK(answer->isOcsp);
    CHECK_FALSE(answer->hasNonce);
}

TEST_CASE("A kept answer serves all programs until its nextUpdate, without network",
          "[revocation][cache]")
{
    World world;
    REQUIRE(world.ask());
    world.services.fail(Service::Ocsp, Trouble::Closed);
    world.services.fail(Service::Crl, Trouble::Closed);
    world.clock.ms += 12 * hourMs;
    REQUIRE(world.ask());
    CHECK(world.services.requests(Service::Ocsp) == 1);

    world.clock.ms += 6 * 60'000;  // past nextUpdate and five minutes
    const auto stale = world.ask();
    REQUIRE_FALSE(stale);
    CHECK(stale.error().fault == Fault::NetworkDown);
    CHECK(world.services.requests(Service::Ocsp) == 2);

    const auto files = QDir(world.options.cacheFolder).entryList(QDir::Files);
    CHECK(files.size() == 1);
    CHECK_FALSE(files[0].contains(world.clerk.serial()));
}

TEST_CASE("A kept answer that was damaged is asked for again", "[revocation][cache]")
{
    World world;
    REQUIRE(world.ask());
    const QDir cache(world.options.cacheFolder);
    const QString file = cache.filePath(cache.entryList(QDir::Files).value(0));
    QByteArray bytes = *readWhole(file);
    bytes.back() = static_cast<char>(bytes.back() ^ 1);
    REQUIRE(writeDurably(file, bytes));
    REQUIRE(world.ask());
    CHECK(world.services.requests(Service::Ocsp) == 2);
}

TEST_CASE("An answer newer than a signature goes past an older kept one", "[revocation][cache]")
{
    World world;
    REQUIRE(world.ask());
    world.pass(hourMs);
    const qint64 signedAtMs = world.clock.ms - 60'000;
    const auto newer = world.ask(signedAtMs);
    REQUIRE(newer);
    CHECK(newer->thisUpdateMs >= signedAtMs);
    REQUIRE(world.ask(signedAtMs));  // kept now
    CHECK(world.services.requests(Service::Ocsp) == 2);

    const auto future = world.ask(world.clock.ms + hourMs);
    REQUIRE_FALSE(future);
    CHECK(future.error().fault == Fault::ServiceAnswerInvalid);
    CHECK(future.error().detail.contains(u"older than asked for"_s));
}

TEST_CASE("An answer from the future is refused", "[revocation]")
{
    World world;
    world.services.setTime(world.clock.ms + 4 * 60'000);
    CHECK(world.ask());
    world.options.cacheFolder.clear();
    world.services.setTime(world.clock.ms + 6 * 60'000);
    const auto answer = world.ask();
    REQUIRE_FALSE(answer);
    CHECK(answer.error().detail.contains(u"answer from the future"_s));
}

TEST_CASE("A responder that hangs is not waited for in every document of a batch", "[revocation]")
{
    World world;
    world.services.fail(Service::Ocsp, Trouble::Silent);
    auto service = world.service();
    for (int i = 0; i < 5; ++i)
        REQUIRE(service.ask(world.clerk, world.services.authority().issuer()));
    CHECK(world.services.requests(Service::Ocsp) == 1);
    CHECK(world.services.requests(Service::Crl) == 1);
}

TEST_CASE("An issuer is fetched from where the certificate says, once", "[revocation]")
{
    World world;
    auto &authority = world.services.authority();
    CHECK(world.service().issuerOf(world.clerk)->der() == authority.issuer().der());
    CHECK(world.service().issuerOf(authority.issuer())->der() == authority.root().der());
    CHECK(world.service().issuerOf(world.clerk));
    CHECK(world.services.requests(Service::CaCertificate) == 2);

    world.options.cacheFolder.clear();
    world.services.fail(Service::CaCertificate, Trouble::LoginPage);
    const auto page = world.service().issuerOf(world.clerk);
    REQUIRE_FALSE(page);
    CHECK(page.error().fault == Fault::ServiceAnswerInvalid);
    CHECK(page.error().detail.contains(u"a login page?"_s));
}

TEST_CASE("A stranger's certificate is not taken for the issuer", "[revocation]")
{
    World world;
    // Names the services of another trust centre with the same names but other keys.
    TestAuthority stranger(world.services.baseUrl());
    const auto clerk = stranger.issue().certificate;
    const auto issuer = world.service().issuerOf(clerk);
    REQUIRE_FALSE(issuer);
    CHECK(issuer.error().detail == u"no certificate that signed this one"_s);
}

TEST_CASE("A question that is stopped ends at once", "[revocation]")
{
    World world;
    world.options.http.totalTimeoutMs = 60'000;
    world.services.fail(Service::Ocsp, Trouble::Silent);
    std::stop_source stop;
    const std::jthread later([&] {
        while (world.services.requests(Service::Ocsp) == 0)
            std::this_thread::yield();
        stop.request_stop();
    });
    const auto answer =
        world.service().ask(world.clerk, world.services.authority().issuer(), 0, stop.get_token());
    REQUIRE_FALSE(answer);
    CHECK(answer.error().fault == Fault::Cancelled);
    CHECK(world.services.requests(Service::Crl) == 0);
}
