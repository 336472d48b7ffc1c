#include "tests/scanner/vscan/scanimage.h"
#include "tests/support/catch.h"

using namespace station::scanner::testing;
using namespace Qt::StringLiterals;

// The virtual scanner as others see it: driven by SANE's own program, whose exit
// code is the SANE status.

TEST_CASE("scanimage empties the feeder", "[vscan]")
{
    const Bench bench;
    bench.load(1, 3);
    CHECK(scanFeeder(bench) == 0);
    CHECK(pages(bench) == std::vector{1, 2, 3});
    CHECK(scanFeeder(bench) == 7);
}

TEST_CASE("scanimage gets fronts and backs in turn", "[vscan]")
{
    const Bench bench;
    bench.load(1, 4);
    CHECK(scanFeeder(bench, {u"--source"_s, u"ADF Duplex"_s}) == 0);
    CHECK(pages(bench) == std::vector{1, 2, 3, 4});
}

TEST_CASE("a sheet without a back image has a white back", "[vscan]")
{
    const Bench bench;
    bench.load(1, 1);
    CHECK(scanFeeder(bench, {u"--source"_s, u"ADF Duplex"_s, u"--mode"_s, u"Gray"_s}) == 0);
    CHECK(pages(bench) == std::vector{1, 0});
    const auto back = readPnm(bench.spool() + u"/p2.pnm"_s);
    CHECK((back.pixels == QByteArray(pageWidth * pageHeight, '\xff')));
}

TEST_CASE("scanimage gets gray and line art", "[vscan]")
{
    const Bench bench;
    bench.load(1, 2);
    CHECK(scanFeeder(bench, {u"--batch-count=1"_s, u"--mode"_s, u"Gray"_s}) == 0);
    CHECK(readPnm(bench.spool() + u"/p1.pnm"_s).kind == 5);
    CHECK(pages(bench) == std::vector{1});
    CHECK(scanFeeder(bench, {u"--batch-count=1"_s, u"--mode"_s, u"Lineart"_s}) == 0);
    const auto lineart = readPnm(bench.spool() + u"/p1.pnm"_s);
    CHECK(lineart.kind == 4);
    CHECK(lineart.pixels.size() == (pageWidth + 7) / 8 * pageHeight);
}

TEST_CASE("scanimage reads the glass", "[vscan]")
{
    const Bench bench;
    writePng(bench.device(u"flatbed1/flatbed.png"_s), pagePixels(5), pageWidth, pageHeight,
             pageDpi);
    CHECK(scanimage(bench, {u"-d"_s, u"vscan:flatbed1"_s, u"-o"_s, u"p1.pnm"_s}) == 0);
    CHECK(pages(bench) == std::vector{5});
}

TEST_CASE("scanimage sees a jam on page 2 and keeps page 1", "[vscan]")
{
    const Bench bench;
    bench.load(1, 3);
    bench.setIni(u"fault = start 2 jammed once"_s);
    CHECK(scanFeeder(bench) == 6);
    CHECK(pages(bench) == std::vector{1});
    CHECK(scanFeeder(bench) == 6);  // until somebody takes the sheet out
    bench.unmark(u"jammed"_s);
    CHECK(scanFeeder(bench) == 0);
    CHECK(pages(bench) == std::vector{2, 3});
}

TEST_CASE("scanimage sees an open cover and a pulled cable", "[vscan]")
{
    const Bench bench;
    bench.load(1, 2);
    bench.mark(u"cover-open"_s);
    CHECK(scanFeeder(bench) == 8);
    bench.unmark(u"cover-open"_s);
    bench.setIni(u"fault = read 1 unplug 50"_s);
    CHECK(scanFeeder(bench) == 9);
    CHECK(scanFeeder(bench) == 1);  // no such device any more
}

TEST_CASE("after a crash the next program continues at the right sheet", "[vscan]")
{
    const Bench bench;
    bench.load(1, 4);
    bench.setIni(u"fault = read 2 crash 50 once"_s);
    CHECK(scanFeeder(bench) == -1);
    CHECK(filesIn(bench.device(u"adf1/feeder"_s), u"*"_s).size() == 2);
    CHECK(scanFeeder(bench) == 0);
    CHECK(pages(bench) == std::vector{3, 4});
}
