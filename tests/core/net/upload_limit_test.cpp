#include "core/net/upload_limit.h"
#include "tests/support/catch.h"

#include <QDateTime>

using namespace station::net;

namespace {

qint64 at(int hour, int minute)
{
    return QDateTime(QDate(2024, 7, 15), QTime(hour, minute), Qt::OffsetFromUTC, 7 * 3600)
        .toMSecsSinceEpoch();
}

}  // namespace

TEST_CASE("the rate follows the hours of Vietnam and the first window that fits", "[net]")
{
    const UploadLimit limit(
        {{.fromMinute = 7 * 60 + 30, .toMinute = 17 * 60, .kilobytesPerSecond = 200},
         {.fromMinute = 22 * 60, .toMinute = 5 * 60, .kilobytesPerSecond = 50},
         {.fromMinute = 16 * 60, .toMinute = 18 * 60, .kilobytesPerSecond = 9}});
    const auto [hour, minute, rate] = GENERATE(table<int, int, int>({
        {7, 29, 0},
        {7, 30, 200'000},
        {16, 59, 200'000},
        {17, 0, 9'000},
        {18, 0, 0},
        {21, 59, 0},
        {22, 0, 50'000},
        {0, 0, 50'000},
        {4, 59, 50'000},
        {5, 0, 0},
    }));
    CAPTURE(hour, minute);
    CHECK(limit.rateAt(at(hour, minute)) == rate);
    CHECK(UploadLimit({}).rateAt(at(hour, minute)) == 0);
    CHECK(UploadLimit(std::vector{RateWindow{.kilobytesPerSecond = 3}}).rateAt(at(hour, minute)) ==
          3'000);
}

TEST_CASE("what goes up in a minute is what the rate allows whatever is asked for", "[net]")
{
    const int rate = GENERATE(1, 20, 400, 100'000);
    const qint64 wanted = GENERATE(100, 65'536, 10'000'000);
    UploadLimit limit(std::vector{RateWindow{.kilobytesPerSecond = rate}});
    const qint64 begin = at(9, 0);
    qint64 given = 0;
    for (qint64 ms = 0; ms < 60'000; ms += 10) {
        while (const qint64 now = limit.take(wanted, begin + ms))
            given += now;
    }
    const double allowed = 60'000.0 * rate;
    CHECK(static_cast<double>(given) <= allowed * 1.02 + 1'000);
    CHECK(static_cast<double>(given) >= allowed * 0.98 - 5'000);
}

TEST_CASE("neither a pause nor a clock that was set makes a burst or a stop", "[net]")
{
    UploadLimit limit(std::vector{RateWindow{.kilobytesPerSecond = 400}});
    const qint64 begin = at(9, 0);
    const auto all = [&](qint64 ms) {
        qint64 given = 0;
        while (const qint64 now = limit.take(50'000, ms))
            given += now;
        return given;
    };
    all(begin);
    CHECK(all(begin + 3'600'000) <= 100'000);
    CHECK(all(begin) == 0);  // set back by an hour
    CHECK(all(begin + 100) >= 35'000);
    UploadLimit none({});
    CHECK(none.take(1'000'000, begin) == 1'000'000);
}
