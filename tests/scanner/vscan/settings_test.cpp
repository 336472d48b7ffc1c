#include "scanner/vscan/settings.h"
#include "tests/scanner/vscan/device.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QStringList>

#include <algorithm>
#include <sstream>

using namespace vscan::testing;
using namespace Qt::StringLiterals;

TEST_CASE("each wrong line of device.ini is named with its number", "[vscan]")
{
    std::istringstream ini(
        "# a comment\n\nvendor = Trạm\ntype = adfduplex\nfault = read 2 explode\n"
        "falt = read 2 jammed\n[section]\ndialect = klingon\nnoise = 300\n"
        "skew-deg = -1.5\nlines-off = +2\nprefetch = all\r\n");
    const auto settings = vscan::parseSettings(ini);
    CHECK(settings.mistakes == std::vector<std::string>{
                                   "line 4: type cannot be: adfduplex",
                                   "line 5: fault: no such action: explode",
                                   "line 6: no such entry: falt",
                                   "line 7: no \"key = value\": [section]",
                                   "line 8: dialect cannot be: klingon",
                                   "line 9: noise cannot be: 300",
                               });
    CHECK(settings.appearance.skewDeg == -1.5);
    CHECK(settings.frames.linesOff == 2);
    CHECK(settings.feeder.prefetch == vscan::allSheets);
    CHECK(settings.vendor == "Trạm");
}

TEST_CASE("a device with a wrong line cannot be opened", "[vscan]")
{
    const auto line = GENERATE(
        u"fault = read 2 explode"_s, u"fault = open 1 busy"_s, u"fault = close * eof"_s,
        u"unknown = yes"_s, u"strict = maybe"_s, u"depth = 12"_s, u"resolution-only = 20"_s,
        u"padding = -1"_s, u"prefetch = some"_s, u"restart-after-page = busy"_s,
        u"background = grey"_s, u"show-through = 101"_s, u"side-ms = 5ms"_s, u"just words"_s);
    CAPTURE(line);
    const Device device(u"type = adf\n"_s + line);
    CHECK(statusOfOpen(device) == SANE_STATUS_INVAL);
    device.setIni(u"type = adf\n# "_s + line);
    CHECK(statusOfOpen(device) == SANE_STATUS_GOOD);
}

TEST_CASE("a wrong line that appears while the device is open stops the next side", "[vscan]")
{
    const Device device(u"type = adf"_s);
    device.load(1, 2);
    Opened opened(device);
    opened.chooseSmallPage();
    CHECK(pageIn(opened.frame()) == 1);
    device.setIni(u"type = adf\nfault = red 2 jammed"_s);
    CHECK(opened.session().start() == SANE_STATUS_INVAL);
    device.setIni(u"type = adf"_s);
    CHECK(pageIn(opened.frame()) == 2);
}

TEST_CASE("every entry is understood, and the page explains it", "[vscan]")
{
    const QStringList lines{u"fault = read 1 jammed"_s,
                            u"vendor = V"_s,
                            u"model = M"_s,
                            u"serial = S"_s,
                            u"type = adf"_s,
                            u"dialect = kvs"_s,
                            u"libusb = yes"_s,
                            u"discovery-ms = 5"_s,
                            u"resolution-type = fixed"_s,
                            u"inexact = yes"_s,
                            u"strict = yes"_s,
                            u"resolution-only = 300"_s,
                            u"depth-option = yes"_s,
                            u"depth = 16"_s,
                            u"resolution-resets = yes"_s,
                            u"three-pass = yes"_s,
                            u"padding = 3"_s,
                            u"read-limit = 7"_s,
                            u"fuzzy = yes"_s,
                            u"lines-off = -3"_s,
                            u"unknown-length = yes"_s,
                            u"side-ms = 5"_s,
                            u"prefetch = 2"_s,
                            u"no-docs-late = yes"_s,
                            u"warm-up-ms = 5"_s,
                            u"noise = 5"_s,
                            u"warm-up-busy = yes"_s,
                            u"restart-after-page = no"_s,
                            u"skew-deg = 2.5"_s,
                            u"background = black"_s,
                            u"blank-back = yes"_s,
                            u"show-through = 4"_s};
    QFile page(QStringLiteral(STATION_FIXTURES_DIR "/../../scanner/vscan/README.md"));
    REQUIRE(page.open(QIODevice::ReadOnly));
    const QByteArray text = page.readAll();
    for (const auto &key : vscan::settingKeys()) {
        CAPTURE(key);
        CHECK(text.contains('`' + QByteArray::fromStdString(key) + '`'));
        const auto found = std::find_if(lines.begin(), lines.end(), [&](const QString &each) {
            return each.startsWith(QString::fromStdString(key + " = "));
        });
        REQUIRE(found != lines.end());
        const Device device(*found);
        CHECK(statusOfOpen(device) == SANE_STATUS_GOOD);
    }
}
