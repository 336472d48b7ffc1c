#include "tests/scanner/support.h"
#include "tests/scanner/vscan/device.h"
#include "tests/support/catch.h"

#include <QStringList>

#include <chrono>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace vscan::testing;
using namespace station::scanner::testing;
using namespace Qt::StringLiterals;

// Each action of the fault script, in each call in which it can happen.

namespace {

struct Named {
    const char *word;
    SANE_Status status;
};

constexpr Named statuses[] = {
    {"unsupported", SANE_STATUS_UNSUPPORTED},
    {"cancelled", SANE_STATUS_CANCELLED},
    {"busy", SANE_STATUS_DEVICE_BUSY},
    {"invalid", SANE_STATUS_INVAL},
    {"eof", SANE_STATUS_EOF},
    {"jammed", SANE_STATUS_JAMMED},
    {"no-docs", SANE_STATUS_NO_DOCS},
    {"cover-open", SANE_STATUS_COVER_OPEN},
    {"io-error", SANE_STATUS_IO_ERROR},
    {"no-mem", SANE_STATUS_NO_MEM},
    {"access-denied", SANE_STATUS_ACCESS_DENIED},
};

QString script(const QString &line)
{
    return u"type = adf\nfault = "_s + line;
}

/// The markers that lie there, which are then taken away.
QStringList takenMarkers(const Device &device)
{
    QStringList taken;
    for (const auto &marker : {u"jammed"_s, u"cover-open"_s}) {
        if (device.has(marker)) {
            device.unmark(marker);
            taken.append(marker);
        }
    }
    return taken;
}

/// How a process ends that does this to the device. It must not return.
template <typename Deed>
int endOf(Deed deed)
{
    const pid_t child = ::fork();
    if (child == 0) {
        std::signal(SIGABRT, SIG_DFL);  // else the test program reports it as its own
        deed();
        ::_exit(99);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    return status;
}

}  // namespace

TEST_CASE("open and start and control return each status once", "[vscan]")
{
    const auto &[word, status] = GENERATE(from_range(std::begin(statuses), std::end(statuses)));
    CAPTURE(word);
    const QString name = QString::fromLatin1(word);
    const Device device(script(u"open * %1 once"_s.arg(name)));
    device.load(1, 1);
    const auto expected =
        name == u"jammed"_s || name == u"cover-open"_s ? QStringList{name} : QStringList{};
    CHECK(statusOfOpen(device) == status);
    CHECK(takenMarkers(device) == expected);
    Opened opened(device);
    opened.chooseSmallPage();
    device.setIni(script(u"start 1 %1 once"_s.arg(name)));
    CHECK(opened.session().start() == status);
    CHECK(takenMarkers(device) == expected);
    CHECK(device.sheetsIn(u"output"_s) == 0);
    CHECK(pageIn(opened.frame()) == 1);
    opened.close();
    device.setIni(script(u"control * %1 once"_s.arg(name)));
    SANE_Status ignored = SANE_STATUS_GOOD;
    const auto session = vscan::Session::open(device.folder(), ignored);
    REQUIRE(session);
    SANE_Word value = 0;
    CHECK(session->control(0, SANE_ACTION_GET_VALUE, &value, nullptr) == status);
    CHECK(session->control(0, SANE_ACTION_GET_VALUE, &value, nullptr) == SANE_STATUS_GOOD);
}

TEST_CASE("a read fails at its percentage of its page", "[vscan]")
{
    const auto &[word, status] = GENERATE(from_range(std::begin(statuses), std::end(statuses)));
    const int percent = GENERATE(0, 40, 100);
    CAPTURE(word, percent);
    const Device device(script(u"read 2 %1 %2"_s.arg(QString::fromLatin1(word)).arg(percent)));
    device.load(1, 2);
    Opened opened(device);
    opened.chooseSmallPage();
    CHECK(pageIn(opened.frame()) == 1);
    REQUIRE(opened.session().start() == SANE_STATUS_GOOD);
    const auto failed = opened.read(1000);
    CHECK(failed.status == status);
    CHECK(failed.bytes == pageBytes(2).substr(0, pageBytes(2).size() * std::size_t(percent) / 100));
    CHECK(device.sheetsIn(u"output"_s) == 2);
}

TEST_CASE("a start that failed does not count as a side", "[vscan]")
{
    const Device device(script(u"start 2 busy once\nfault = read 2 io-error 0"_s));
    device.load(1, 2);
    Opened opened(device);
    opened.chooseSmallPage();
    CHECK(pageIn(opened.frame()) == 1);
    CHECK(opened.session().start() == SANE_STATUS_DEVICE_BUSY);
    REQUIRE(opened.session().start() == SANE_STATUS_GOOD);
    CHECK(opened.read().status == SANE_STATUS_IO_ERROR);
}

TEST_CASE("a livelock reads nothing for ever until it is cancelled", "[vscan]")
{
    const Device device(script(u"read 1 livelock 50"_s));
    device.load(1, 1);
    Opened opened(device);
    opened.chooseSmallPage();
    REQUIRE(opened.session().start() == SANE_STATUS_GOOD);
    std::size_t got = 0;
    SANE_Byte bytes[4096];
    SANE_Int length = 1;
    while (length > 0) {
        REQUIRE(opened.session().read(bytes, sizeof bytes, length) == SANE_STATUS_GOOD);
        got += static_cast<std::size_t>(length);
    }
    CHECK(got == pageBytes(1).size() / 2);
    for (int i = 0; i < 1000; ++i) {
        length = -1;
        REQUIRE(opened.session().read(bytes, sizeof bytes, length) == SANE_STATUS_GOOD);
        REQUIRE(length == 0);
    }
    opened.session().cancel();
    CHECK(opened.session().read(bytes, sizeof bytes, length) == SANE_STATUS_CANCELLED);
}

TEST_CASE("a delay waits and then goes on", "[vscan]")
{
    const auto moment = GENERATE(u"start 1"_s, u"read 1"_s, u"cancel 1"_s, u"close 1"_s);
    CAPTURE(moment);
    const Device device(script(moment + u" delay 60"_s));
    device.load(1, 1);
    const auto begin = std::chrono::steady_clock::now();
    {
        Opened opened(device);
        opened.chooseSmallPage();
        CHECK(pageIn(opened.frame()) == 1);
        if (moment.startsWith(u"cancel"_s))
            opened.session().cancel();
    }
    CHECK(std::chrono::steady_clock::now() - begin >= std::chrono::milliseconds(60));
}

TEST_CASE("a double feed is a jam with a sensor", "[vscan]")
{
    const auto line = GENERATE(u"start 1 double-feed"_s, u"read 1 double-feed 20"_s);
    const Device device(script(line));
    device.load(1, 1);
    Opened opened(device);
    opened.chooseSmallPage();
    auto status = opened.session().start();
    if (status == SANE_STATUS_GOOD)
        status = opened.read().status;
    CHECK(status == SANE_STATUS_JAMMED);
    CHECK(opened.number("double-feed") == SANE_TRUE);
}

TEST_CASE("close and cancel leave what they say behind", "[vscan]")
{
    const auto [line, marker] = GENERATE(table<QString, QString>({
        {u"close * jammed"_s, u"jammed"_s},
        {u"close 1 unplug"_s, u"unplugged"_s},
        {u"cancel 1 cover-open"_s, u"cover-open"_s},
        {u"cancel * double-feed"_s, u"double-feed"_s},
    }));
    const Device device(script(line));
    device.load(1, 1);
    Opened opened(device);
    opened.chooseSmallPage();
    CHECK(pageIn(opened.frame()) == 1);
    CHECK_FALSE(device.has(marker));
    opened.session().cancel();
    opened.close();
    CHECK(device.has(marker));
}

TEST_CASE("a crash happens in the call that the script names", "[vscan]")
{
    const auto moment = GENERATE(u"open *"_s, u"control *"_s, u"start 1"_s, u"read 1"_s,
                                 u"cancel 1"_s, u"close 1"_s);
    const auto [action, isRight] = GENERATE(table<QString, bool (*)(int)>({
        {u"crash"_s, [](int end) { return WIFSIGNALED(end) && WTERMSIG(end) == SIGSEGV; }},
        {u"abort"_s, [](int end) { return WIFSIGNALED(end) && WTERMSIG(end) == SIGABRT; }},
        {u"exit"_s, [](int end) { return WIFEXITED(end) && WEXITSTATUS(end) == 3; }},
    }));
    CAPTURE(moment, action);
    const Device device(script(moment + u' ' + action + u" once"_s));
    device.load(1, 2);
    const int end = endOf([&] {
        SANE_Status status = SANE_STATUS_GOOD;
        auto session = vscan::Session::open(device.folder(), status);
        SANE_Word value = 0;
        (void)session->control(0, SANE_ACTION_GET_VALUE, &value, nullptr);
        (void)session->start();
        SANE_Byte bytes[64];
        SANE_Int length = 0;
        (void)session->read(bytes, sizeof bytes, length);
        session->cancel();
    });
    CHECK(isRight(end));
    // Once only, and the lock went with the process.
    Opened opened(device);
    opened.chooseSmallPage();
    CHECK(opened.pages().size() ==
          (moment.startsWith(u"open"_s) || moment.startsWith(u"control"_s) ||
                   moment.startsWith(u"start"_s)
               ? 2
               : 1));
}

TEST_CASE("a hang that nobody can cancel ends with SIGKILL alone", "[vscan]")
{
    const auto action = GENERATE(u"hang-hard"_s, u"spin"_s);
    const Device device(script(u"start 1 "_s + action));
    device.load(1, 1);
    const pid_t child = ::fork();
    if (child == 0) {
        SANE_Status status = SANE_STATUS_GOOD;
        auto session = vscan::Session::open(device.folder(), status);
        (void)session->start();
        ::_exit(99);
    }
    ::usleep(50'000);
    int status = 0;
    CHECK(::waitpid(child, &status, WNOHANG) == 0);
    ::kill(child, SIGKILL);
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(WIFSIGNALED(status));
    CHECK(statusOfOpen(device) == SANE_STATUS_GOOD);
}
