#include "core/devices/hotplug.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <poll.h>

using namespace station::devices;
using namespace Qt::StringLiterals;

namespace {

/// A folder of virtual devices, one of which is plugged in.
struct Bench {
    Bench() { QDir().mkpath(folder() + u"/adf1"_s); }

    QString folder() const { return m_dir.path(); }
    void mark(const QString &file) const
    {
        QFile made(folder() + u'/' + file);
        REQUIRE(made.open(QFile::WriteOnly));
    }
    void unmark(const QString &file) const { REQUIRE(QFile::remove(folder() + u'/' + file)); }
    Hotplug::Watched watched(int quietMs) const
    {
        return {.usb = false, .folder = folder(), .names = {u"unplugged"_s}, .quietMs = quietMs};
    }

private:
    QTemporaryDir m_dir;
};

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

TEST_CASE("pulling and plugging a virtual device is told once when all is quiet", "[hotplug]")
{
    const Bench bench;
    Hotplug hotplug(bench.watched(100));
    CHECK(changesWithin(hotplug, 200) == 0);
    bench.mark(u"adf1/unplugged"_s);
    bench.unmark(u"adf1/unplugged"_s);
    bench.mark(u"adf1/unplugged"_s);
    CHECK(changesWithin(hotplug, 600) == 1);
}

TEST_CASE("a new virtual device is told, also that it is pulled later", "[hotplug]")
{
    const Bench bench;
    Hotplug hotplug(bench.watched(50));
    QDir().mkpath(bench.folder() + u"/adf9"_s);
    CHECK(changesWithin(hotplug, 400) == 1);
    bench.mark(u"adf9/unplugged"_s);
    CHECK(changesWithin(hotplug, 400) == 1);
}

TEST_CASE("other files of a virtual device are no news of devices", "[hotplug]")
{
    const Bench bench;
    Hotplug hotplug(bench.watched(50));
    bench.mark(u"adf1/cover-open"_s);
    CHECK(changesWithin(hotplug, 300) == 0);
}

TEST_CASE("without anything to watch it is silent", "[hotplug]")
{
    Hotplug hotplug({.usb = true, .folder = u"/missing"_s, .quietMs = 10});
    CHECK(hotplug.fd() >= 0);
    CHECK_FALSE(hotplug.drain());
}
