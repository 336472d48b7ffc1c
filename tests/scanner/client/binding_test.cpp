#include "scanner/client/device_memory.h"
#include "tests/scanner/support.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace station;
using namespace station::scanner;
using namespace station::scanner::testing;
using namespace Qt::StringLiterals;

namespace {

const ScannerBinding fi{.device = u"fujitsu:fi-7160:1"_s,
                        .vendor = u"FUJITSU"_s,
                        .model = u"fi-7160"_s,
                        .serial = u"77"_s};

DeviceInfo listed(const QString &name, const QString &serial = {})
{
    return {.name = name, .vendor = u"Fujitsu"_s, .model = u"fi-7160"_s, .serial = serial};
}

/// Two scanners on a bus, where an address changes with the socket.
class Desk {
public:
    Desk()
    {
        bench.setIni(u"vendor = Quang Minh\nmodel = QM 1\nserial = A1\nlibusb = yes"_s);
        QDir().mkpath(bench.device(u"adf2/feeder"_s));
        setOther(u"serial = B2"_s);
    }

    void setOther(const QString &lines) const
    {
        writeText(
            bench.device(u"adf2/device.ini"_s),
            u"type = adf\nvendor = Quang Minh\nmodel = QM 1\nlibusb = yes\n%1\n"_s.arg(lines));
    }

    ScannerEnvironment environment(const QString &serial) const
    {
        auto environment = bench.environment();
        environment.binding = {.device = u"vscan:libusb:001:099"_s,
                               .vendor = u"quang minh"_s,
                               .model = u"QM 1"_s,
                               .serial = serial,
                               .statePath = statePath()};
        return environment;
    }

    QString statePath() const { return bench.dir() + u"/last-seen.json"_s; }

    const Bench bench{};
};

}  // namespace

TEST_CASE("the bound scanner is known by its serial in the name or in the listing", "[binding]")
{
    CHECK(boundAmong({listed(u"fujitsu:fi-7160:66"_s), listed(u"fujitsu:fi-7160:77"_s)}, fi) ==
          u"fujitsu:fi-7160:77"_s);
    CHECK(boundAmong({listed(u"fujitsu:libusb:001:005"_s, u"66"_s),
                      listed(u"fujitsu:libusb:001:006"_s, u"77"_s)},
                     fi) == u"fujitsu:libusb:001:006"_s);
    CHECK(boundAmong({listed(u"fujitsu:libusb:001:005"_s)}, fi) == u"fujitsu:libusb:001:005"_s);
    CHECK_FALSE(boundAmong({listed(u"fujitsu:libusb:001:005"_s, u"66"_s)}, fi));
    CHECK_FALSE(boundAmong({{.name = u"fujitsu:fi-7160:77"_s, .model = u"fi-7160"_s}}, fi));
    auto anyVendor = fi;
    anyVendor.vendor.clear();
    CHECK(boundAmong({listed(u"fujitsu:fi-7160:77"_s)}, anyVendor));
}

TEST_CASE("of two scanners that fit equally none is taken and both are named", "[binding]")
{
    const auto found =
        boundAmong({listed(u"fujitsu:libusb:001:005"_s), listed(u"fujitsu:libusb:001:006"_s)}, fi);
    REQUIRE_FALSE(found);
    CHECK(found.error().fault == Fault::DeviceNotFound);
    for (const auto &name : {u"fujitsu:libusb:001:005"_s, u"fujitsu:libusb:001:006"_s}) {
        CHECK(found.error().subject.contains(name));
        CHECK(found.error().detail.contains(name));
    }
}

TEST_CASE("a name is remembered for this binding alone and only for the owner to read", "[binding]")
{
    const QTemporaryDir dir;
    auto binding = fi;
    binding.statePath = dir.filePath(u"scanner/last-seen.json"_s);
    CHECK(rememberedName(binding) == fi.device);
    REQUIRE(rememberName(binding, u"fujitsu:libusb:001:009"_s));
    CHECK(rememberedName(binding) == u"fujitsu:libusb:001:009"_s);
    CHECK((QFileInfo(binding.statePath).permissions() &
           (QFileDevice::ReadGroup | QFileDevice::ReadOther)) == QFileDevice::Permissions());

    auto another = binding;
    another.serial = u"78"_s;
    CHECK(rememberedName(another) == fi.device);
    writeText(binding.statePath, u"{\"device\": 7"_s);
    CHECK(rememberedName(binding) == fi.device);
}

TEST_CASE("the serial of a libusb name comes from the system", "[binding]")
{
    const QTemporaryDir usb;
    QDir(usb.path()).mkpath(u"1-2"_s);
    writeText(usb.filePath(u"1-2/busnum"_s), u"1\n"_s);
    writeText(usb.filePath(u"1-2/devnum"_s), u"7\n"_s);
    writeText(usb.filePath(u"1-2/serial"_s), u"77\n"_s);
    CHECK(usbSerial(u"epsonds:libusb:001:007"_s, usb.path()) == u"77"_s);
    CHECK(usbSerial(u"epsonds:libusb:001:008"_s, usb.path()).isEmpty());
    CHECK(usbSerial(u"net:10.0.0.1:epsonds:libusb:001:007"_s, usb.path()).isEmpty());

    ScannerEnvironment environment{.binding = fi, .usbDevicesFolder = usb.path()};
    CHECK(mayBeBound(u"epsonds:libusb:001:007"_s, environment));
    environment.binding.serial = u"78"_s;
    CHECK_FALSE(mayBeBound(u"epsonds:libusb:001:007"_s, environment));
}

TEST_CASE("a scanner in another socket is found again and the place is remembered", "[binding]")
{
    const Desk desk;
    desk.bench.load(1, 2);
    std::vector<ScannerNotice> notices;
    Sides got;
    {
        SaneScanSource source(desk.environment(u"A1"_s));
        source.setNoticeListener([&](ScannerNotice notice) { notices.push_back(notice); });
        REQUIRE(source.scan(desk.bench.request(), got.onSide(), {}));
        CHECK(got.pages() == std::vector{1, 2});
        CHECK(notices == std::vector{ScannerNotice::Opening, ScannerNotice::Searching,
                                     ScannerNotice::Opening});
    }
    const QString place = rememberedName(desk.environment(u"A1"_s).binding);
    CHECK(place.startsWith(u"vscan:libusb:001:"_s));
    CHECK(place != u"vscan:libusb:001:099"_s);

    // The next start goes there at once.
    notices.clear();
    SaneScanSource again(desk.environment(u"A1"_s));
    again.setNoticeListener([&](ScannerNotice notice) { notices.push_back(notice); });
    REQUIRE(again.open({}));
    CHECK(notices == std::vector{ScannerNotice::Opening});
}

TEST_CASE("two scanners alike are not guessed between unless a serial tells", "[binding]")
{
    const Desk desk;
    desk.setOther({});
    SaneScanSource source(desk.environment({}));
    const auto opened = source.open({});
    REQUIRE_FALSE(opened);
    CHECK(opened.error().fault == Fault::DeviceNotFound);
    CHECK(opened.error().subject.count(u"vscan:libusb:001:"_s) == 2);
    CHECK_FALSE(QFile::exists(desk.statePath()));

    SaneScanSource bySerial(desk.environment(u"A1"_s));
    CHECK(bySerial.open({}));
}

TEST_CASE("a device that is bound by its name alone is never searched for", "[binding]")
{
    const Bench bench;
    auto environment = bench.environment();
    environment.binding.device = u"vscan:gone"_s;
    SaneScanSource source(environment);
    source.setNoticeListener([](ScannerNotice notice) { CHECK(notice == ScannerNotice::Opening); });
    const auto opened = source.open({});
    REQUIRE_FALSE(opened);
    CHECK(opened.error().fault == Fault::DeviceNotFound);
}

TEST_CASE("after a kill the device is tried again until it has come back", "[binding]")
{
    const Bench bench;
    bench.load(1, 2);
    bench.setIni(u"fault = read 1 hang-hard 50 once"_s);
    auto deadlines = shortDeadlines();
    deadlines.openBackOffMs = 400;
    SaneScanSource source(bench.environment(), deadlines);
    Sides got;
    REQUIRE_FALSE(source.scan(bench.request(), got.onSide(), {}));

    bench.setIni(u"fault = open * io-error once"_s);  // not back yet at the first try
    std::vector<ScannerNotice> notices;
    source.setNoticeListener([&](ScannerNotice notice) { notices.push_back(notice); });
    REQUIRE(source.scan(bench.request(), got.onSide(), {}));
    CHECK(got.pages() == std::vector{2});
    CHECK(notices == std::vector{ScannerNotice::Restarting});
}

TEST_CASE("a device that gives nothing for a while after its start warms up", "[binding]")
{
    const Bench bench;
    bench.load(1, 1);
    bench.setIni(u"fault = start 1 delay 600 once"_s);
    SaneScanSource source(bench.environment(), {.warmingUpAfterMs = 200});
    int warmingUp = 0;
    source.setNoticeListener(
        [&](ScannerNotice notice) { warmingUp += notice == ScannerNotice::WarmingUp ? 1 : 0; });
    Sides got;
    REQUIRE(source.scan(bench.request(), got.onSide(), {}));
    CHECK(warmingUp == 1);
    CHECK(got.pages() == std::vector{1});
}

TEST_CASE("the button is looked at only while the device is open and idle", "[binding]")
{
    const Bench bench;
    SaneScanSource source(bench.environment());
    CHECK_FALSE(source.buttonPressed());  // closed, and it stays so
    SaneScanSource other(bench.environment());
    REQUIRE(other.open({}));
    CHECK_FALSE(other.buttonPressed());
    bench.mark(u"button"_s);
    CHECK(other.buttonPressed());
    CHECK_FALSE(other.buttonPressed());  // it was pressed once
}
