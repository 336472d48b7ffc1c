#include "scanner/quirks/quirk_table.h"
#include "tests/scanner/support.h"
#include "tests/support/catch.h"

#include <QDir>

using namespace station;
using namespace station::scanner;
using namespace station::scanner::testing;
using namespace Qt::StringLiterals;

namespace {

Expected<std::vector<Quirk>> read(const QString &text)
{
    const QTemporaryDir dir;
    writeText(dir.filePath(u"maker.toml"_s), text);
    return readQuirks(dir.path());
}

QString problemsOf(const QString &text)
{
    const auto rows = read(text);
    REQUIRE_FALSE(rows);
    CHECK(rows.error().fault == Fault::SettingsInvalid);
    return rows.error().subject;
}

}  // namespace

TEST_CASE("a quirk file may say everything that a row holds", "[quirks]")
{
    const auto rows = read(uR"(
[[scanner]]
backend = "maker"
vendor = "Maker*"
model = "M-*"
flatbed = ["Glass"]
feeder = ["Tray"]
duplex = ["Tray both"]
colour = ["Colour"]
gray = ["Gray"]
never = ["Tray back"]
source_option = "doc-source"
sides_option = "two"
mode_option = "scan-mode"
resolution_option = "dpi"
button = "start"
extras = ["df-action = Stop", "swcrop=no"]
page_margin_mm = 6
reopen_between_sheets = true
reopen_between_runs = true
cancel_between_runs = false
busy_tries = 9
prefetches = true
[scanner.deadlines]
open_ms = 1000
first_data_ms = 2000
following_data_ms = 3000
cancel_ms = 4000
)"_s);
    REQUIRE(rows);
    const Quirk expected{.backend = u"maker"_s,
                         .vendor = u"Maker*"_s,
                         .model = u"M-*"_s,
                         .flatbed = {u"Glass"_s},
                         .feeder = {u"Tray"_s},
                         .duplex = {u"Tray both"_s},
                         .colour = {u"Colour"_s},
                         .gray = {u"Gray"_s},
                         .never = {u"Tray back"_s},
                         .sourceOption = u"doc-source"_s,
                         .sidesOption = u"two"_s,
                         .modeOption = u"scan-mode"_s,
                         .resolutionOption = u"dpi"_s,
                         .button = u"start"_s,
                         .extras = {{u"df-action"_s, u"Stop"_s}, {u"swcrop"_s, u"no"_s}},
                         .pageMarginMm = 6,
                         .reopenBetweenSheets = true,
                         .reopenBetweenRuns = true,
                         .cancelBetweenRuns = false,
                         .busyTries = 9,
                         .prefetches = true,
                         .deadlines = {1000, 2000, 3000, 4000}};
    CHECK((*rows == std::vector{expected}));

    auto withoutDeadlines = expected;
    withoutDeadlines.deadlines = {};
    CHECK((quirkFrom(toJson(expected)) == withoutDeadlines));
}

TEST_CASE("a wrong quirk file is refused with the place and the key", "[quirks]")
{
    CHECK(problemsOf(u"[[scanner]]\nbackend = \"a\"\nbusy_tries = 0\n"_s)
              .contains(u"maker.toml:3:14: scanner.busy_tries: expected a whole number"_s));
    CHECK(problemsOf(u"[[scanner]]\nbackend = \"a\"\nextra = []\n"_s)
              .contains(u"did you mean scanner.extras?"_s));
    CHECK(problemsOf(u"[[scanner]]\nbackend = \"a\"\nextras = [\"df\"]\n"_s)
              .contains(u"maker.toml:3:10: scanner.extras: expected texts as"_s));
    CHECK(problemsOf(u"[[scanner]]\nmodel = \"a\"\n"_s).contains(u"scanner.backend: is missing"_s));
    CHECK(problemsOf(u"[[scanner]\n"_s).contains(u"maker.toml:1:"_s));
}

TEST_CASE("the most specific row wins and of equals the last", "[quirks]")
{
    const auto rows = read(uR"(
[[scanner]]
backend = "fujitsu"
button = "any"
[[scanner]]
backend = "fujitsu"
model = "fi-*"
button = "fi"
[[scanner]]
backend = "fujitsu"
model = "fi-71*"
button = "fi-71"
[[scanner]]
backend = "fujitsu"
model = "fi-71*"
button = "again"
)"_s);
    REQUIRE(rows);
    const auto button = [&](const QString &device) {
        return quirkFor(*rows, kindOf(device)).button;
    };
    CHECK(button(u"fujitsu:fi-7160:12"_s) == u"again"_s);
    CHECK(button(u"net:10.0.0.2:fujitsu:FI-6130:12"_s) == u"fi"_s);
    CHECK(button(u"fujitsu:S1500:12"_s) == u"any"_s);
    CHECK(button(u"epson2:libusb:001:002"_s) == u"scan"_s);
    CHECK(quirkFor(*rows, kindOf(u"fujitsu:libusb:1:2"_s, {}, u"fi-7180"_s)).button == u"again"_s);
}

TEST_CASE("backend and model are read from a device name", "[quirks]")
{
    const auto airscan = kindOf(u"airscan:e0:HP LaserJet: 2"_s);
    CHECK(airscan.backend == u"airscan"_s);
    CHECK(airscan.vendor == u"HP"_s);
    CHECK(airscan.model == u"HP LaserJet: 2"_s);
    CHECK(kindOf(u"net:[fe80::1]:canon_dr:DR-C225:5"_s).model == u"DR-C225"_s);
    CHECK(kindOf(u"net:[fe80::1]:canon_dr:DR-C225:5"_s).backend == u"canon_dr"_s);
    CHECK(kindOf(u"epson2:libusb:001:002"_s).model.isEmpty());
    CHECK(kindOf(QString()).backend.isEmpty());
}

TEST_CASE("the rows that come with the program are right and reach their models", "[quirks]")
{
    const auto rows = readQuirks(QStringLiteral(STATION_SHARE_DIR "/scanners"));
    if (!rows)
        FAIL(rows.error().subject.toStdString());
    REQUIRE(rows->size() > 10);
    const auto quirk = [&](const QString &device) { return quirkFor(*rows, kindOf(device)); };
    CHECK(quirk(u"fujitsu:fi-7160:1"_s).pageMarginMm == 6);
    CHECK(quirk(u"fujitsu:fi-7160:1"_s).never.contains(u"ADF Back"_s));
    CHECK(quirk(u"canon_dr:DR-C225:1"_s).pageMarginMm == 6);
    CHECK(quirk(u"airscan:e0:HP LaserJet"_s).reopenBetweenRuns);
    CHECK(quirk(u"airscan:e0:Kyocera ECOSYS"_s).prefetches);
    CHECK_FALSE(quirk(u"airscan:e0:Kyocera ECOSYS"_s).reopenBetweenRuns);
    CHECK(quirk(u"brother4:net1;dev0"_s).colour.first() == u"24bit Color"_s);
    CHECK(quirk(u"kvs40xx:libusb:001:002"_s).sidesOption == u"duplex"_s);
    CHECK(quirk(u"epson2:net:10.0.0.9"_s).sidesOption == u"adf-mode"_s);
    for (const char *backend : {"epsonds", "pixma", "kodak", "kodakaio", "avision", "escl"})
        CHECK_FALSE((quirk(QLatin1String(backend) + u":x"_s) == Quirk{}));
}
