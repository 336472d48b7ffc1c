#include "scanner/vscan/session.h"
#include "tests/scanner/support.h"
#include "tests/support/catch.h"

#include <QFile>

#include <thread>

using namespace station::scanner::testing;
using namespace Qt::StringLiterals;

namespace {

vscan::DeviceFolder folderOf(const Bench &bench)
{
    return vscan::DeviceFolder(QFile::encodeName(bench.device(u"adf1"_s)).toStdString());
}

}  // namespace

TEST_CASE("cancel from another thread ends a read that hangs", "[vscan]")
{
    const Bench bench;
    bench.load(1, 1);
    bench.setIni(u"fault = read 1 hang"_s);
    SANE_Status status = SANE_STATUS_INVAL;
    const auto session = vscan::Session::open(folderOf(bench), status);
    REQUIRE(session);
    REQUIRE(session->start() == SANE_STATUS_GOOD);
    std::thread other([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        session->cancel();
    });
    SANE_Byte bytes[64];
    SANE_Int length = -1;
    CHECK(session->read(bytes, sizeof bytes, length) == SANE_STATUS_CANCELLED);
    CHECK(length == 0);
    other.join();
}

TEST_CASE("a second opener finds the device busy", "[vscan]")
{
    const Bench bench;
    SANE_Status status = SANE_STATUS_INVAL;
    auto first = vscan::Session::open(folderOf(bench), status);
    REQUIRE(first);
    CHECK_FALSE(vscan::Session::open(folderOf(bench), status));
    CHECK(status == SANE_STATUS_DEVICE_BUSY);
    first.reset();
    CHECK(vscan::Session::open(folderOf(bench), status));
}

TEST_CASE("options cannot be changed while a side is read", "[vscan]")
{
    const Bench bench;
    bench.load(1, 1);
    SANE_Status status = SANE_STATUS_INVAL;
    const auto session = vscan::Session::open(folderOf(bench), status);
    REQUIRE(session);
    constexpr SANE_Int resolution = 4;
    SANE_Word dpi = 2400;
    SANE_Int info = 0;
    CHECK(session->control(resolution, SANE_ACTION_SET_VALUE, &dpi, &info) == SANE_STATUS_GOOD);
    CHECK(dpi == 600);
    CHECK((info & SANE_INFO_INEXACT) != 0);
    dpi = 75;
    REQUIRE(session->control(resolution, SANE_ACTION_SET_VALUE, &dpi, &info) == SANE_STATUS_GOOD);
    REQUIRE(session->start() == SANE_STATUS_GOOD);
    CHECK(session->control(resolution, SANE_ACTION_SET_VALUE, &dpi, &info) ==
          SANE_STATUS_DEVICE_BUSY);
}
