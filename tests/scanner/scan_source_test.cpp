#include "tests/scanner/support.h"
#include "tests/support/catch.h"

#include "core/base/worker_channel.h"
#include "scanner/client/training_scanner.h"
#include "scanner/protocol/messages.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QThread>

#include <csignal>
#include <thread>

using namespace station;
using namespace station::scanner;
using namespace station::scanner::testing;
using namespace Qt::StringLiterals;
using dossier::Face;
using workflow::ColourMode;
using workflow::PaperSource;

TEST_CASE("a sheet arrives pixel by pixel as it lies in the feeder", "[scanner]")
{
    const Bench bench;
    bench.load(1, 3);
    SaneScanSource source(bench.environment());
    Sides got;
    const auto count = source.scan(bench.request(), got.onSide(), {});
    REQUIRE(count);
    CHECK(*count == 3);
    CHECK(got.pages() == std::vector{1, 2, 3});
    for (int i = 0; i < 3; ++i) {
        const auto &side = got.sides[static_cast<std::size_t>(i)];
        CHECK(side.sheet == i + 1);
        CHECK(side.face == Face::Front);
        CHECK(side.widthPx == pageWidth);
        CHECK(side.heightPx == pageHeight);
        CHECK(side.dpi == pageDpi);
        CHECK_FALSE(side.damaged);
        CHECK(side.file.startsWith(bench.spool()));
        CHECK(readPnm(side.file).kind == 6);
    }
}

TEST_CASE("a duplex scan delivers front and back of each sheet in turn", "[scanner]")
{
    const Bench bench;
    bench.load(1, 4);
    SaneScanSource source(bench.environment());
    Sides got;
    auto request = bench.request();
    request.source = PaperSource::Duplex;
    REQUIRE(source.scan(request, got.onSide(), {}));
    CHECK(got.pages() == std::vector{1, 2, 3, 4});
    std::vector<std::pair<int, Face>> order;
    for (const auto &side : got.sides)
        order.emplace_back(side.sheet, side.face);
    CHECK(order == std::vector<std::pair<int, Face>>{
                       {1, Face::Front}, {1, Face::Back}, {2, Face::Front}, {2, Face::Back}});
}

TEST_CASE("a gray scan is an 8-bit gray file", "[scanner]")
{
    const Bench bench;
    bench.load(1, 1);
    SaneScanSource source(bench.environment());
    Sides got;
    auto request = bench.request();
    request.mode = ColourMode::Gray;
    REQUIRE(source.scan(request, got.onSide(), {}));
    const auto pnm = readPnm(got.sides.at(0).file);
    CHECK(pnm.kind == 5);
    CHECK((pnm.pixels == grayOf(pagePixels(1))));
}

TEST_CASE("the glass gives exactly one side a scan", "[scanner]")
{
    const Bench bench;
    const QString image = bench.dir() + u"/glass.png"_s;
    writePng(image, pagePixels(9), pageWidth, pageHeight, pageDpi);
    REQUIRE(layOnGlass(bench.dir(), u"flatbed1"_s, image));
    SaneScanSource source(bench.environment());
    Sides got;
    auto request = bench.request();
    request.device = u"vscan:flatbed1"_s;
    request.source = PaperSource::Flatbed;
    REQUIRE(source.scan(request, got.onSide(), {}));
    REQUIRE(source.scan(request, got.onSide(), {}));
    CHECK(got.pages() == std::vector{9, 9});
}

TEST_CASE("the side tells the resolution that the device really used", "[scanner]")
{
    const Bench bench;
    bench.load(1, 1);
    SaneScanSource source(bench.environment());
    Sides got;
    auto request = bench.request();
    request.dpi = 1200;
    request.widthMm = request.heightMm = 10;
    REQUIRE(source.scan(request, got.onSide(), {}));
    CHECK(got.sides.at(0).dpi == 600);
    CHECK(got.sides.at(0).widthPx == 236);
}

TEST_CASE("a wish that the device cannot fulfil names the wish", "[scanner]")
{
    const Bench bench;
    SaneScanSource source(bench.environment());
    Sides got;
    auto request = bench.request();
    request.source = PaperSource::Flatbed;
    const auto result = source.scan(request, got.onSide(), {});
    REQUIRE_FALSE(result);
    CHECK(result.error().fault == Fault::InvalidInput);
    CHECK(result.error().subject == u"source"_s);
}

TEST_CASE("an empty feeder is told apart from the end of the paper", "[scanner]")
{
    const Bench bench;
    SaneScanSource source(bench.environment());
    Sides got;
    const auto result = source.scan(bench.request(), got.onSide(), {});
    REQUIRE_FALSE(result);
    CHECK(result.error().fault == Fault::FeederEmpty);
    CHECK(got.sides.empty());
}

TEST_CASE("a jam keeps the sheets before it and names the sheet to put back", "[scanner]")
{
    const Bench bench;
    bench.load(1, 3);
    bench.setIni(u"fault = read 2 jammed 50 once"_s);
    SaneScanSource source(bench.environment());
    Sides got;
    const auto jam = source.scan(bench.request(), got.onSide(), {});
    REQUIRE_FALSE(jam);
    CHECK(jam.error().fault == Fault::PaperJam);
    CHECK(jam.error().subject == u"2"_s);
    CHECK(got.pages() == std::vector{1});
    CHECK(filesIn(bench.spool(), u"*"_s).size() == 1);

    // The clerk opens the cover, takes the sheet out and puts it back on top.
    bench.unmark(u"jammed"_s);
    REQUIRE(QFile::rename(bench.device(u"adf1/output/00002.png"_s),
                          bench.device(u"adf1/feeder/00002.png"_s)));
    REQUIRE(source.scan(bench.request(), got.onSide(), {}));
    CHECK(got.pages() == std::vector{1, 2, 3});
}

TEST_CASE("two sheets at once are told apart from a jam by the sensor", "[scanner]")
{
    const Bench bench;
    bench.load(1, 2);
    bench.setIni(u"fault = read 1 double-feed 20"_s);
    SaneScanSource source(bench.environment());
    Sides got;
    const auto result = source.scan(bench.request(), got.onSide(), {});
    REQUIRE_FALSE(result);
    CHECK(result.error().fault == Fault::DoubleFeed);
    CHECK(result.error().subject == u"1"_s);
}

TEST_CASE("each trouble of the device has its own fault", "[scanner]")
{
    const auto [marker, fault] = GENERATE(table<QString, Fault>({
        {u"cover-open"_s, Fault::CoverOpen},
        {u"jammed"_s, Fault::PaperJam},
        {u"unplugged"_s, Fault::DeviceNotFound},
        {u"access-denied"_s, Fault::DeviceNotFound},
        {u"busy"_s, Fault::DeviceBusy},
    }));
    const Bench bench;
    bench.load(1, 1);
    bench.mark(marker);
    SaneScanSource source(bench.environment(), {.openMs = 5000});
    Sides got;
    const auto result = source.scan(bench.request(), got.onSide(), {});
    REQUIRE_FALSE(result);
    CHECK(result.error().fault == fault);
    bench.unmark(marker);
    CHECK(source.scan(bench.request(), got.onSide(), {}));
}

TEST_CASE("a device that another program holds is busy until it lets go", "[scanner]")
{
    const Bench bench;
    bench.load(1, 1);
    SaneScanSource first(bench.environment());
    SaneScanSource second(bench.environment());
    REQUIRE(first.open({}));
    Sides got;
    const auto refused = second.scan(bench.request(), got.onSide(), {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fault == Fault::DeviceBusy);
    first.close();
    CHECK(second.scan(bench.request(), got.onSide(), {}));
}

TEST_CASE("a device that warms up is asked again", "[scanner]")
{
    const Bench bench;
    bench.load(1, 1);
    bench.setIni(u"fault = start * busy once"_s);
    SaneScanSource source(bench.environment());
    Sides got;
    CHECK(source.scan(bench.request(), got.onSide(), {}));
}

TEST_CASE("a cable pulled in mid page is a lost device, and works again when plugged in",
          "[scanner]")
{
    const Bench bench;
    bench.load(1, 3);
    bench.setIni(u"fault = read 2 unplug 50 once"_s);
    SaneScanSource source(bench.environment());
    Sides got;
    const auto lost = source.scan(bench.request(), got.onSide(), {});
    REQUIRE_FALSE(lost);
    CHECK(lost.error().fault == Fault::DeviceLost);
    CHECK(lost.error().subject == u"2"_s);
    CHECK(got.sides.size() == 1);
    bench.unmark(u"unplugged"_s);
    REQUIRE(source.scan(bench.request(), got.onSide(), {}));
    CHECK(got.pages() == std::vector{1, 3});
}

TEST_CASE("an input or output error of a device that is still there is its own fault", "[scanner]")
{
    const Bench bench;
    bench.load(1, 2);
    bench.setIni(u"fault = read 1 io-error 10 once"_s);
    SaneScanSource source(bench.environment());
    Sides got;
    const auto failed = source.scan(bench.request(), got.onSide(), {});
    REQUIRE_FALSE(failed);
    CHECK(failed.error().fault == Fault::DeviceFailed);
    CHECK(source.scan(bench.request(), got.onSide(), {}));
}

TEST_CASE("a worker that crashes loses only the side under way", "[scanner]")
{
    const auto action = GENERATE(u"crash"_s, u"abort"_s, u"exit"_s);
    const Bench bench;
    bench.load(1, 4);
    bench.setIni(u"fault = read 3 %1 50 once"_s.arg(action));
    SaneScanSource source(bench.environment());
    Sides got;
    const auto crashed = source.scan(bench.request(), got.onSide(), {});
    REQUIRE_FALSE(crashed);
    CHECK(crashed.error().fault == Fault::DeviceFailed);
    CHECK(crashed.error().subject == u"3"_s);
    CHECK(got.pages() == std::vector{1, 2});
    CHECK(filesIn(bench.spool(), u"*.part"_s).isEmpty());

    REQUIRE(source.scan(bench.request(), got.onSide(), {}));
    CHECK(got.pages() == std::vector{1, 2, 4});
}

TEST_CASE("a device that makes no progress is stopped and reported as stalled", "[scanner]")
{
    const auto fault =
        GENERATE(u"open * hang-hard"_s, u"control * hang"_s, u"start 2 spin"_s, u"read 2 hang 50"_s,
                 u"read 2 hang-hard 50"_s, u"read 2 livelock 50"_s);
    const Bench bench;
    bench.load(1, 3);
    bench.setIni(u"fault = %1 once"_s.arg(fault));
    SaneScanSource source(bench.environment(), shortDeadlines());
    Sides got;
    QElapsedTimer timer;
    timer.start();
    const auto stalled = source.scan(bench.request(), got.onSide(), {});
    REQUIRE_FALSE(stalled);
    CHECK(stalled.error().fault == Fault::DeviceStalled);
    CHECK(timer.elapsed() < 10'000);
    CHECK(filesIn(bench.spool(), u"*.part"_s).isEmpty());

    const auto before = got.sides.size();
    CHECK(before == (fault.contains(u'2') ? 1 : 0));
    REQUIRE(source.scan(bench.request(), got.onSide(), {}));
    CHECK(got.sides.size() > before);
    CHECK(got.pages().back() == 3);
}

TEST_CASE("a device that is lost while it is put to rest has done its work", "[scanner]")
{
    const auto action = GENERATE(u"hang-hard"_s, u"crash"_s);
    const Bench bench;
    bench.load(1, 2);
    bench.setIni(u"fault = cancel * %1 once"_s.arg(action));
    SaneScanSource source(bench.environment(), shortDeadlines());
    Sides got;
    CHECK(source.scan(bench.request(), got.onSide(), {}));
    bench.load(3, 3);
    CHECK(source.scan(bench.request(), got.onSide(), {}));
    CHECK(got.pages() == std::vector{1, 2, 3});
}

TEST_CASE("a fault is not forgotten when the device then hangs", "[scanner]")
{
    const Bench bench;
    bench.load(1, 2);
    bench.setIni(u"fault = read 2 jammed 50\nfault = cancel * hang-hard"_s);
    SaneScanSource source(bench.environment(), shortDeadlines());
    Sides got;
    const auto result = source.scan(bench.request(), got.onSide(), {});
    REQUIRE_FALSE(result);
    CHECK(result.error().fault == Fault::PaperJam);
    CHECK(result.error().subject == u"2"_s);
}

TEST_CASE("a slow device is not stopped while bytes keep coming", "[scanner]")
{
    const Bench bench;
    bench.load(1, 1);
    bench.setIni(u"side-ms = 2000"_s);
    SaneScanSource source(bench.environment(), shortDeadlines());
    Sides got;
    CHECK(source.scan(bench.request(), got.onSide(), {}));
    CHECK(got.pages() == std::vector{1});
}

TEST_CASE("a side that ends early is kept and flagged as damaged", "[scanner]")
{
    const auto status = GENERATE(u"eof"_s, u"no-docs"_s);
    const Bench bench;
    bench.load(1, 2);
    bench.setIni(u"fault = read 1 %1 50"_s.arg(status));
    SaneScanSource source(bench.environment());
    Sides got;
    REQUIRE(source.scan(bench.request(), got.onSide(), {}));
    REQUIRE(got.sides.size() == 2);
    CHECK(got.sides[0].damaged);
    CHECK(got.sides[0].heightPx == pageHeight / 2);
    const auto pnm = readPnm(got.sides[0].file);
    CHECK(pnm.height == pageHeight / 2);
    CHECK((pnm.pixels == pagePixels(1).left(pageHeight / 2 * pageWidth * 3)));
    CHECK_FALSE(got.sides[1].damaged);
}

TEST_CASE("a side without a single byte is a failure of the device", "[scanner]")
{
    const Bench bench;
    bench.load(1, 2);
    bench.setIni(u"fault = read 2 eof 0"_s);
    SaneScanSource source(bench.environment());
    Sides got;
    const auto result = source.scan(bench.request(), got.onSide(), {});
    REQUIRE_FALSE(result);
    CHECK(result.error().fault == Fault::DeviceFailed);
    CHECK(result.error().subject == u"2"_s);
    CHECK(got.pages() == std::vector{1});
    CHECK(filesIn(bench.spool(), u"*"_s).size() == 1);
}

TEST_CASE("the end of the paper may show only when a side is read", "[scanner]")
{
    const Bench bench;
    bench.load(1, 2);
    bench.setIni(u"fault = read 2 no-docs 0"_s);
    SaneScanSource source(bench.environment());
    Sides got;
    const auto count = source.scan(bench.request(), got.onSide(), {});
    REQUIRE(count);
    CHECK(*count == 1);
}

TEST_CASE("a file gets its height at the end when the device does not know it before", "[scanner]")
{
    const Bench bench;
    bench.load(1, 1);
    bench.setIni(u"unknown-length = yes"_s);
    SaneScanSource source(bench.environment());
    Sides got;
    REQUIRE(source.scan(bench.request(), got.onSide(), {}));
    CHECK(got.sides.at(0).heightPx == pageHeight);
    CHECK_FALSE(got.sides.at(0).damaged);
    const auto pnm = readPnm(got.sides.at(0).file);
    CHECK(pnm.height == pageHeight);
    CHECK((pnm.pixels == pagePixels(1)));
}

TEST_CASE("a cancelled scan keeps its sides and leaves the device ready", "[scanner]")
{
    const Bench bench;
    bench.load(1, 3);
    bench.setIni(u"side-ms = 500"_s);
    SaneScanSource source(bench.environment());
    Sides got;
    std::stop_source stop;
    std::thread clerk([&] {
        while (filesIn(bench.spool(), u"*.p*"_s).size() < 2)  // the second side is under way
            QThread::msleep(10);
        stop.request_stop();
    });
    const auto result = source.scan(bench.request(), got.onSide(), stop.get_token());
    clerk.join();
    REQUIRE_FALSE(result);
    CHECK(result.error().fault == Fault::Cancelled);
    CHECK(got.sides.size() == 1);
    CHECK(filesIn(bench.spool(), u"*"_s).size() == 1);
    REQUIRE(source.scan(bench.request(), got.onSide(), {}));
    CHECK(got.pages() == std::vector{1, 3});
}

TEST_CASE("a device that does not react to cancel is stopped", "[scanner]")
{
    const Bench bench;
    bench.load(1, 2);
    bench.setIni(u"fault = read 2 hang-hard 50"_s);
    SaneScanSource source(bench.environment(), {.cancelMs = 200});
    Sides got;
    std::stop_source stop;
    std::thread clerk([&] {
        QThread::msleep(200);
        stop.request_stop();
    });
    const auto result = source.scan(bench.request(), got.onSide(), stop.get_token());
    clerk.join();
    REQUIRE_FALSE(result);
    CHECK(result.error().fault == Fault::DeviceStalled);
    CHECK(got.sides.size() == 1);
}

TEST_CASE("an error of the receiver stops the run and comes back", "[scanner]")
{
    const Bench bench;
    bench.load(1, 3);
    SaneScanSource source(bench.environment());
    const auto full = [](const workflow::ScannedSide &) -> Expected<> {
        return fail(Fault::StorageFull);
    };
    const auto result = source.scan(bench.request(), full, {});
    REQUIRE_FALSE(result);
    CHECK(result.error().fault == Fault::StorageFull);
}

TEST_CASE("a spool folder that is missing is a storage fault", "[scanner]")
{
    const Bench bench;
    bench.load(1, 1);
    SaneScanSource source(bench.environment());
    Sides got;
    auto request = bench.request();
    request.spoolFolder += u"/missing"_s;
    const auto result = source.scan(request, got.onSide(), {});
    REQUIRE_FALSE(result);
    CHECK(result.error().fault == Fault::StorageFailed);
}

TEST_CASE("the device stays open between scans, and an idle worker that died is replaced",
          "[scanner]")
{
    const Bench bench;
    bench.load(1, 1);
    SaneScanSource source(bench.environment());
    Sides got;
    REQUIRE(source.scan(bench.request(), got.onSide(), {}));
    const auto workers = childrenOf(QCoreApplication::applicationPid());
    REQUIRE(workers.size() == 1);
    bench.load(2, 2);
    REQUIRE(source.scan(bench.request(), got.onSide(), {}));
    CHECK(childrenOf(QCoreApplication::applicationPid()) == workers);

    REQUIRE(::kill(static_cast<pid_t>(workers[0]), SIGKILL) == 0);
    QThread::msleep(50);
    bench.load(3, 3);
    REQUIRE(source.scan(bench.request(), got.onSide(), {}));
    CHECK(got.pages() == std::vector{1, 2, 3});
}

TEST_CASE("the side under way becomes durable when the owner of the worker goes", "[scanner]")
{
    const Bench bench;
    bench.load(1, 3);
    bench.setIni(u"side-ms = 200"_s);
    {
        auto worker = WorkerChannel::start(helperProgram(u"tramsohoa-scan-worker"_s), {},
                                           bench.environment().variables);
        REQUIRE(worker);
        REQUIRE(worker->receive(2000));
        REQUIRE(worker->send({{u"do"_s, u"open"_s}, {u"device"_s, u"vscan:adf1"_s}}));
        REQUIRE(worker->receive(2000));
        REQUIRE(worker->send(toJson(bench.request())));
        const auto progress = worker->receive(2000);
        REQUIRE(progress);
        CHECK(progress->value("type"_L1) == "progress"_L1);
    }
    const auto files = filesIn(bench.spool(), u"*"_s);
    REQUIRE(files.size() == 1);
    CHECK(pageOf(bench.spool() + u'/' + files[0]) == 1);
    CHECK(filesIn(bench.device(u"adf1/feeder"_s), u"*"_s).size() == 2);
}
