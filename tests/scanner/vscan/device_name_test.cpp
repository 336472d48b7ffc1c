#include "scanner/vscan/device_name.h"
#include "tests/scanner/support.h"
#include "tests/scanner/vscan/device.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>

using namespace vscan::testing;
using namespace station::scanner::testing;
using namespace Qt::StringLiterals;

namespace {

std::filesystem::path rootOf(const Device &device)
{
    return QFile::encodeName(device.root()).toStdString();
}

/// The names of all devices, as the next look finds them.
std::vector<std::string> look(const Device &device)
{
    std::vector<std::string> names;
    for (const auto &each : vscan::devicesBelow(rootOf(device)))
        names.push_back(vscan::saneNameOf(each, each.settings()));
    return names;
}

}  // namespace

TEST_CASE("a device on the bus keeps its name until it is plugged in again", "[vscan]")
{
    const Device device(u"type = adf\nlibusb = yes\nserial = S1"_s);
    const auto first = look(device);
    CHECK(first == std::vector<std::string>{"libusb:001:004"});
    CHECK(look(device) == first);
    CHECK_FALSE(vscan::deviceNamed(rootOf(device), "adf1"));
    CHECK(vscan::deviceNamed(rootOf(device), first[0]));

    device.mark(u"unplugged"_s);
    CHECK(look(device).empty());
    CHECK_FALSE(vscan::deviceNamed(rootOf(device), first[0]));
    device.unmark(u"unplugged"_s);
    const auto second = look(device);
    CHECK(second == std::vector<std::string>{"libusb:001:005"});
    CHECK(look(device) == second);
    CHECK_FALSE(vscan::deviceNamed(rootOf(device), first[0]));
    CHECK(vscan::deviceNamed(rootOf(device), second[0]));
}

TEST_CASE("two devices never have one address", "[vscan]")
{
    const Device device(u"type = adf\nlibusb = yes"_s);
    REQUIRE(QDir().mkpath(device.root() + u"/adf2"_s));
    writeText(device.root() + u"/adf2/device.ini"_s, u"type = adf\nlibusb = yes"_s);
    CHECK(look(device) == std::vector<std::string>{"libusb:001:004", "libusb:001:005"});
    device.mark(u"unplugged"_s);
    CHECK(look(device) == std::vector<std::string>{"libusb:001:005"});
    device.unmark(u"unplugged"_s);
    CHECK(look(device) == std::vector<std::string>{"libusb:001:006", "libusb:001:005"});
}

TEST_CASE("addresses begin again when the bus is full", "[vscan]")
{
    const Device device(u"type = adf\nlibusb = yes"_s);
    writeText(device.path(u"usb-address"_s), u"127\n"_s);
    CHECK(look(device) == std::vector<std::string>{"libusb:001:127"});
    device.mark(u"unplugged"_s);
    CHECK(look(device).empty());
    device.unmark(u"unplugged"_s);
    CHECK(look(device) == std::vector<std::string>{"libusb:001:004"});
}

TEST_CASE("a fault that pulls the cable is a replug too", "[vscan]")
{
    const Device device(u"type = adf\nlibusb = yes\nfault = read 1 unplug 50 once"_s);
    device.load(1, 2);
    const auto before = look(device);
    Opened opened(device);
    opened.chooseSmallPage();
    REQUIRE(opened.session().start() == SANE_STATUS_GOOD);
    CHECK(opened.read().status == SANE_STATUS_IO_ERROR);
    device.unmark(u"unplugged"_s);
    CHECK(look(device) != before);
}

TEST_CASE("a handle stays dead when its device is plugged in again", "[vscan]")
{
    const auto usb = GENERATE(u"yes"_s, u"no"_s);
    const Device device(u"type = adf\nlibusb = "_s + usb);
    device.load(1, 2);
    Opened opened(device);
    opened.chooseSmallPage();
    device.mark(u"unplugged"_s);
    CHECK(opened.session().start() == SANE_STATUS_IO_ERROR);
    device.unmark(u"unplugged"_s);
    CHECK(opened.session().start() == SANE_STATUS_IO_ERROR);
    SANE_Word value = 0;
    CHECK(opened.control("resolution", SANE_ACTION_GET_VALUE, &value) == SANE_STATUS_IO_ERROR);
    opened.close();
    Opened again(device);
    again.chooseSmallPage();
    CHECK(again.pages() == std::vector{1, 2});
}

TEST_CASE("a replug that only others saw ends a handle on the bus", "[vscan]")
{
    const Device device(u"type = adf\nlibusb = yes"_s);
    device.load(1, 1);
    Opened opened(device);
    device.mark(u"unplugged"_s);
    CHECK(look(device).empty());
    device.unmark(u"unplugged"_s);
    CHECK(opened.session().start() == SANE_STATUS_IO_ERROR);
}
