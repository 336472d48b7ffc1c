#include "tests/scanner/support.h"
#include "tests/scanner/vscan/device.h"
#include "tests/support/catch.h"

#include <cstring>

using namespace vscan::testing;
using namespace station::scanner::testing;
using namespace Qt::StringLiterals;

namespace {

Device glassWith(const QString &lines)
{
    Device device(u"type = flatbed\n"_s + lines);
    device.layOnGlass(4);
    return device;
}

std::string everyThird(const std::string &rgb, std::size_t first)
{
    std::string plane;
    for (std::size_t i = first; i < rgb.size(); i += 3)
        plane.push_back(rgb[i]);
    return plane;
}

}  // namespace

TEST_CASE("16 bits come in native order and white stays white", "[vscan]")
{
    const auto device = glassWith(u"depth = 16"_s);
    Opened opened(device);
    opened.chooseSmallPage();
    const auto bytes = opened.frame();
    const auto expected = pageBytes(4);
    REQUIRE(bytes.size() == 2 * expected.size());
    std::string narrow;
    bool isExact = true;
    for (std::size_t i = 0; i < bytes.size(); i += 2) {
        std::uint16_t sample = 0;
        std::memcpy(&sample, bytes.data() + i, 2);
        isExact = isExact && sample % 257 == 0;
        narrow.push_back(static_cast<char>(sample / 257));
    }
    CHECK(isExact);
    CHECK((narrow == expected));
}

TEST_CASE("a 16-bit frame announces its depth and its lines", "[vscan]")
{
    const auto device = glassWith(u"depth = 16"_s);
    Opened opened(device);
    opened.chooseSmallPage();
    const auto parameters = opened.parameters();
    CHECK(parameters.depth == 16);
    CHECK(parameters.bytes_per_line == pageWidth * 6);
    CHECK(parameters.lines == pageHeight);
}

TEST_CASE("three passes bring one colour each and only the last says so", "[vscan]")
{
    const auto device = glassWith(u"three-pass = yes"_s);
    Opened opened(device);
    opened.chooseSmallPage();
    for (const std::size_t plane : {0U, 1U, 2U}) {
        CAPTURE(plane);
        REQUIRE(opened.session().start() == SANE_STATUS_GOOD);
        const auto parameters = opened.parameters();
        CHECK(parameters.format == static_cast<SANE_Frame>(SANE_FRAME_RED + plane));
        CHECK(parameters.last_frame == (plane == 2 ? SANE_TRUE : SANE_FALSE));
        CHECK(parameters.bytes_per_line == pageWidth);
        const auto frame = opened.read();
        CHECK(frame.status == SANE_STATUS_EOF);
        CHECK((frame.bytes == everyThird(pageBytes(4), plane)));
        if (plane < 2)
            CHECK(opened.set("resolution", 150) == SANE_STATUS_DEVICE_BUSY);
    }
    CHECK(opened.set("resolution", 150) == SANE_STATUS_GOOD);
    REQUIRE(opened.choose("mode", "Gray") == SANE_STATUS_GOOD);
    CHECK(opened.parameters().last_frame == SANE_TRUE);
}

TEST_CASE("three passes feed one sheet and a cancel between them ends it", "[vscan]")
{
    const Device device(u"type = adf\nthree-pass = yes"_s);
    device.load(1, 2);
    Opened opened(device);
    opened.chooseSmallPage();
    (void)opened.frame();
    CHECK(device.sheetsIn(u"output"_s) == 1);
    (void)opened.frame();
    CHECK(device.sheetsIn(u"output"_s) == 1);
    opened.session().cancel();
    CHECK((opened.frame() == everyThird(pageBytes(2), 0)));
    CHECK(device.sheetsIn(u"output"_s) == 2);
}

TEST_CASE("a fault at a percentage counts over all three passes", "[vscan]")
{
    const auto device = glassWith(u"three-pass = yes\nfault = read 1 io-error 50"_s);
    Opened opened(device);
    opened.chooseSmallPage();
    CHECK(opened.frame().size() == std::size_t{pageWidth * pageHeight});
    REQUIRE(opened.session().start() == SANE_STATUS_GOOD);
    const auto second = opened.read();
    CHECK(second.status == SANE_STATUS_IO_ERROR);
    CHECK(second.bytes.size() ==
          std::size_t{pageWidth * pageHeight * 3 / 2 - pageWidth * pageHeight});
}

TEST_CASE("padded lines are longer than their pixels", "[vscan]")
{
    const auto mode = GENERATE("Color", "Gray", "Lineart");
    const auto device = glassWith(u"padding = 5"_s);
    const auto plain = glassWith({});
    Opened padded(device);
    Opened usual(plain);
    for (auto *opened : {&padded, &usual}) {
        REQUIRE(opened->choose("mode", mode) == SANE_STATUS_GOOD);
        opened->chooseSmallPage();
    }
    const auto line = static_cast<std::size_t>(usual.parameters().bytes_per_line);
    CHECK(padded.parameters().bytes_per_line == static_cast<SANE_Int>(line) + 5);
    CHECK(padded.parameters().pixels_per_line == pageWidth);
    std::string cut;
    const auto bytes = padded.frame();
    for (std::size_t at = 0; at < bytes.size(); at += line + 5)
        cut += bytes.substr(at, line);
    CHECK((cut == usual.frame()));
}

TEST_CASE("reads can be as short as the device likes", "[vscan]")
{
    const auto device = glassWith(u"read-limit = 7"_s);
    Opened opened(device);
    opened.chooseSmallPage();
    REQUIRE(opened.session().start() == SANE_STATUS_GOOD);
    const auto side = opened.read();
    CHECK(side.longest == 7);
    CHECK(pageIn(side.bytes) == 4);
}

TEST_CASE("a fuzzy device knows its size only when started", "[vscan]")
{
    const auto device = glassWith(u"fuzzy = yes"_s);
    Opened opened(device);
    opened.chooseSmallPage();
    CHECK(opened.parameters().pixels_per_line == 1);
    CHECK(opened.parameters().lines == 0);
    REQUIRE(opened.session().start() == SANE_STATUS_GOOD);
    CHECK(opened.parameters().pixels_per_line == pageWidth);
    CHECK(opened.parameters().lines == pageHeight);
    CHECK(pageIn(opened.read().bytes) == 4);
}

TEST_CASE("a device can announce another number of lines than come", "[vscan]")
{
    const auto [entry, announced] = GENERATE(table<QString, SANE_Int>({
        {u"lines-off = +3"_s, pageHeight + 3},
        {u"lines-off = 3"_s, pageHeight + 3},
        {u"lines-off = -2"_s, pageHeight - 2},
        {u"unknown-length = yes"_s, -1},
    }));
    const auto device = glassWith(entry);
    Opened opened(device);
    opened.chooseSmallPage();
    CHECK(opened.parameters().lines == announced);
    REQUIRE(opened.session().start() == SANE_STATUS_GOOD);
    CHECK(opened.parameters().lines == announced);
    CHECK(pageIn(opened.read().bytes) == 4);
}
