#include "tests/scanner/support.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace station;
using namespace station::scanner;
using namespace station::scanner::testing;
using namespace Qt::StringLiterals;
using workflow::ColourMode;
using workflow::PaperSource;

// The option model and the rows against the virtual scanner's dialects and oddities.

namespace {

class Model {
public:
    explicit Model(const QString &ini, const QString &row = {})
    {
        bench.setIni(ini);
        environment = bench.environment();
        environment.quirksFolder = bench.dir() + u"/scanners"_s;
        QDir().mkpath(environment.quirksFolder);
        writeText(environment.quirksFolder + u"/test.toml"_s,
                  u"[[scanner]]\nbackend = \"vscan\"\n"_s + row + u'\n');
        request = bench.request();
        request.traceFile = bench.dir() + u"/trace.jsonl"_s;
    }

    Expected<int> scan()
    {
        SaneScanSource source(environment, {.openBackOffMs = 20});
        return source.scan(request, got.onSide(), {});
    }

    /// What the trace says that an option was when all was set.
    QJsonValue valueOf(const QString &option) const
    {
        QFile file(request.traceFile);
        REQUIRE(file.open(QIODevice::ReadOnly));
        QJsonValue value(QJsonValue::Undefined);
        for (const auto &line : file.readAll().split('\n')) {
            const auto object = QJsonDocument::fromJson(line).object();
            if (object.value("event"_L1) != "options"_L1 || object.value("when"_L1) != "after"_L1)
                continue;
            for (const auto &entry : object.value("options"_L1).toArray()) {
                if (entry.toObject().value("name"_L1) == option)
                    value = entry.toObject().value("value"_L1);
            }
        }
        return value;
    }

    const Bench bench{};
    ScannerEnvironment environment{};
    workflow::ScanRequest request{};
    Sides got{};
};

}  // namespace

TEST_CASE("each dialect scans simplex duplex and glass without a row of its own", "[model]")
{
    const auto dialect = GENERATE(u"plain"_s, u"fujitsu"_s, u"airscan"_s, u"pixma"_s, u"epson2"_s,
                                  u"kvs"_s, u"translated"_s);
    const auto source = GENERATE(PaperSource::Flatbed, PaperSource::Feeder, PaperSource::Duplex);
    CAPTURE(dialect, static_cast<int>(source));
    Model model(u"type = flatbed-adf-duplex\nstrict = yes\ndialect = %1"_s.arg(dialect),
                dialect == u"kvs" ? u"extras = [\"feeder-mode = continuous\"]"_s : QString());
    model.bench.load(1, 4);
    model.request.source = source;
    model.request.dpi = 150;
    model.request.mode = ColourMode::Gray;
    REQUIRE(model.scan());
    REQUIRE(model.got.sides.size() == (source == PaperSource::Flatbed ? 1U : 4U));
    for (const auto &side : model.got.sides) {
        CHECK(side.dpi == 150);
        CHECK(readPnm(side.file).kind == 5);
        CHECK(side.twoSided == (source == PaperSource::Duplex));
        CHECK(std::abs(side.widthPx - 295) <= 1);
    }
}

TEST_CASE("extras are set where the option exists and is active", "[model]")
{
    Model model(u"dialect = fujitsu"_s,
                u"page_margin_mm = 6\n"
                "extras = [\"df-action = Stop\", \"df-thickness = yes\", \"df-length = maybe\","
                " \"missing = 1\"]"_s);
    model.bench.load(1, 1);
    REQUIRE(model.scan());
    CHECK(model.valueOf(u"df-action"_s) == "Stop"_L1);
    CHECK(model.valueOf(u"df-thickness"_s) == true);
    CHECK(model.valueOf(u"df-length"_s) == false);
    CHECK(model.valueOf(u"page-width"_s).toDouble() == Approx(pageWidthMm + 6).margin(0.01));
    CHECK(model.valueOf(u"br-y"_s).toDouble() == Approx(pageHeightMm + 6).margin(0.01));
}

TEST_CASE("a source word that a row forbids is not chosen", "[model]")
{
    Model model(u"dialect = plain"_s, u"never = [\"ADF Duplex\"]"_s);
    model.request.source = PaperSource::Duplex;
    model.bench.load(1, 1);
    const auto result = model.scan();
    REQUIRE_FALSE(result);
    CHECK(result.error().fault == Fault::InvalidInput);
    CHECK(result.error().subject == u"source"_s);
}

TEST_CASE("a resolution that a later option resets is set again", "[model]")
{
    Model model(u"resolution-resets = yes"_s);
    model.bench.load(1, 1);
    model.request.dpi = 300;
    REQUIRE(model.scan());
    CHECK(model.got.sides.at(0).dpi == 300);
}

TEST_CASE("what a device rounds to is told and it is never below 200 dpi without need", "[model]")
{
    const auto [wanted, real] = GENERATE(table<int, int>({{240, 200}, {300, 300}, {320, 300}}));
    Model model(u"inexact = yes\nresolution-type = fixed"_s);
    model.bench.load(1, 1);
    model.request.dpi = wanted;
    REQUIRE(model.scan());
    CHECK(model.got.sides.at(0).dpi >= 200);
    CHECK(model.got.sides.at(0).dpi == real);
    CHECK(std::abs(model.got.sides.at(0).widthPx - pageWidthMm / 25.4 * real) <= 1.5);
}

TEST_CASE("an option with one value only is left alone", "[model]")
{
    Model model(u"resolution-only = 150"_s);
    model.bench.load(1, 1);
    model.request.dpi = 300;
    REQUIRE(model.scan());
    CHECK(model.got.sides.at(0).dpi == 150);
}

TEST_CASE("options that were refused once are read again and tried alone", "[model]")
{
    Model model(u"fault = control * invalid once"_s);
    model.bench.load(1, 1);
    CHECK(model.scan());
    CHECK(model.got.sides.at(0).dpi == pageDpi);
}

TEST_CASE("a device that refuses every option is refused by the name of the first", "[model]")
{
    Model model(u"fault = control * invalid"_s);
    model.bench.load(1, 1);
    const auto result = model.scan();
    REQUIRE_FALSE(result);
    CHECK(result.error().fault == Fault::InvalidInput);
    CHECK(result.error().subject == u"source"_s);
}

TEST_CASE("odd frames give the same pixels", "[model]")
{
    const auto oddity =
        GENERATE(u"three-pass = yes"_s, u"padding = 5"_s, u"read-limit = 7"_s, u"fuzzy = yes"_s,
                 u"unknown-length = yes"_s, u"lines-off = 8"_s, u"lines-off = -8"_s,
                 u"depth = 16"_s, u"three-pass = yes\npadding = 3\nread-limit = 7\ndepth = 16"_s);
    CAPTURE(oddity);
    Model model(oddity);
    model.bench.load(1, 2);
    REQUIRE(model.scan());
    CHECK(model.got.pages() == std::vector{1, 2});
    CHECK_FALSE(model.got.sides.at(0).damaged);
}

TEST_CASE("more than eight lines fewer than announced is a damaged side", "[model]")
{
    Model model(u"lines-off = 9"_s);
    model.bench.load(1, 1);
    REQUIRE(model.scan());
    CHECK(model.got.sides.at(0).damaged);
    CHECK(model.got.pages() == std::vector{1});
}

TEST_CASE("an end of the paper that shows only in a read is the end", "[model]")
{
    Model model(u"no-docs-late = yes"_s);
    model.bench.load(1, 2);
    const auto count = model.scan();
    REQUIRE(count);
    CHECK(*count == 2);
}

TEST_CASE("a device that starts only once is reopened between sheets by its row", "[model]")
{
    Model model(u"restart-after-page = invalid"_s, u"reopen_between_sheets = true"_s);
    model.bench.load(1, 3);
    REQUIRE(model.scan());
    CHECK(model.got.pages() == std::vector{1, 2, 3});
}

TEST_CASE("a device that is busy while it warms up gets as many tries as its row says", "[model]")
{
    const auto [tries, works] = GENERATE(table<int, bool>({{2, false}, {6, true}}));
    Model model(u"warm-up-ms = 1200\nwarm-up-busy = yes"_s, u"busy_tries = %1"_s.arg(tries));
    model.bench.load(1, 1);
    const auto result = model.scan();
    CHECK(result.has_value() == works);
    if (!works)
        CHECK(result.error().fault == Fault::DeviceBusy);
}

TEST_CASE("deadlines of a row replace the common ones", "[model]")
{
    Model model(u"fault = read 1 hang-hard 50"_s,
                u"[scanner.deadlines]\nfollowing_data_ms = 300"_s);
    model.bench.load(1, 1);
    const auto result = model.scan();
    REQUIRE_FALSE(result);
    CHECK(result.error().fault == Fault::DeviceStalled);
}

TEST_CASE("a wrong row stops the scan and names its place", "[model]")
{
    Model model({}, u"busy_tries = 99"_s);
    const auto result = model.scan();
    REQUIRE_FALSE(result);
    CHECK(result.error().fault == Fault::SettingsInvalid);
    CHECK(result.error().subject.contains(u"test.toml:3:14: scanner.busy_tries"_s));
}

TEST_CASE("a detection that can be switched on is no sensor of a double feed", "[model]")
{
    Model model(u"dialect = kvs\nfault = read 1 jammed 50"_s,
                u"extras = [\"double-feed = yes\"]"_s);
    model.bench.load(1, 1);
    model.request.source = PaperSource::Feeder;
    const auto result = model.scan();
    REQUIRE_FALSE(result);
    CHECK(result.error().fault == Fault::PaperJam);
}
