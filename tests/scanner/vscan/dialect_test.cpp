#include "tests/scanner/support.h"
#include "tests/scanner/vscan/device.h"
#include "tests/support/catch.h"

using namespace vscan::testing;
using namespace Qt::StringLiterals;
using Words = std::vector<std::string>;

// Options as real backends name them, seen through SANE's own calls.

namespace {

Device deviceOf(const QString &dialect, const QString &type = u"flatbed-adf-duplex"_s)
{
    return Device(u"type = %1\ndialect = %2\n"_s.arg(type, dialect));
}

}  // namespace

TEST_CASE("each dialect has its own words for the sources", "[vscan]")
{
    const auto [dialect, option, words] = GENERATE(table<QString, const char *, Words>({
        {u"plain"_s, "source", {"Flatbed", "ADF Front", "ADF Duplex"}},
        {u"fujitsu"_s, "source", {"Flatbed", "ADF Front", "ADF Back", "ADF Duplex"}},
        {u"airscan"_s, "source", {"Flatbed", "ADF", "ADF Duplex"}},
        {u"pixma"_s, "source", {"Flatbed", "Automatic Document Feeder", "ADF Duplex"}},
        {u"epson2"_s, "source", {"Flatbed", "Automatic Document Feeder"}},
        {u"kvs"_s, "source", {"adf", "fb"}},
        {u"translated"_s,
         "doc-source",
         {"Auto", "FlatBed", "Automatic Document Feeder(left aligned)",
          "Automatic Document Feeder(left aligned,Duplex)"}},
    }));
    CAPTURE(dialect);
    const auto device = deviceOf(dialect);
    Opened opened(device);
    CHECK(opened.words(option) == words);
    CHECK(opened.word(option) == words.front());
}

TEST_CASE("a device names only the sources that it has", "[vscan]")
{
    const auto [type, words] = GENERATE(table<QString, Words>({
        {u"flatbed"_s, {"Flatbed"}},
        {u"adf"_s, {"ADF Front"}},
        {u"adf-duplex"_s, {"ADF Front", "ADF Back", "ADF Duplex"}},
        {u"flatbed-adf"_s, {"Flatbed", "ADF Front"}},
    }));
    const auto device = deviceOf(u"fujitsu"_s, type);
    CHECK(Opened(device).words("source") == words);
}

TEST_CASE("each dialect has its own words for the modes", "[vscan]")
{
    const auto [dialect, option, words] = GENERATE(table<QString, const char *, Words>({
        {u"fujitsu"_s, "mode", {"Lineart", "Gray", "Color"}},
        {u"airscan"_s, "mode", {"Color", "Gray"}},
        {u"pixma"_s, "mode", {"Color", "Gray", "48 bits color", "16 bits gray", "Lineart"}},
        {u"translated"_s, "scan-mode", {"Black & White", "True Gray", "24bit Color"}},
    }));
    const auto device = deviceOf(dialect);
    Opened opened(device);
    CHECK(opened.words(option) == words);
    for (const auto &word : words) {
        SANE_Int info = 0;
        CHECK(opened.choose(option, word.c_str(), &info) == SANE_STATUS_GOOD);
        CHECK((info & SANE_INFO_RELOAD_OPTIONS) != 0);
        const bool isColor = word.find("olor") != std::string::npos;
        CHECK((opened.parameters().format == SANE_FRAME_RGB) == isColor);
    }
}

TEST_CASE("every dialect scans the glass and both sides of paper", "[vscan]")
{
    struct Way {
        QString dialect;
        const char *option;
        const char *glass;
        const char *feeder;
        const char *second;  // what makes it duplex besides the source
    };
    const auto way =
        GENERATE(Way{u"plain"_s, "source", "Flatbed", "ADF Duplex", nullptr},
                 Way{u"fujitsu"_s, "source", "Flatbed", "ADF Duplex", nullptr},
                 Way{u"airscan"_s, "source", "Flatbed", "ADF Duplex", nullptr},
                 Way{u"pixma"_s, "source", "Flatbed", "ADF Duplex", nullptr},
                 Way{u"epson2"_s, "source", "Flatbed", "Automatic Document Feeder", "adf-mode"},
                 Way{u"kvs"_s, "source", "fb", "adf", "duplex"},
                 Way{u"translated"_s, "doc-source", "FlatBed",
                     "Automatic Document Feeder(left aligned,Duplex)", nullptr});
    CAPTURE(way.dialect);
    const auto device = deviceOf(way.dialect);
    device.layOnGlass(5);
    device.load(1, 4);
    Opened opened(device);
    const char *mode = opened.has("mode") ? "mode" : "scan-mode";
    for (const auto &word : opened.words(mode)) {
        if (word == "Color" || word == "24bit Color")
            CHECK(opened.choose(mode, word.c_str()) == SANE_STATUS_GOOD);
    }
    REQUIRE(opened.choose(way.option, way.glass) == SANE_STATUS_GOOD);
    opened.chooseSmallPage();
    CHECK(pageIn(opened.frame()) == 5);
    opened.session().cancel();
    REQUIRE(opened.choose(way.option, way.feeder) == SANE_STATUS_GOOD);
    if (way.second && opened.about(way.second).type == SANE_TYPE_STRING)
        REQUIRE(opened.choose(way.second, "Duplex") == SANE_STATUS_GOOD);
    if (way.second && opened.about(way.second).type == SANE_TYPE_BOOL)
        REQUIRE(opened.set(way.second, SANE_TRUE) == SANE_STATUS_GOOD);
    if (opened.has("feeder-mode"))
        REQUIRE(opened.choose("feeder-mode", "continuous") == SANE_STATUS_GOOD);
    opened.chooseSmallPage();
    SANE_Status end = SANE_STATUS_GOOD;
    CHECK(opened.pages(&end) == std::vector{1, 2, 3, 4});
    CHECK(end == SANE_STATUS_NO_DOCS);
    CHECK(device.sheetsIn(u"output"_s) == 4);
}

TEST_CASE("ranges change in place with the source", "[vscan]")
{
    const auto dialect = GENERATE(u"plain"_s, u"airscan"_s, u"pixma"_s, u"epson2"_s);
    const auto device = deviceOf(dialect);
    Opened opened(device);
    const auto *range = opened.about("br-y").constraint.range;
    CHECK(opened.most("br-y") == Approx(297));
    SANE_Int info = 0;
    REQUIRE(opened.choose("source", opened.words("source").at(1).c_str(), &info) ==
            SANE_STATUS_GOOD);
    CHECK((info & SANE_INFO_RELOAD_OPTIONS) != 0);
    CHECK(opened.about("br-y").constraint.range == range);
    CHECK(opened.most("br-y") == Approx(355.6));
    REQUIRE(opened.set("br-y", 350) == SANE_STATUS_GOOD);
    REQUIRE(opened.choose("source", "Flatbed") == SANE_STATUS_GOOD);
    CHECK(opened.most("br-y") == Approx(297));
    CHECK(opened.number("br-y") == Approx(297));
}

TEST_CASE("what belongs to the feeder is inactive while the source is the flatbed", "[vscan]")
{
    const auto [dialect, option, glass, feeder] =
        GENERATE(table<QString, const char *, const char *, const char *>({
            {u"epson2"_s, "adf-mode", "Flatbed", "Automatic Document Feeder"},
            {u"fujitsu"_s, "page-width", "Flatbed", "ADF Front"},
            {u"fujitsu"_s, "page-height", "Flatbed", "ADF Front"},
            {u"kvs"_s, "duplex", "fb", "adf"},
            {u"kvs"_s, "feeder-mode", "fb", "adf"},
        }));
    const auto device = deviceOf(dialect);
    Opened opened(device);
    CHECK(opened.isActive(option) == (opened.word("source") == feeder));
    REQUIRE(opened.choose("source", glass) == SANE_STATUS_GOOD);
    CHECK_FALSE(opened.isActive(option));
    std::string value(64, '\0');
    CHECK(opened.control(option, SANE_ACTION_GET_VALUE, value.data()) == SANE_STATUS_INVAL);
    CHECK(opened.control(option, SANE_ACTION_SET_VALUE, value.data()) == SANE_STATUS_INVAL);
    REQUIRE(opened.choose("source", feeder) == SANE_STATUS_GOOD);
    CHECK(opened.isActive(option));
    CHECK(opened.control(option, SANE_ACTION_GET_VALUE, value.data()) == SANE_STATUS_GOOD);
}

TEST_CASE("the fujitsu dialect clamps corners to the paper and centres it", "[vscan]")
{
    const auto device = deviceOf(u"fujitsu"_s, u"adf-duplex"_s);
    device.load(1, 2);
    Opened opened(device);
    REQUIRE(opened.choose("mode", "Color") == SANE_STATUS_GOOD);
    // Letter until told otherwise: A4 is cut off.
    double bottom = 0;
    SANE_Int info = 0;
    REQUIRE(opened.set("br-y", 297, &info, &bottom) == SANE_STATUS_GOOD);
    CHECK(bottom == Approx(279.4).margin(0.01));
    CHECK((info & SANE_INFO_INEXACT) != 0);

    REQUIRE(opened.set("page-width", 50, &info) == SANE_STATUS_GOOD);
    CHECK((info & SANE_INFO_RELOAD_OPTIONS) != 0);
    CHECK(opened.most("br-x") == Approx(50));
    CHECK(opened.number("br-x") == Approx(50));
    opened.chooseSmallPage();
    CHECK(pageIn(opened.frame()) == 1);

    // Wider paper than lies there: the sheet begins 10 mm further right.
    REQUIRE(opened.set("page-width", 70) == SANE_STATUS_GOOD);
    REQUIRE(opened.set("br-x", 50) == SANE_STATUS_GOOD);
    const auto shifted = opened.frame();
    const auto straight = pageBytes(2);
    constexpr std::size_t shift = 29;  // 9.94 mm at 75 dpi
    for (const std::size_t row : {std::size_t{0}, std::size_t{100}}) {
        const auto line = row * station::scanner::testing::pageWidth * 3;
        CHECK(shifted.substr(line, shift * 3) == std::string(shift * 3, '\xff'));
        CHECK(shifted.substr(line + shift * 3, 60) == straight.substr(line, 60));
    }
}

TEST_CASE("the fujitsu dialect reads backs alone and has its extras", "[vscan]")
{
    const auto device = deviceOf(u"fujitsu"_s, u"adf-duplex"_s);
    device.load(1, 4);
    Opened opened(device);
    REQUIRE(opened.choose("source", "ADF Back") == SANE_STATUS_GOOD);
    opened.chooseSmallPage();
    CHECK(opened.word("df-action") == "Default");
    CHECK(opened.choose("df-action", "Stop") == SANE_STATUS_GOOD);
    CHECK(opened.choose("df-action", "Explode") == SANE_STATUS_INVAL);
    CHECK(opened.set("df-thickness", SANE_TRUE) == SANE_STATUS_GOOD);
    CHECK(opened.set("df-thickness", 2) == SANE_STATUS_INVAL);
    CHECK(opened.number("df-thickness") == SANE_TRUE);
    CHECK(opened.word("df-action") == "Stop");
    REQUIRE(opened.choose("mode", "Color") == SANE_STATUS_GOOD);
    CHECK(opened.pages() == std::vector{2, 4});
}

TEST_CASE("the kvs dialect measures in pixels of the resolution", "[vscan]")
{
    const auto device = deviceOf(u"kvs"_s, u"adf-duplex"_s);
    Opened opened(device);
    CHECK_FALSE(opened.has("source"));
    CHECK(opened.about("br-x").unit == SANE_UNIT_PIXEL);
    CHECK(opened.about("br-x").type == SANE_TYPE_INT);
    SANE_Int info = 0;
    REQUIRE(opened.set("resolution", 300, &info) == SANE_STATUS_GOOD);
    CHECK((info & SANE_INFO_RELOAD_OPTIONS) != 0);
    CHECK(opened.most("br-x") == 2550);
    CHECK(opened.most("br-y") == 4200);
    REQUIRE(opened.set("br-x", 1000) == SANE_STATUS_GOOD);
    CHECK(opened.parameters().pixels_per_line == 1000);
    REQUIRE(opened.set("resolution", 150) == SANE_STATUS_GOOD);
    CHECK(opened.most("br-x") == 1275);
    CHECK(opened.number("br-x") == 500);
    CHECK(opened.parameters().pixels_per_line == 500);
}

TEST_CASE("the kvs dialect ends a batch behind one sheet unless it feeds continuously", "[vscan]")
{
    const auto device = deviceOf(u"kvs"_s, u"adf-duplex"_s);
    device.load(1, 6);
    Opened opened(device);
    opened.chooseSmallPage();
    REQUIRE(opened.choose("mode", "Gray") == SANE_STATUS_GOOD);
    REQUIRE(opened.set("duplex", SANE_TRUE) == SANE_STATUS_GOOD);
    CHECK(opened.word("feeder-mode") == "single");
    SANE_Status end = SANE_STATUS_GOOD;
    CHECK(opened.pages(&end) == std::vector{1, 2});
    CHECK(end == SANE_STATUS_NO_DOCS);
    opened.session().cancel();
    REQUIRE(opened.choose("feeder-mode", "continuous") == SANE_STATUS_GOOD);
    CHECK(opened.pages() == std::vector{3, 4, 5, 6});
}

TEST_CASE("the source Auto takes paper from wherever there is some", "[vscan]")
{
    const auto device = deviceOf(u"translated"_s);
    device.layOnGlass(5);
    device.load(1, 1);
    Opened opened(device);
    REQUIRE(opened.choose("scan-mode", "24bit Color") == SANE_STATUS_GOOD);
    CHECK(opened.word("doc-source") == "Auto");
    opened.chooseSmallPage();
    CHECK(pageIn(opened.frame()) == 1);
    CHECK(pageIn(opened.frame()) == 5);
}

TEST_CASE("sensors are inactive without a feeder and the button is told once", "[vscan]")
{
    const auto dialect = GENERATE(u"plain"_s, u"fujitsu"_s);
    const auto device = deviceOf(dialect, u"flatbed"_s);
    Opened opened(device);
    for (const char *name : {"page-loaded", "cover-open", "double-feed"})
        CHECK_FALSE(opened.isActive(name));
    REQUIRE(opened.isActive("scan"));
    CHECK_FALSE(SANE_OPTION_IS_SETTABLE(opened.about("scan").cap));
    CHECK(opened.number("scan") == SANE_FALSE);
    device.mark(u"button"_s);
    CHECK(opened.number("scan") == SANE_TRUE);
    CHECK(opened.number("scan") == SANE_FALSE);
    CHECK_FALSE(device.has(u"button"_s));
}

TEST_CASE("sensors show what lies in the folder", "[vscan]")
{
    const auto dialect = GENERATE(u"plain"_s, u"fujitsu"_s);
    const auto device = deviceOf(dialect, u"adf"_s);
    Opened opened(device);
    CHECK(opened.number("page-loaded") == SANE_FALSE);
    device.load(1, 1);
    CHECK(opened.number("page-loaded") == SANE_TRUE);
    for (const char *name : {"cover-open", "double-feed"}) {
        CHECK(opened.number(name) == SANE_FALSE);
        device.mark(QString::fromLatin1(name));
        CHECK(opened.number(name) == SANE_TRUE);
    }
    CHECK(opened.set("cover-open", SANE_FALSE) == SANE_STATUS_INVAL);
}
