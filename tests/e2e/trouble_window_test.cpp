#include "app/desk/station_desk.h"
#include "app/gui/counter/trouble_card.h"
#include "core/base/durable_file.h"
#include "core/workflow/intake.h"
#include "tests/e2e/counter_clerk.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QTemporaryDir>

using namespace station;
using namespace Qt::StringLiterals;
using e2e::Clerk;

namespace {

const QString dossierCode = u"H62.16-261125-0009"_s;

/// The real window over a real station with the virtual scanner, whose deadline is short.
struct TroubledStation {
    TroubledStation()
    {
        qputenv("STATION_BIN_DIR", STATION_BIN_DIR);
        QDir(folder.path()).mkdir(u"config"_s);
        REQUIRE(writeDurably(folder.filePath(u"config/scanner.toml"_s),
                             "[scanner]\nfollowing_data_deadline_ms = 2000\n"));
        station = compose::Station::build({.dataDir = folder.filePath(u"data"_s),
                                           .configDir = folder.filePath(u"config"_s),
                                           .readsInBackground = false})
                      .value();
        REQUIRE(workflow::openDossier(station->context(), {.procedure = u"1.002809"_s,
                                                           .ownerId = u"026185001234"_s,
                                                           .ownerName = u"Nguyễn Thị Thu Hường"_s,
                                                           .code = dossierCode}));
        desk = std::make_unique<desk::StationDesk>(*station);
        window = std::make_unique<gui::CounterWindow>(*desk, gui::WorkMode::Training);
        clerk = std::make_unique<Clerk>(*window);
        clerk->type(dossierCode);
        clerk->press(Qt::Key_Return);
        REQUIRE(
            QTest::qWaitFor([&] { return clerk->primary()->text() == u"Scan paper 1"_s; }, 10'000));
    }

    gui::TrainingTray &tray() const { return *desk->trainingTray(); }
    const gui::TroubleCard *shownCard() const
    {
        const auto *card = window->findChild<gui::TroubleCard *>(u"troubleCard"_s);
        return QTest::qWaitFor([card] { return card->isVisible(); }, 30'000) ? card : nullptr;
    }
    std::size_t sides() const
    {
        const auto dossier = workflow::findDossier(station->context(), dossierCode);
        return dossier::sidesOf(dossier->component(u"GT01"_s)->state).size();
    }

    QTemporaryDir folder;
    std::unique_ptr<compose::Station> station;
    std::unique_ptr<desk::StationDesk> desk;
    std::unique_ptr<gui::CounterWindow> window;
    std::unique_ptr<Clerk> clerk;
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
    TroubledStation world;
    for (int sheet = 0; sheet < 3; ++sheet)
        REQUIRE(world.tray().feed(u"GT01"_s));
    REQUIRE(trouble.cause(world.tray()));
    world.clerk->press(Qt::Key_F5);
    const auto *card = world.shownCard();
    REQUIRE(card);
    CHECK(card->text().contains(trouble.words, Qt::CaseInsensitive));
    const auto before = world.sides();
    CHECK(before < 3);
    REQUIRE(trouble.mend(world.tray()));
    world.clerk->press(Qt::Key_Return);
    REQUIRE(QTest::qWaitFor([&] { return !card->isVisible(); }, 10'000));
    REQUIRE(QTest::qWaitFor([&] { return world.clerk->primary()->text() != u"Stop the scan"_s; },
                            30'000));
    CHECK(world.sides() > before);
}

TEST_CASE("a scanner that is unplugged is told and waits for its plug", "[e2e]")
{
    TroubledStation world;
    REQUIRE(world.tray().feed(u"GT01"_s));
    REQUIRE(world.tray().setPlugged(false));
    world.clerk->press(Qt::Key_F5);
    const auto *card = world.shownCard();
    REQUIRE(card);
    CHECK(card->text().contains(u"cable"_s));
    REQUIRE(world.tray().setPlugged(true));
    world.clerk->press(Qt::Key_Return);
    CHECK(QTest::qWaitFor([&] { return world.sides() == 1; }, 30'000));
}
