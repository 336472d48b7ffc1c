// A real disk that gets full below a real window.

#include "app/gui/counter/trouble_card.h"
#include "core/base/durable_file.h"
#include "core/base/free_room.h"
#include "tests/e2e/counter_at_work.h"
#include "tests/support/catch.h"
#include "tests/support/small_disk.h"

#include <QDir>

using namespace station;
using namespace Qt::StringLiterals;
using e2e::CounterAtWork;

namespace {

constexpr qint64 mb = 1024 * 1024;
constexpr qint64 reserve = 100 * mb;  // the smallest that settings allow

const QStringList pile{u"GT03"_s, u"GT04"_s, u"GT06"_s};  // of one side each

/// A station on a disk of its own, with sheets in the feeder.
struct PoorStation {
    explicit PoorStation(const SmallDisk &disk, const QStringList &sheets = pile)
    {
        REQUIRE(QDir(disk.path()).mkpath(u"config"_s));
        REQUIRE(writeDurably(disk.path() + u"/config/station.toml"_s,
                             "[storage]\nreserve_mb = 100\nsealing = \"file\"\n"
                             "sealing_key_file = \"sealing.key\"\n"));
        counter = std::make_unique<CounterAtWork>(disk.path());
        REQUIRE(counter->asksFor(u"Scan paper 1"_s));
        for (const QString &sheet : sheets)
            REQUIRE(counter->tray().feed(sheet));
    }
    bool says(const QString &words) const
    {
        return QTest::qWaitFor([&] { return counter->clerk().message().contains(words); }, 20'000);
    }
    bool hasSides(std::size_t sides) const
    {
        return QTest::qWaitFor([&] { return counter->sides() == sides; }, 30'000);
    }

    std::unique_ptr<CounterAtWork> counter{};
};

}  // namespace

TEST_CASE("a disk that gets full in the middle of a pile pauses the scan until there is room",
          "[e2e]")
{
    SmallDisk disk(320);
    if (!disk.isThere())
        return;
    PoorStation world(disk);
    disk.fill(reserve + mb);
    REQUIRE(freeBytes(disk.path()).value() >= reserve);
    world.counter->clerk().press(Qt::Key_F5);
    const auto *card = world.counter->shownCard();
    REQUIRE(card);
    INFO(card->text().toStdString());
    CHECK(card->text().contains(u"The disk of this station is nearly full."_s));
    CHECK(card->text().contains(u"1 sheet(s) are safe"_s));
    CHECK(card->text().contains(u"Call IT to make room"_s));
    CHECK(card->text().contains(u"Put back the sheets from number 2 on"_s));
    CHECK(world.counter->clerk().primary()->text() == u"Scan on"_s);
    CHECK(world.counter->sides() == 1);

    // As the card says: the one behind it was on its way already.
    REQUIRE(world.counter->tray().putBack(2 - world.counter->tray().sheetsInFeeder()));
    CHECK(world.counter->tray().sheetsInFeeder() == 2);

    // Without room nothing moves, and the same card stands there again.
    world.counter->clerk().press(Qt::Key_Return);
    CHECK(QTest::qWaitFor([&] { return !world.counter->isCardShown(); }));
    REQUIRE(world.counter->shownCard());
    CHECK(world.counter->tray().sheetsInFeeder() == 2);
    CHECK(world.counter->sides() == 1);

    disk.makeRoom();
    world.counter->clerk().press(Qt::Key_Return);
    CHECK(world.hasSides(3));
    CHECK(world.counter->asksFor(u"Scan paper 2"_s));
    CHECK_FALSE(world.counter->isCardShown());
    CHECK(world.counter->tray().sheetsInFeeder() == 0);
}

TEST_CASE("on a disk that is nearly full no sheet moves, and with room the same key scans", "[e2e]")
{
    SmallDisk disk(320);
    if (!disk.isThere())
        return;
    PoorStation world(disk);
    disk.fill(reserve - mb);
    world.counter->clerk().press(Qt::Key_F5);
    REQUIRE(world.says(u"The disk of this station is nearly full"_s));
    CHECK(world.counter->clerk().message().contains(u"Call IT."_s));
    CHECK(world.counter->tray().sheetsInFeeder() == 3);
    CHECK(world.counter->clerk().primary()->text() == u"Scan paper 1"_s);
    disk.makeRoom();
    world.counter->clerk().press(Qt::Key_F5);
    CHECK(world.hasSides(3));
    CHECK(world.counter->clerk().message().isEmpty());
}

TEST_CASE("on a full disk nothing that was scanned is lost, and signing goes on with room", "[e2e]")
{
    SmallDisk disk(320);
    if (!disk.isThere())
        return;
    PoorStation world(disk, {u"GT03"_s});
    auto &counter = *world.counter;
    auto pin = counter.station().trainingPin();
    REQUIRE(pin);
    const QString pinText =
        QString::fromLatin1(pin->view().data(), static_cast<qsizetype>(pin->size()));
    counter.clerk().press(Qt::Key_F5);
    REQUIRE(world.hasSides(1));
    REQUIRE(counter.asksFor(u"Scan paper 2"_s));
    const auto signs = [&] {
        counter.clerk().press(Qt::Key_F8);
        const bool asked = QTest::qWaitFor(
            [] {
                const auto *focus = QApplication::focusWidget();
                return focus && focus->objectName() == u"pin"_s;
            },
            20'000);
        INFO(counter.clerk().message().toStdString());
        REQUIRE(asked);
        QTest::keyClicks(QApplication::focusWidget(), pinText);
        counter.clerk().press(Qt::Key_Return);
    };
    REQUIRE(QTest::qWaitFor(
        [&] { return counter.station().reviewing().unseen(CounterAtWork::dossierCode)->empty(); },
        10'000));
    disk.fill();
    signs();
    REQUIRE(world.says(u"The disk of this station is full"_s));
    CHECK(counter.state(u"GT01"_s) == u"captured"_s);
    CHECK(counter.sides() == 1);
    REQUIRE(counter.asksFor(u"Go on"_s));

    disk.makeRoom();
    counter.clerk().press(Qt::Key_Return);
    CHECK(counter.clerk().message().isEmpty());
    signs();
    CHECK(QTest::qWaitFor([&] { return counter.state(u"GT01"_s) == u"signed"_s; }, 20'000));
}
