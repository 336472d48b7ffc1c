#include "scanner/client/training_scanner.h"
#include "tests/scanner/support.h"
#include "tests/support/catch.h"

#include <QElapsedTimer>

#include <cstdio>

using namespace station;
using namespace station::scanner;
using namespace station::scanner::testing;
using namespace Qt::StringLiterals;

// Not part of the normal run, since a busy machine says nothing about us:
//
//     scanner_tests "[.figures]"

TEST_CASE("how long it takes to open a known device and to be ready after a crash", "[.figures]")
{
    const Bench bench;
    auto environment = bench.environment();
    environment.quirksFolder = QStringLiteral(STATION_SHARE_DIR "/scanners");
    environment.binding.vendor = u"Trạm Số hóa"_s;
    environment.binding.model = u"Máy quét tập luyện hai mặt"_s;
    environment.binding.statePath = bench.dir() + u"/last-seen.json"_s;
    constexpr int rounds = 20;
    qint64 openNs = 0;
    qint64 readyNs = 0;
    for (int round = 0; round < rounds; ++round) {
        bench.setIni(u"fault = read 2 crash 50 once"_s);
        bench.load(1, 2);
        SaneScanSource source(environment);
        QElapsedTimer timer;
        timer.start();
        REQUIRE(source.open({}));
        openNs += timer.nsecsElapsed();
        Sides got;
        REQUIRE_FALSE(source.scan(bench.request(), got.onSide(), {}));
        timer.restart();
        REQUIRE(source.open({}));
        readyNs += timer.nsecsElapsed();
    }
    std::printf("open a remembered device: %.1f ms\nready after a crash: %.1f ms\n",
                static_cast<double>(openNs) / rounds / 1e6,
                static_cast<double>(readyNs) / rounds / 1e6);
    CHECK(readyNs / rounds < 100'000'000);
    CHECK(openNs / rounds < 50'000'000);
}

TEST_CASE("how many sides a minute become durable", "[.figures]")
{
    const Bench bench;
    constexpr int sides = 30;
    QStringList images;
    for (int side = 0; side < sides; ++side)
        images << bench.dir() + u"/a4.png"_s;
    constexpr int width = 2480;
    constexpr int height = 3508;
    writePng(images.first(), QByteArray(qsizetype{width} * height * 3, '\xdd'), width, height, 300);
    REQUIRE(loadFeeder(bench.dir(), u"adf1"_s, images));
    auto request = bench.request();
    request.source = workflow::PaperSource::Duplex;
    request.dpi = 300;
    request.widthMm = 210;
    request.heightMm = 297;
    SaneScanSource source(bench.environment());
    QElapsedTimer timer;
    timer.start();
    const auto count =
        source.scan(request, [](const workflow::ScannedSide &) { return Expected<>(); }, {});
    REQUIRE(count);
    CHECK(*count == sides);
    std::printf("A4, 300 dpi, colour, duplex: %.0f sides a minute\n",
                sides * 60e3 / static_cast<double>(timer.elapsed()));
}
