#include "scanner/client/hotplug.h"
#include "tests/scanner/support.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>

#include <poll.h>

using namespace station::scanner;
using namespace station::scanner::testing;
using namespace Qt::StringLiterals;

namespace {

/// How often it says that devices have changed within that time.
int changesWithin(Hotplug &hotplug, int ms)
{
    int changes = 0;
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < ms) {
        pollfd ready{hotplug.fd(), POLLIN, 0};
        if (::poll(&ready, 1, static_cast<int>(ms - timer.elapsed())) > 0 && hotplug.drain())
            ++changes;
    }
    return changes;
}

}  // namespace

TEST_CASE("pulling and plugging a virtual scanner is told once when all is quiet", "[hotplug]")
{
    const Bench bench;
    Hotplug hotplug({.devicesFolder = bench.dir() + u"/devices"_s, .quietMs = 100});
    CHECK(changesWithin(hotplug, 200) == 0);
    bench.mark(u"unplugged"_s);
    bench.unmark(u"unplugged"_s);
    bench.mark(u"unplugged"_s);
    CHECK(changesWithin(hotplug, 600) == 1);
}

TEST_CASE("a new virtual scanner is told, also that it is pulled later", "[hotplug]")
{
    const Bench bench;
    Hotplug hotplug({.usb = false, .devicesFolder = bench.dir() + u"/devices"_s, .quietMs = 50});
    QDir().mkpath(bench.device(u"adf9"_s));
    CHECK(changesWithin(hotplug, 400) == 1);
    writeText(bench.device(u"adf9/unplugged"_s), {});
    CHECK(changesWithin(hotplug, 400) == 1);
}

TEST_CASE("paper and covers of a virtual scanner are no news of devices", "[hotplug]")
{
    const Bench bench;
    Hotplug hotplug({.devicesFolder = bench.dir() + u"/devices"_s, .quietMs = 50});
    bench.load(1, 2);
    bench.mark(u"cover-open"_s);
    CHECK(changesWithin(hotplug, 300) == 0);
}

TEST_CASE("without anything to watch it is silent", "[hotplug]")
{
    Hotplug hotplug({.usb = true, .devicesFolder = u"/missing"_s, .quietMs = 10});
    CHECK(hotplug.fd() >= 0);
    CHECK_FALSE(hotplug.drain());
}
