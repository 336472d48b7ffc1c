#include "tests/scanner/vscan/scanimage.h"
#include "tests/support/catch.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>

using namespace station::scanner::testing;
using namespace Qt::StringLiterals;

// The oddities of the virtual scanner as SANE's own program sees them: what scanimage
// copes with is an oddity, not a defect.

namespace {

/// "name|vendor|model|type" of each device.
QStringList listed(const Bench &bench)
{
    const auto run = runScanimage(bench, {u"-f"_s, u"%d|%v|%m|%t%n"_s});
    CHECK(run.exitCode == 0);
    return run.output.split(u'\n', Qt::SkipEmptyParts);
}

QString options(const Bench &bench, const QString &device = u"vscan:adf1"_s)
{
    return runScanimage(bench, {u"-d"_s, device, u"-A"_s}).output;
}

}  // namespace

TEST_CASE("scanimage copes with every odd frame", "[vscan]")
{
    const auto entry = GENERATE(
        u"three-pass = yes"_s, u"read-limit = 7"_s, u"fuzzy = yes"_s, u"lines-off = 0"_s,
        u"unknown-length = yes"_s, u"three-pass = yes\nread-limit = 1001"_s, u"strict = yes"_s,
        u"resolution-type = fixed"_s, u"inexact = yes"_s, u"depth-option = yes"_s,
        u"prefetch = all"_s, u"warm-up-ms = 20"_s, u"resolution-only = 75\ninexact = no"_s);
    CAPTURE(entry);
    const Bench bench;
    bench.load(1, 3);
    bench.setIni(entry);
    if (entry.startsWith(u"resolution-only"_s)) {  // which scanimage may not set
        const auto run =
            runScanimage(bench, {u"-d"_s, u"vscan:adf1"_s, u"--batch=p%d.pnm"_s, u"--format=pnm"_s,
                                 u"-x"_s, u"50"_s, u"-y"_s, u"70"_s});
        CHECK(run.exitCode == 0);
    } else {
        CHECK(scanFeeder(bench) == 0);
    }
    CHECK(pages(bench) == std::vector{1, 2, 3});
}

TEST_CASE("scanimage reads 16 bits", "[vscan]")
{
    const Bench bench;
    bench.load(1, 1);
    bench.setIni(u"depth = 16"_s);
    REQUIRE(scanFeeder(bench, {u"--batch-count=1"_s}) == 0);
    QFile file(bench.spool() + u"/p1.pnm"_s);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray pnm = file.readAll();
    CHECK(pnm.contains("\n65535\n"));
    const QByteArray samples = pnm.right(pageWidth * pageHeight * 6);
    QByteArray wide;
    for (const char sample : pagePixels(1))
        wide.append(2, sample);
    CHECK((samples == wide));
}

TEST_CASE("scanimage shows each dialect's options", "[vscan]")
{
    const auto [dialect, line] = GENERATE(table<QString, QString>({
        {u"fujitsu"_s, u"--source ADF Front|ADF Back|ADF Duplex [ADF Front]"_s},
        {u"fujitsu"_s, u"--page-width 0..215.9mm [215.9]"_s},
        {u"airscan"_s, u"--source ADF|ADF Duplex [ADF]"_s},
        {u"airscan"_s, u"--resolution 75|100|150|200|300|600dpi [300]"_s},
        {u"pixma"_s, u"--source Automatic Document Feeder|ADF Duplex"_s},
        {u"epson2"_s, u"--adf-mode Simplex|Duplex [Simplex]"_s},
        {u"epson2"_s, u"--depth 8|16bit [8]"_s},
        {u"kvs"_s, u"--feeder-mode single|continuous [single]"_s},
        {u"kvs"_s, u"--duplex[=(yes|no)] [no]"_s},
        {u"translated"_s, u"--doc-source Auto|Automatic Document Feeder(left aligned)|"_s},
        {u"translated"_s, u"--scan-resolution 75|100|150|200|300|600dpi [300]"_s},
    }));
    CAPTURE(dialect);
    const Bench bench;
    bench.setIni(u"dialect = "_s + dialect);
    CHECK_THAT(options(bench).toStdString(), Catch::Contains(line.toStdString()));
}

TEST_CASE("scanimage finds a device on the bus by its new name after a replug", "[vscan]")
{
    const Bench bench;
    bench.load(1, 2);
    bench.setIni(u"vendor = Hãng\nmodel = M1\nserial = S1\nlibusb = yes"_s);
    CHECK(listed(bench).contains(u"vscan:libusb:001:004|Hãng|M1|sheetfed scanner"_s));
    CHECK(options(bench, u"vscan:libusb:001:004"_s).contains(u"[S1]"_s));
    bench.mark(u"unplugged"_s);
    CHECK(listed(bench).size() == 1);
    bench.unmark(u"unplugged"_s);
    CHECK(listed(bench).contains(u"vscan:libusb:001:005|Hãng|M1|sheetfed scanner"_s));
    const auto scan = [&](const QString &device) {
        return scanimage(bench, {u"-d"_s, device, u"--batch=p%d.pnm"_s});
    };
    CHECK(scan(u"vscan:libusb:001:004"_s) == 1);
    CHECK(scan(u"vscan:adf1"_s) == 1);
    CHECK(scan(u"vscan:libusb:001:005"_s) == 0);
    CHECK(pages(bench) == std::vector{1, 2});
}

TEST_CASE("a device with glass and feeder calls itself a multi-function peripheral", "[vscan]")
{
    const Bench bench;
    bench.setIni(u"type = flatbed-adf\nvendor = V\nmodel = M"_s);
    CHECK(listed(bench).contains(u"vscan:adf1|V|M|multi-function peripheral"_s));
}

TEST_CASE("a wrong line of device.ini is told to whoever debugs", "[vscan]")
{
    const Bench bench;
    bench.setIni(u"fault = read 1 explode"_s);
    CHECK(listed(bench).size() == 2);
    const auto run =
        runScanimage(bench, {u"-d"_s, u"vscan:adf1"_s, u"-A"_s}, {{u"SANE_DEBUG_VSCAN"_s, u"1"_s}});
    CHECK(run.exitCode == 1);
    CHECK_THAT(run.errors.toStdString(),
               Catch::Contains("adf1/device.ini: line 2: fault: no such action: explode"));
    CHECK(runScanimage(bench, {u"-d"_s, u"vscan:adf1"_s, u"-A"_s}).errors.count(u"explode"_s) == 0);
}

TEST_CASE("discovery takes as long as the devices say", "[vscan]")
{
    const Bench bench;
    bench.setIni(u"discovery-ms = 300"_s);
    QElapsedTimer timer;
    timer.start();
    CHECK(listed(bench).size() == 2);
    CHECK(timer.elapsed() >= 300);
    bench.load(1, 1);
    timer.start();
    CHECK(scanFeeder(bench) == 0);  // by name: nobody looks for it
    CHECK(pages(bench) == std::vector{1});
}

TEST_CASE("discovery hangs for ever while opening by name works", "[vscan]")
{
    const Bench bench;
    bench.load(1, 1);
    writeText(bench.dir() + u"/devices/discovery-hangs"_s, {});
    CHECK(scanFeeder(bench) == 0);
    CHECK(pages(bench) == std::vector{1});

    QProcess process;
    auto variables = QProcessEnvironment::systemEnvironment();
    const auto &ours = bench.environment().variables;
    for (auto it = ours.cbegin(); it != ours.cend(); ++it)
        variables.insert(it.key(), it.value());
    process.setProcessEnvironment(variables);
    process.start(u"scanimage"_s, {u"-L"_s});
    CHECK_FALSE(process.waitForFinished(400));
    process.kill();
    CHECK(process.waitForFinished(5'000));
}

TEST_CASE("a crash loses the images of prefetched sheets", "[vscan]")
{
    const Bench bench;
    bench.load(1, 5);
    bench.setIni(u"prefetch = 2\nfault = read 1 crash 50 once"_s);
    CHECK(scanFeeder(bench) == -1);
    CHECK(filesIn(bench.device(u"adf1/output"_s), u"*"_s).size() == 3);
    CHECK(scanFeeder(bench) == 0);
    CHECK(pages(bench) == std::vector{4, 5});
}

TEST_CASE("scanimage hangs or crashes in close when the script says so", "[vscan]")
{
    const Bench bench;
    bench.load(1, 1);
    bench.setIni(u"fault = close * crash once"_s);
    CHECK(scanFeeder(bench) == -1);
    CHECK(pages(bench) == std::vector{1});
}
