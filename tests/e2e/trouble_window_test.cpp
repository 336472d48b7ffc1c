#include "app/gui/counter/trouble_card.h"
#include "core/base/durable_file.h"
#include "tests/e2e/counter_at_work.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QTemporaryDir>

#include <functional>

using namespace station;
using namespace Qt::StringLiterals;
using e2e::CounterAtWork;

namespace {

/// The real window over a real station with the virtual scanner, whose deadline is short.
struct TroubledStation {
    TroubledStation()
    {
        REQUIRE(QDir(folder.path()).mkpath(u"config"_s));
        REQUIRE(writeDurably(folder.filePath(u"config/scanner.toml"_s),
                             "[scanner]\nfollowing_data_deadline_ms = 2000\n"));
        counter = std::make_unique<CounterAtWork>(folder.path());
        REQUIRE(counter->asksFor(u"Scan paper 1"_s));
    }

    QTemporaryDir folder;
    std::unique_ptr<CounterAtWork> counter;
};

}  // namespace

TEST_CASE("each real trouble of the scanner stands on a card and Enter scans on", "[e2e]")
{
    struct Trouble {
        QString words;
        std::function<Expected<>(gui::TrainingTray &)> cause;
        std::function<Expected<>(gui::TrainingTray &)> mend;
    };
    using Cover = gui::TrainingTray::Cover;
    const auto putBackOne = [](gui::TrainingTray &tray) { return tray.putBack(1); };
    const auto trouble = GENERATE_COPY(values<Trouble>({
        {u"jammed"_s, [](auto &tray) { return tray.jamNextSheet(); }, putBackOne},
        {u"cover"_s, [](auto &tray) { return tray.setCover(Cover::Open); },
         [](auto &tray) { return tray.setCover(Cover::Closed); }},
        {u"two sheets"_s, [](auto &tray) { return tray.doubleFeedNext(); }, putBackOne},
        {u"stopped moving"_s, [](auto &tray) { return tray.hangNext(); }, putBackOne},
    }));
    CAPTURE(trouble.words.toStdString());
    const TroubledStation world;
    auto &counter = *world.counter;
    for (int sheet = 0; sheet < 3; ++sheet)
        REQUIRE(counter.tray().feed(u"GT01"_s));
    REQUIRE(trouble.cause(counter.tray()));
    counter.clerk().press(Qt::Key_F5);
    const auto *card = counter.shownCard();
    REQUIRE(card);
    CHECK(card->text().contains(trouble.words, Qt::CaseInsensitive));
    const auto before = counter.sides();
    CHECK(before < 3);
    REQUIRE(trouble.mend(counter.tray()));
    counter.clerk().press(Qt::Key_Return);
    REQUIRE(QTest::qWaitFor([&] { return !card->isVisible(); }, 10'000));
    REQUIRE(QTest::qWaitFor([&] { return counter.clerk().primary()->text() != u"Stop the scan"_s; },
                            30'000));
    CHECK(counter.sides() > before);
}

TEST_CASE("a scanner that is unplugged is told and waits for its plug", "[e2e]")
{
    const TroubledStation world;
    auto &counter = *world.counter;
    REQUIRE(counter.tray().feed(u"GT01"_s));
    REQUIRE(counter.tray().setPlugged(false));
    counter.clerk().press(Qt::Key_F5);
    const auto *card = counter.shownCard();
    REQUIRE(card);
    CHECK(card->text().contains(u"cable"_s));
    REQUIRE(counter.tray().setPlugged(true));
    counter.clerk().press(Qt::Key_Return);
    CHECK(QTest::qWaitFor([&] { return counter.sides() == 1; }, 30'000));
}
