#include "tests/scanner/support.h"
#include "tests/scanner/vscan/device.h"
#include "tests/support/catch.h"

#include <QFile>

#include <chrono>
#include <thread>

using namespace vscan::testing;
using namespace Qt::StringLiterals;
using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

TEST_CASE("a prefetching feeder is ahead of what is read", "[vscan]")
{
    const auto [entry, ahead] = GENERATE(table<QString, qsizetype>({
        {u"prefetch = 0"_s, 0},
        {u"prefetch = 2"_s, 2},
        {u"prefetch = all"_s, 4},
        {u"dialect = airscan"_s, 4},
        {u"dialect = airscan\nprefetch = 1"_s, 1},
    }));
    CAPTURE(entry);
    const Device device(u"type = adf\n"_s + entry);
    device.load(1, 5);
    Opened opened(device);
    opened.chooseSmallPage();
    CHECK(pageIn(opened.frame()) == 1);
    CHECK(device.sheetsIn(u"output"_s) == 1 + ahead);
    CHECK(opened.pages() == std::vector{2, 3, 4, 5});
}

TEST_CASE("what was prefetched is lost with a cancel or a close", "[vscan]")
{
    const bool closes = GENERATE(true, false);
    const Device device(u"type = adf-duplex\nprefetch = 1"_s);
    device.load(1, 6);
    Opened opened(device);
    REQUIRE(opened.choose("source", "ADF Duplex") == SANE_STATUS_GOOD);
    opened.chooseSmallPage();
    CHECK(pageIn(opened.frame()) == 1);
    if (closes) {
        opened.close();
        Opened again(device);
        again.chooseSmallPage();
        CHECK(again.pages() == std::vector{5, 6});
    } else {
        opened.session().cancel();
        CHECK(opened.pages() == std::vector{5, 6});
    }
}

TEST_CASE("sheets that have left the feeder come although it jams", "[vscan]")
{
    const Device device(u"type = adf\nprefetch = 2"_s);
    device.load(1, 5);
    Opened opened(device);
    opened.chooseSmallPage();
    CHECK(pageIn(opened.frame()) == 1);
    device.mark(u"jammed"_s);
    SANE_Status end = SANE_STATUS_GOOD;
    CHECK(opened.pages(&end) == std::vector{2, 3});
    CHECK(end == SANE_STATUS_JAMMED);
    device.unmark(u"jammed"_s);
    CHECK(opened.pages(&end) == std::vector{4, 5});
    CHECK(end == SANE_STATUS_NO_DOCS);
}

TEST_CASE("a sheet of the tray can be put back into the feeder", "[vscan]")
{
    const Device device(u"type = adf\nfault = read 2 jammed 50 once"_s);
    device.load(1, 3);
    Opened opened(device);
    opened.chooseSmallPage();
    CHECK(pageIn(opened.frame()) == 1);
    REQUIRE(opened.session().start() == SANE_STATUS_GOOD);
    CHECK(opened.read().status == SANE_STATUS_JAMMED);
    opened.session().cancel();
    REQUIRE(QFile::rename(device.path(u"output/2.png"_s), device.path(u"feeder/2.png"_s)));
    CHECK(opened.session().start() == SANE_STATUS_JAMMED);
    device.unmark(u"jammed"_s);
    CHECK(opened.pages() == std::vector{2, 3});
}

TEST_CASE("some devices notice only in the read that there is no more paper", "[vscan]")
{
    const Device device(u"type = adf\nno-docs-late = yes"_s);
    Opened opened(device);
    opened.chooseSmallPage();
    CHECK(opened.session().start() == SANE_STATUS_NO_DOCS);
    device.load(1, 1);
    CHECK(pageIn(opened.frame()) == 1);
    REQUIRE(opened.session().start() == SANE_STATUS_GOOD);
    const auto late = opened.read();
    CHECK(late.status == SANE_STATUS_NO_DOCS);
    CHECK(late.bytes.empty());
    CHECK(opened.session().start() == SANE_STATUS_NO_DOCS);
    opened.session().cancel();
    device.load(2, 2);
    CHECK(pageIn(opened.frame()) == 2);
    CHECK(opened.session().start() == SANE_STATUS_GOOD);
    CHECK(opened.read().status == SANE_STATUS_NO_DOCS);
}

TEST_CASE("the first start waits until the lamp is warm", "[vscan]")
{
    const Device device(u"type = adf\nwarm-up-ms = 120"_s);
    device.load(1, 2);
    Opened opened(device);
    opened.chooseSmallPage();
    const auto begin = Clock::now();
    CHECK(pageIn(opened.frame()) == 1);
    CHECK(Clock::now() - begin >= milliseconds(120));
    device.setIni(u"type = adf\nwarm-up-ms = 600000"_s);
    CHECK(pageIn(opened.frame()) == 2);  // warm already: this would not end
}

TEST_CASE("a device can call itself busy while it warms up", "[vscan]")
{
    const Device device(u"type = adf\nwarm-up-ms = 100\nwarm-up-busy = yes"_s);
    device.load(1, 1);
    Opened opened(device);
    opened.chooseSmallPage();
    const auto begin = Clock::now();
    CHECK(opened.session().start() == SANE_STATUS_DEVICE_BUSY);
    while (opened.session().start() == SANE_STATUS_DEVICE_BUSY) {
        REQUIRE(Clock::now() - begin < milliseconds(10'000));
        std::this_thread::yield();
    }
    CHECK(Clock::now() - begin >= milliseconds(100));
    CHECK(pageIn(opened.read().bytes) == 1);
}

TEST_CASE("a wait for the lamp can be cancelled", "[vscan]")
{
    const Device device(u"type = adf\nwarm-up-ms = 600000"_s);
    device.load(1, 1);
    Opened opened(device);
    std::thread other([&] {
        std::this_thread::sleep_for(milliseconds(30));
        opened.session().cancel();
    });
    CHECK(opened.session().start() == SANE_STATUS_CANCELLED);
    other.join();
}

TEST_CASE("some devices must be opened again before the next sheet", "[vscan]")
{
    const auto [entry, status] = GENERATE(table<QString, SANE_Status>({
        {u"yes"_s, SANE_STATUS_IO_ERROR},
        {u"io-error"_s, SANE_STATUS_IO_ERROR},
        {u"invalid"_s, SANE_STATUS_INVAL},
    }));
    const Device device(u"type = adf-duplex\nrestart-after-page = "_s + entry);
    device.load(1, 4);
    std::vector<int> numbers;
    for (int sheet = 0; sheet < 2; ++sheet) {
        Opened opened(device);
        REQUIRE(opened.choose("source", "ADF Duplex") == SANE_STATUS_GOOD);
        opened.chooseSmallPage();
        SANE_Status end = SANE_STATUS_GOOD;
        for (const int page : opened.pages(&end))
            numbers.push_back(page);
        CHECK(end == status);
        opened.session().cancel();
        CHECK(opened.session().start() == status);
    }
    CHECK(numbers == std::vector{1, 2, 3, 4});
    Opened opened(device);
    CHECK(opened.session().start() == SANE_STATUS_NO_DOCS);
}

TEST_CASE("with blank backs each image is a sheet", "[vscan]")
{
    const Device device(u"type = adf-duplex\nblank-back = yes"_s);
    device.load(1, 2);
    Opened opened(device);
    REQUIRE(opened.choose("source", "ADF Duplex") == SANE_STATUS_GOOD);
    opened.chooseSmallPage();
    CHECK(opened.pages() == std::vector{1, 0, 2, 0});
}

TEST_CASE("paper stops at an open cover and a double feed", "[vscan]")
{
    const auto [marker, status] = GENERATE(table<QString, SANE_Status>({
        {u"cover-open"_s, SANE_STATUS_COVER_OPEN},
        {u"jammed"_s, SANE_STATUS_JAMMED},
        {u"double-feed"_s, SANE_STATUS_JAMMED},
    }));
    const Device device(u"type = flatbed-adf"_s);
    device.load(1, 1);
    device.layOnGlass(5);
    device.mark(marker);
    Opened opened(device);
    REQUIRE(opened.choose("source", "ADF Front") == SANE_STATUS_GOOD);
    CHECK(opened.session().start() == status);
    REQUIRE(opened.choose("source", "Flatbed") == SANE_STATUS_GOOD);
    opened.chooseSmallPage();
    CHECK(pageIn(opened.frame()) == 5);
}
