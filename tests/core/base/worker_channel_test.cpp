#include "core/base/worker_channel.h"

#include "tests/support/catch.h"

#include <QElapsedTimer>
#include <QFile>

#include <csignal>
#include <sys/resource.h>
#include <thread>

using namespace station;

TEST_CASE("a helper that echoes gives the message back", "[base]")
{
    auto helper = WorkerChannel::start(QStringLiteral("/bin/cat"), {});
    REQUIRE(helper);
    REQUIRE(helper->send({{QStringLiteral("câu"), QStringLiteral("hỏi")}}));
    const auto answer = helper->receive(2000);
    REQUIRE(answer);
    CHECK(answer->value(QStringLiteral("câu")).toString() == QStringLiteral("hỏi"));
}

TEST_CASE("a silent helper is a time-out, a dead one is a death", "[base]")
{
    auto helper = WorkerChannel::start(QStringLiteral("/bin/cat"), {});
    REQUIRE(helper);
    const auto nothing = helper->receive(100);
    REQUIRE_FALSE(nothing);
    CHECK(nothing.error().fault == Fault::TimedOut);

    ::kill(helper->pid(), SIGKILL);
    const auto dead = helper->receive(2000);
    REQUIRE_FALSE(dead);
    CHECK(dead.error().fault == Fault::WorkerDied);
}

TEST_CASE("whoever waits for a helper sleeps until it answers or a stop is asked for", "[base]")
{
    auto helper = WorkerChannel::start(QStringLiteral("/bin/cat"), {});
    REQUIRE(helper);
    std::stop_source source;
    const auto sleeps = [] {
        rusage usage{};
        ::getrusage(RUSAGE_THREAD, &usage);
        return usage.ru_nvcsw;
    };
    const auto before = sleeps();
    CHECK(helper->receive(400, source.get_token()).error().fault == Fault::TimedOut);
    CHECK(sleeps() - before <= 3);

    QElapsedTimer timer;
    timer.start();
    const std::jthread impatient([&] { source.request_stop(); });
    CHECK(helper->receive(60'000, source.get_token()).error().fault == Fault::Cancelled);
    CHECK(timer.elapsed() < 10'000);
}

TEST_CASE("a helper that ignores the end of its input is killed with its owner", "[base]")
{
    pid_t pid = -1;
    QElapsedTimer timer;
    timer.start();
    {
        auto helper = WorkerChannel::start(QStringLiteral("/bin/sleep"), {QStringLiteral("60")});
        REQUIRE(helper);
        pid = helper->pid();
    }
    CHECK(timer.elapsed() < 10'000);
    CHECK_FALSE(QFile::exists(QStringLiteral("/proc/%1").arg(pid)));
}

TEST_CASE("a program that does not exist is a death at start or at once after", "[base]")
{
    auto helper = WorkerChannel::start(QStringLiteral("/nonexistent/helper"), {});
    const auto fault = helper ? helper->receive(2000).error().fault : helper.error().fault;
    CHECK(fault == Fault::WorkerDied);
}
