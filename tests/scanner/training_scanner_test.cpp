#include "scanner/client/discovery.h"
#include "scanner/client/training_scanner.h"
#include "tests/scanner/support.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QJsonArray>

using namespace station;
using namespace station::scanner;
using namespace station::scanner::testing;
using namespace Qt::StringLiterals;

TEST_CASE("the training mode has a duplex feeder and a flatbed", "[scanner]")
{
    const Bench bench;
    const auto devices = discoverDevices(bench.environment(), 20'000);
    REQUIRE(devices);
    REQUIRE(devices->size() == 2);
    CHECK(devices->at(0).name == u"vscan:adf1"_s);
    CHECK(devices->at(0).vendor == u"Trạm Số hóa"_s);
    CHECK(devices->at(0).type == u"sheetfed scanner"_s);
    CHECK(devices->at(1).name == u"vscan:flatbed1"_s);

    const auto options = deviceOptions(bench.environment(), {});
    REQUIRE(options);
    CHECK(options->value("device"_L1) == "vscan:adf1"_L1);
    CHECK(options->value("normalized"_L1).toObject().value("sources"_L1).toArray() ==
          QJsonArray{u"feeder"_s, u"duplex"_s});
}

TEST_CASE("starting the training mode again leaves paper and changes alone", "[scanner]")
{
    const Bench bench;
    bench.load(1, 2);
    bench.setIni(u"side-ms = 7"_s);
    REQUIRE(trainingScanner(bench.dir()));
    CHECK(filesIn(bench.device(u"adf1/feeder"_s), u"*"_s).size() == 2);
    QFile ini(bench.device(u"adf1/device.ini"_s));
    REQUIRE(ini.open(QIODevice::ReadOnly));
    CHECK(ini.readAll().contains("side-ms = 7"));
}

TEST_CASE("paper is laid behind the paper in the feeder, and only paper", "[scanner]")
{
    const Bench bench;
    bench.load(1, 2);
    bench.load(3, 3);
    const QString text = bench.dir() + u"/note.png"_s;
    writeText(text, u"no image"_s);
    const auto refused = loadFeeder(bench.dir(), u"adf1"_s, {text});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fault == Fault::FileUnreadable);
    CHECK(filesIn(bench.device(u"adf1/feeder"_s), u"*"_s) ==
          QStringList{u"00001.png"_s, u"00002.png"_s, u"00003.png"_s});
}

TEST_CASE("a backend that hangs while it looks for devices is stopped", "[scanner]")
{
    const Bench bench;
    auto environment = bench.environment();
    environment.workerProgram = u"/bin/cat"_s;  // says nothing by itself
    const auto devices = discoverDevices(environment, 200);
    REQUIRE_FALSE(devices);
    CHECK(devices.error().fault == Fault::DeviceStalled);
    environment.workerProgram = u"/missing"_s;
    const auto missing = discoverDevices(environment, 200);
    REQUIRE_FALSE(missing);
    CHECK(missing.error().fault == Fault::DeviceFailed);
}
