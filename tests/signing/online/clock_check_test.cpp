#include "signing/online/clock_check.h"

#include "core/base/durable_file.h"
#include "tests/signing/online/fixed_clock.h"
#include "tests/support/catch.h"

#include <QTemporaryDir>

#include <cmath>

using namespace station;
using namespace station::signing;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minuteMs = 60'000;

struct World {
    ClockCheck check() const { return ClockCheck(file, clock); }

    QTemporaryDir folder{};
    QString file = folder.filePath(u"clock.json"_s);
    FixedClock clock{};
};

/// The time since boot runs on between two calls, the fixed clock does not.
bool isAbout(std::optional<qint64> offsetMs, qint64 expectedMs)
{
    return offsetMs && std::abs(*offsetMs - expectedMs) < 2000;
}

}  // namespace

TEST_CASE("A clock that was never compared is as good as the kernel says", "[clock]")
{
    const World world;
    const auto state = world.check().state();
    CHECK_FALSE(state.offsetMs);
    CHECK(state.verdict == (state.synchronised ? ClockVerdict::Good : ClockVerdict::Doubtful));
}

TEST_CASE("A comparison decides, whatever the kernel says, for all programs", "[clock]")
{
    const World world;
    for (const int sign : {1, -1}) {
        REQUIRE(world.check().compared(sign * 50'000, 100));
        CHECK(world.check().state().verdict == ClockVerdict::Good);
        CHECK(isAbout(world.check().state().offsetMs, sign * 50'000));
        CHECK(world.check().state().comparedAtMs == world.clock.ms);
        REQUIRE(world.check().compared(sign * 70'000, 100));
        CHECK(world.check().state().verdict == ClockVerdict::Doubtful);
        REQUIRE(world.check().compared(sign * 6 * minuteMs, 100));
        CHECK(world.check().state().verdict == ClockVerdict::Wrong);
    }
}

TEST_CASE("An exchange slower than ten seconds says nothing", "[clock]")
{
    const World world;
    REQUIRE(world.check().compared(6 * minuteMs, 10'001));
    CHECK_FALSE(world.check().state().offsetMs);
}

TEST_CASE("A clock that is set afterwards shows its new offset", "[clock]")
{
    World world;
    REQUIRE(world.check().compared(0, 100));
    world.clock.ms += 20 * minuteMs;
    CHECK(world.check().state().verdict == ClockVerdict::Wrong);
    CHECK(isAbout(world.check().state().offsetMs, 20 * minuteMs));
    world.clock.ms -= 18 * minuteMs;
    CHECK(world.check().state().verdict == ClockVerdict::Doubtful);
    world.clock.ms -= 2 * minuteMs;
    CHECK(world.check().state().verdict == ClockVerdict::Good);
}

TEST_CASE("A comparison of another boot or of last week is gone", "[clock]")
{
    const World world;
    REQUIRE(world.check().compared(6 * minuteMs, 100));
    const QByteArray kept = *readWhole(world.file);
    QByteArray otherBoot = kept;
    otherBoot[otherBoot.indexOf("\"boot\":\"") + 8] ^= 1;
    REQUIRE(writeDurably(world.file, otherBoot));
    CHECK_FALSE(world.check().state().offsetMs);

    const qsizetype from = kept.indexOf("\"sinceBootMs\":") + 14;
    const qsizetype to = std::min(kept.indexOf('}', from), kept.size());
    const qint64 sinceBoot = kept.mid(from, to - from).toLongLong();
    REQUIRE(sinceBoot > 0);
    QByteArray old = kept;
    old.replace(from, to - from, QByteArray::number(sinceBoot - 8LL * 24 * 60 * minuteMs));
    REQUIRE(writeDurably(world.file, old));
    CHECK_FALSE(world.check().state().offsetMs);

    REQUIRE(writeDurably(world.file, kept));
    CHECK(world.check().state().offsetMs);
}
