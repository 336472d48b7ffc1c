#include "tests/scanner/vscan/device.h"
#include "tests/support/catch.h"

using namespace vscan::testing;
using namespace Qt::StringLiterals;

TEST_CASE("the resolution can be a fixed-point number in any dialect", "[vscan]")
{
    const auto dialect = GENERATE(u"plain"_s, u"airscan"_s);
    const Device device(u"type = flatbed\nresolution-type = fixed\ndialect = "_s + dialect);
    device.layOnGlass(3);
    Opened opened(device);
    CHECK(opened.about("resolution").type == SANE_TYPE_FIXED);
    CHECK(opened.number("resolution") == 300);
    opened.chooseSmallPage();
    CHECK(opened.number("resolution") == 75);
    CHECK(pageIn(opened.frame()) == 3);

    const Device usual(u"type = flatbed\nresolution-type = int\ndialect = "_s + dialect);
    CHECK(Opened(usual).about("resolution").type == SANE_TYPE_INT);
}

TEST_CASE("an inexact device rounds the resolution and says so", "[vscan]")
{
    const auto [wanted, given, isExact] = GENERATE(table<double, double, bool>(
        {{240, 200, false}, {260, 300, false}, {300, 300, true}, {20, 75, false}}));
    const Device device(u"type = flatbed\ninexact = yes"_s);
    Opened opened(device);
    SANE_Int info = 0;
    double got = 0;
    CHECK(opened.set("resolution", wanted, &info, &got) == SANE_STATUS_GOOD);
    CHECK(got == given);
    CHECK(opened.number("resolution") == given);
    CHECK((info & SANE_INFO_INEXACT) == (isExact ? 0 : SANE_INFO_INEXACT));
}

TEST_CASE("a list of resolutions takes the nearest", "[vscan]")
{
    const Device device(u"type = flatbed\ndialect = airscan"_s);
    Opened opened(device);
    CHECK(opened.about("resolution").constraint_type == SANE_CONSTRAINT_WORD_LIST);
    SANE_Int info = 0;
    double got = 0;
    CHECK(opened.set("resolution", 290, &info, &got) == SANE_STATUS_GOOD);
    CHECK(got == 300);
    CHECK((info & SANE_INFO_INEXACT) != 0);
}

TEST_CASE("the only resolution cannot be set even to itself", "[vscan]")
{
    const Device device(u"type = flatbed\nresolution-only = 150"_s);
    Opened opened(device);
    const auto &about = opened.about("resolution");
    REQUIRE(about.constraint_type == SANE_CONSTRAINT_WORD_LIST);
    CHECK(about.constraint.word_list[0] == 1);
    CHECK(about.constraint.word_list[1] == 150);
    CHECK(opened.number("resolution") == 150);
    CHECK(opened.set("resolution", 150) == SANE_STATUS_INVAL);
    CHECK(opened.set("resolution", 300) == SANE_STATUS_INVAL);
    CHECK(opened.number("resolution") == 150);
}

TEST_CASE("a strict device refuses options that were not fetched again", "[vscan]")
{
    const bool strict = GENERATE(true, false);
    const Device device(u"type = flatbed\nstrict = "_s + (strict ? u"yes"_s : u"no"_s));
    Opened opened(device);
    REQUIRE(opened.choose("mode", "Gray") == SANE_STATUS_GOOD);
    SANE_Word value = 150;
    const auto expected = strict ? SANE_STATUS_INVAL : SANE_STATUS_GOOD;
    CHECK(opened.control("resolution", SANE_ACTION_SET_VALUE, &value) == expected);
    CHECK(opened.control("resolution", SANE_ACTION_GET_VALUE, &value) == expected);
    (void)opened.about("resolution");
    CHECK(opened.control("resolution", SANE_ACTION_GET_VALUE, &value) == SANE_STATUS_GOOD);
    CHECK(opened.control("br-x", SANE_ACTION_GET_VALUE, &value) == expected);
}

TEST_CASE("a corner puts the resolution back when the device is so made", "[vscan]")
{
    const Device device(u"type = flatbed\nresolution-resets = yes"_s);
    Opened opened(device);
    REQUIRE(opened.set("resolution", 200) == SANE_STATUS_GOOD);
    SANE_Int info = 0;
    REQUIRE(opened.set("br-x", 100, &info) == SANE_STATUS_GOOD);
    CHECK((info & SANE_INFO_RELOAD_OPTIONS) != 0);
    CHECK(opened.number("resolution") == 75);
    REQUIRE(opened.set("resolution", 200) == SANE_STATUS_GOOD);
    CHECK(opened.number("resolution") == 200);
}

TEST_CASE("a depth option chooses between 8 and 16 bits", "[vscan]")
{
    const auto ini = GENERATE(u"depth-option = yes"_s, u"dialect = epson2"_s);
    const Device device(u"type = flatbed\n"_s + ini);
    Opened opened(device);
    REQUIRE(opened.choose("mode", "Gray") == SANE_STATUS_GOOD);
    CHECK(opened.number("depth") == 8);
    CHECK(opened.parameters().depth == 8);
    REQUIRE(opened.set("depth", 16) == SANE_STATUS_GOOD);
    CHECK(opened.parameters().depth == 16);
    REQUIRE(opened.choose("mode", "Lineart") == SANE_STATUS_GOOD);
    CHECK(opened.parameters().depth == 1);
}

TEST_CASE("a serial number is an option that can only be read", "[vscan]")
{
    const Device device(u"type = flatbed\nserial = VS-00017"_s);
    Opened opened(device);
    CHECK(opened.word("serial") == "VS-00017");
    CHECK(opened.choose("serial", "VS-00018") == SANE_STATUS_INVAL);
    const Device without(u"type = flatbed"_s);
    CHECK_FALSE(Opened(without).has("serial"));
}
