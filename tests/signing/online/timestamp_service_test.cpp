#include "signing/online/timestamp_service.h"

#include "core/base/durable_file.h"
#include "signing/cms/digest.h"
#include "signing/online/clock_check.h"
#include "tests/signing/online/fixed_clock.h"
#include "tests/signing/support/loopback_services.h"
#include "tests/support/catch.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <thread>

using namespace station;
using namespace station::signing;
using namespace Qt::StringLiterals;

namespace {

const QByteArray digest = digestOf({"một văn bản"});

/// The services with a station that knows one or both of the authorities.
struct World {
    TimestampOptions options(int authorities = 1)
    {
        TimestampOptions made{.http = {.connectTimeoutMs = 1000, .totalTimeoutMs = 2000},
                              .anchors = {services.authority().root().der()},
                              .policy = stationPolicy(),
                              .stateFile = folder.filePath(u"state/timestamps.json"_s)};
        made.authorities.push_back({.name = u"vgca"_s, .url = services.tsaUrl()});
        if (authorities > 1)
            made.authorities.push_back({.name = u"second"_s, .url = services.secondTsaUrl()});
        return made;
    }
    Expected<TimestampAnswer> stamp(const TimestampOptions &with, int patienceMs = 5000)
    {
        return TimestampService(with, clock).stamp(digest, patienceMs);
    }
    Expected<TimestampAnswer> stamp() { return stamp(options()); }
    void pass(qint64 ms)
    {
        clock.ms += ms;
        services.setTime(clock.ms);
    }

    QTemporaryDir folder{};
    LoopbackServices services{};
    FixedClock clock{};
};

}  // namespace

TEST_CASE("A time stamp comes with the authority's name and our clock's offset", "[tsa]")
{
    World world;
    world.services.setTime(world.clock.ms + 20'000);
    const auto answer = world.stamp();
    if (!answer)
        FAIL(answer.error().detail.toStdString());
    CHECK(answer->authority == u"vgca"_s);
    CHECK(answer->token.imprint == digest);
    CHECK(answer->token.timeMs == world.clock.ms + 20'000);
    CHECK(answer->clockOffsetMs == -20'000);
    CHECK(answer->roundTripMs >= 0);
    CHECK(answer->token.nonce.size() == 8);
    CHECK(world.stamp()->token.nonce != answer->token.nonce);
}

TEST_CASE("Each fault of an authority keeps its own cause", "[tsa]")
{
    World world;
    struct Row {
        Trouble trouble;
        Fault fault;
        QString words;
    };
    const Row rows[] = {
        {Trouble::Silent, Fault::NetworkDown, u"timed out"_s},
        {Trouble::SlowDrip, Fault::NetworkDown, u"timed out"_s},
        {Trouble::Closed, Fault::NetworkDown, u"Empty reply"_s},
        {Trouble::Truncated, Fault::NetworkDown, u"bytes remaining"_s},
        {Trouble::HalfBody, Fault::ServiceAnswerInvalid, u"not a whole TimeStampResp"_s},
        {Trouble::TooLong, Fault::ServiceAnswerInvalid, u"not a whole TimeStampResp"_s},
        {Trouble::NoHttp, Fault::ServiceAnswerInvalid, u"HTTP/0.9"_s},
        {Trouble::LoginPage, Fault::ServiceAnswerInvalid,
         u"text/html instead of application/timestamp-reply (a login page?)"_s},
        {Trouble::Redirect, Fault::ServiceRefused, u"HTTP 302 (redirects are not followed)"_s},
        {Trouble::TooManyRequests, Fault::ServiceRefused, u"HTTP 429, Retry-After 120 s"_s},
        {Trouble::Forbidden, Fault::ServiceRefused, u"HTTP 403"_s},
        {Trouble::OutOfOrder, Fault::ServiceRefused, u"HTTP 503"_s},
        {Trouble::Rejected, Fault::ServiceRefused, u"time stamp refused, status 2, badAlg"_s},
        {Trouble::Forged, Fault::ServiceAnswerInvalid, u"signature of the token is wrong"_s},
        {Trouble::WrongNonce, Fault::ServiceAnswerInvalid, u"nonce is not ours"_s},
        {Trouble::WrongImprint, Fault::ServiceAnswerInvalid, u"imprint is not ours"_s},
        {Trouble::WrongPurpose, Fault::ServiceAnswerInvalid, u"not for time stamps alone"_s},
        {Trouble::ExpiredSigner, Fault::ServiceAnswerInvalid,
         u"time-stamp authority not trusted: "_s},
        {Trouble::NoCertificate, Fault::ServiceAnswerInvalid, u"signer's certificate is missing"_s},
        {Trouble::Sha1, Fault::ServiceAnswerInvalid, u"digest of the signature too weak"_s},
        {Trouble::Stranger, Fault::ServiceAnswerInvalid, u"time-stamp authority not trusted: "_s},
        {Trouble::WrongTime, Fault::ClockWrong, u"-600 s off"_s},
    };
    for (const auto &row : rows) {
        world.services.fail(Service::Tsa, row.trouble);
        auto options = world.options();
        options.stateFile.clear();  // nobody rests here
        options.http.totalTimeoutMs = 300;
        const auto answer = world.stamp(options);
        CAPTURE(row.words);
        REQUIRE_FALSE(answer);
        CAPTURE(answer.error().detail);
        CHECK(answer.error().fault == row.fault);
        CHECK(answer.error().detail.contains(row.words));
        CHECK(answer.error().subject == u"vgca"_s);
    }
}

TEST_CASE("Nobody is trusted without anchors or without a policy", "[tsa]")
{
    World world;
    auto options = world.options();
    options.stateFile.clear();
    options.anchors.clear();
    CHECK(world.stamp(options).error().detail.contains(u"not trusted"_s));
    options = world.options();
    options.stateFile.clear();
    options.policy = {};
    CHECK(world.stamp(options).error().detail.contains(u"refused by policy"_s));
}

TEST_CASE("The second authority stamps when the first fails", "[tsa]")
{
    World world;
    world.services.fail(Service::Tsa, Trouble::OutOfOrder);
    const auto answer = world.stamp(world.options(2));
    REQUIRE(answer);
    CHECK(answer->authority == u"second"_s);
    CHECK(world.services.requests(Service::Tsa) == 1);

    // The first rests now: another program does not ask it at all.
    REQUIRE(world.stamp(world.options(2)));
    CHECK(world.services.requests(Service::Tsa) == 1);
    CHECK(world.services.requests(Service::SecondTsa) == 2);
}

TEST_CASE("An authority that hangs leaves time for the one behind it", "[tsa]")
{
    World world;
    world.services.fail(Service::Tsa, Trouble::Silent);
    const auto answer = world.stamp(world.options(2), 1500);
    REQUIRE(answer);
    CHECK(answer->authority == u"second"_s);
}

TEST_CASE("Patience bounds all authorities together", "[tsa]")
{
    World world;
    world.services.fail(Service::Tsa, Trouble::Silent);
    world.services.fail(Service::SecondTsa, Trouble::SlowDrip);
    QElapsedTimer timer;
    timer.start();
    const auto answer = world.stamp(world.options(2), 600);
    REQUIRE_FALSE(answer);
    CHECK(timer.elapsed() < 3000);  // of 4000 that the two may take otherwise
    CHECK(answer.error().fault == Fault::NetworkDown);
    CHECK(answer.error().detail.contains(u"vgca: "_s));
    CHECK(answer.error().detail.contains(u"second: "_s));
}

TEST_CASE("Stopping ends a stamp at once and lets nobody rest", "[tsa]")
{
    World world;
    world.services.fail(Service::Tsa, Trouble::Silent, 1);
    TimestampService service(world.options(), world.clock);
    std::stop_source stop;
    const std::jthread later([&] {
        while (world.services.requests(Service::Tsa) == 0)
            std::this_thread::yield();
        stop.request_stop();
    });
    const auto answer = service.stamp(digest, 60'000, stop.get_token());
    REQUIRE_FALSE(answer);
    CHECK(answer.error().fault == Fault::Cancelled);
    CHECK(service.stamp(digest, 5000));
}

TEST_CASE("A failing authority rests 1, 2, 4 and at most 30 minutes", "[tsa][breaker]")
{
    World world;
    world.services.fail(Service::Tsa, Trouble::OutOfOrder);
    for (const int minutes : {1, 2, 4, 8, 16, 30, 30}) {
        CAPTURE(minutes);
        const int before = world.services.requests(Service::Tsa);
        REQUIRE_FALSE(world.stamp());
        CHECK(world.services.requests(Service::Tsa) == before + 1);
        world.pass(minutes * 60'000 - 1000);
        const auto resting = world.stamp();
        CHECK(world.services.requests(Service::Tsa) == before + 1);
        REQUIRE_FALSE(resting);
        CHECK(resting.error().fault == Fault::ServiceRefused);
        CHECK(resting.error().detail.contains(u"rests until"_s));
        CHECK(resting.error().detail.contains(u"HTTP 503"_s));
        world.pass(1000);
    }
    world.services.fail(Service::Tsa, Trouble::None);
    REQUIRE(world.stamp());
    world.services.fail(Service::Tsa, Trouble::OutOfOrder);
    REQUIRE_FALSE(world.stamp());
    world.pass(60'000);  // one minute again
    world.services.fail(Service::Tsa, Trouble::None);
    CHECK(world.stamp());
}

TEST_CASE("Retry-After is kept, also over two programs", "[tsa][breaker]")
{
    World world;
    world.services.fail(Service::Tsa, Trouble::TooManyRequests, 1);
    REQUIRE_FALSE(world.stamp());
    world.pass(119'000);
    CHECK_FALSE(world.stamp());
    CHECK(world.services.requests(Service::Tsa) == 1);
    world.pass(1000);
    CHECK(world.stamp());
}

TEST_CASE("A budget is a sliding window over all programs", "[tsa][budget]")
{
    World world;
    auto options = world.options();
    options.authorities[0].requests = 3;
    options.authorities[0].minutes = 10;
    for (int i = 0; i < 3; ++i) {
        REQUIRE(world.stamp(options));
        world.pass(60'000);
    }
    const auto refused = world.stamp(options);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fault == Fault::ServiceRefused);
    CHECK(refused.error().detail.contains(u"budget of 3 requests in 10 minutes"_s));
    CHECK(world.services.requests(Service::Tsa) == 3);
    world.pass(7 * 60'000);  // the first one leaves the window
    CHECK(world.stamp(options));
    CHECK_FALSE(world.stamp(options));
    CHECK(world.services.requests(Service::Tsa) == 4);
}

TEST_CASE("Programs that stamp at the same time share one budget", "[tsa][budget]")
{
    World world;
    auto options = world.options();
    options.authorities[0].requests = 10;
    options.authorities[0].minutes = 10;
    std::atomic<int> stamped = 0;
    {
        std::vector<std::jthread> programs;
        for (int i = 0; i < 4; ++i)
            programs.emplace_back([&] {
                TimestampService service(options, world.clock);  // a lock of its own
                for (int j = 0; j < 5; ++j)
                    stamped += service.stamp(digest, 5000).has_value() ? 1 : 0;
            });
    }
    CHECK(stamped == 10);
    CHECK(world.services.requests(Service::Tsa) == 10);
}

TEST_CASE("A clock that was set back frees no budget and blocks nobody for long", "[tsa][budget]")
{
    World world;
    auto options = world.options();
    options.authorities[0].requests = 1;
    options.authorities[0].minutes = 10;
    REQUIRE(world.stamp(options));
    world.pass(-22 * 3'600'000);
    CHECK_FALSE(world.stamp(options));  // counted as asked just now
    world.pass(10 * 60'000);
    CHECK(world.stamp(options));

    world.services.fail(Service::Tsa, Trouble::OutOfOrder, 1);
    world.pass(10 * 60'000);
    CHECK_FALSE(world.stamp(options));
    world.pass(-20LL * 86'400'000);  // what rested until then would rest for weeks
    CHECK(world.stamp(options).error().detail.contains(u"budget"_s));
    world.pass(10 * 60'000);
    CHECK(world.stamp(options));
}

TEST_CASE("The state holds neither addresses nor the digest", "[tsa]")
{
    World world;
    world.services.fail(Service::Tsa, Trouble::OutOfOrder);
    REQUIRE_FALSE(world.stamp());
    const auto state = readWhole(world.options().stateFile);
    REQUIRE(state);
    CHECK(state->contains("HTTP 503"));
    CHECK_FALSE(state->contains("127.0.0.1"));
    CHECK_FALSE(state->contains(digest.toHex()));
    CHECK(QFile::permissions(world.options().stateFile) ==
          (QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser));
}

TEST_CASE("A damaged state file counts as empty and is written anew", "[tsa]")
{
    World world;
    REQUIRE(writeDurably(world.options().stateFile, "{\"a\": [1, 2"));
    CHECK(world.stamp());
    world.services.fail(Service::Tsa, Trouble::OutOfOrder);
    REQUIRE_FALSE(world.stamp());
    CHECK(world.stamp().error().detail.contains(u"rests until"_s));
}

TEST_CASE("Stamping goes through the proxy with its login", "[tsa][proxy]")
{
    World world;
    world.services.setProxyLogin("tram:bi mat");
    auto options = world.options();
    options.stateFile.clear();
    options.http.proxy = world.services.proxyUrl();
    const auto refused = world.stamp(options);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fault == Fault::ProxyRefused);
    CHECK(refused.error().detail.contains(u"HTTP 407"_s));

    options.http.proxyLoginFile = world.folder.filePath(u"login"_s);
    REQUIRE(writeDurably(options.http.proxyLoginFile, "tram:bi mat\n"));
    CHECK(world.stamp(options));
    CHECK(world.services.proxied() == 1);
    CHECK(world.services.requests(Service::Tsa) == 1);
}

TEST_CASE("A clock that is far off is nobody's failure, and is remembered", "[tsa][clock]")
{
    World world;
    ClockCheck check(world.folder.filePath(u"clock.json"_s), world.clock);
    auto options = world.options();
    options.clockCheck = &check;
    world.services.setTime(world.clock.ms - 10 * 60'000);
    const auto answer = world.stamp(options);
    REQUIRE_FALSE(answer);
    CHECK(answer.error().fault == Fault::ClockWrong);
    CHECK(check.state().verdict == ClockVerdict::Wrong);

    // The clock is put right: it shows at once, and no authority rests.
    world.clock.ms -= 10 * 60'000;
    CHECK(check.state().verdict == ClockVerdict::Good);
    CHECK(world.stamp(options));
}
