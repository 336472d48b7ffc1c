#include "tests/app/gui/counter_fixture.h"

#include "app/gui/counter/trouble_card.h"
#include "app/gui/counter/trouble_words.h"
#include "tests/support/catch.h"

#include <QAbstractButton>

using namespace station;
using namespace station::gui;
using namespace station::gui::test;
using namespace Qt::StringLiterals;
using Content = FeederSide::Content;
using workflow::PauseAnswer;

namespace {

const FeederSide form{Content::Form};

FeederSide formAfter(Fault trouble)
{
    return {.content = Content::Form, .trouble = trouble};
}

TroubleCard *shownCard(Counter &counter)
{
    auto *card = counter.find<TroubleCard>("troubleCard");
    return Counter::until([&] { return card->isVisible(); }) ? card : nullptr;
}

}  // namespace

TEST_CASE("a jam shows a card in the window and Enter scans on", "[trouble]")
{
    Counter counter;
    counter.desk.feeder = {{form, form, formAfter(Fault::PaperJam), form}};
    counter.openDossier();
    counter.press(Qt::Key_F5);
    const auto *card = shownCard(counter);
    REQUIRE(card);
    CHECK(Counter::focus() == u"troubleCard"_s);
    CHECK(QApplication::activeModalWidget() == nullptr);
    CHECK(card->text().contains(u"jammed"_s));
    CHECK(card->text().contains(u"from number 3 on"_s));
    CHECK(card->text().contains(u"Paper 1"_s));
    CHECK(card->text().contains(u"2 sheet(s) are safe"_s));
    CHECK(counter.primary() == u"Scan on"_s);
    CHECK(counter.primaryKey() == u"Enter"_s);
    const auto *picture = counter.find<QLabel>("lastSheet");
    CHECK(Counter::until([&] { return !picture->pixmap(Qt::ReturnByValue).isNull(); }));

    counter.press(Qt::Key_Return);
    REQUIRE(counter.asksFor(u"Scan paper 2"_s));
    CHECK(counter.desk.answers() == std::vector{PauseAnswer::GoOn});
    CHECK(counter.sides(1).size() == 4);
    CHECK_FALSE(card->isVisible());
    CHECK(Counter::focus() == u"checklist"_s);
}

TEST_CASE("Escape ends the scan at the trouble and keeps what is safe", "[trouble]")
{
    Counter counter;
    counter.desk.feeder = {{form, formAfter(Fault::DeviceStalled), form}};
    counter.openDossier();
    counter.press(Qt::Key_F5);
    REQUIRE(shownCard(counter));
    counter.press(Qt::Key_Escape);
    REQUIRE(counter.asksFor(u"Scan paper 2"_s));
    CHECK(counter.desk.answers() == std::vector{PauseAnswer::EndHere});
    CHECK(counter.sides(1).size() == 1);
    CHECK_FALSE(counter.find<QWidget>("messageBar")->isVisible());
    CHECK(counter.scannerLine().contains(u"Ended here"_s));
}

TEST_CASE("the card comes also while another paper is on the screen", "[trouble]")
{
    Counter counter;
    QSemaphore permits;
    counter.desk.holdScan = &permits;
    counter.desk.feeder = {{form, formAfter(Fault::CoverOpen)}};
    counter.openDossier();
    counter.press(Qt::Key_F5);
    permits.release();
    REQUIRE(Counter::until([&] { return counter.strip()->rowCount() == 1; }));
    counter.press(Qt::Key_2);
    CHECK(counter.strip()->rowCount() == 0);

    permits.release();
    const auto *card = shownCard(counter);
    REQUIRE(card);
    CHECK(card->text().contains(u"Paper 1"_s));
    // The clerk may look around meanwhile; Enter still goes on.
    counter.press(Qt::Key_4);
    counter.press(Qt::Key_2);
    CHECK(card->isVisible());
    counter.press(Qt::Key_Return);
    REQUIRE(Counter::until([&] { return counter.sides(1).size() == 2; }));
    CHECK(counter.find<QListView>("checklist")->currentIndex().row() == 1);
}

TEST_CASE("Escape puts the key sheet away and does not end what waits below it", "[trouble]")
{
    Counter counter;
    counter.desk.feeder = {{form, formAfter(Fault::PaperJam)}};
    counter.openDossier();
    counter.press(Qt::Key_F5);
    REQUIRE(shownCard(counter));
    counter.press(Qt::Key_F1);
    const auto *sheet = counter.find<QWidget>("keysOverlay");
    REQUIRE(sheet->isVisible());
    counter.press(Qt::Key_Escape);
    CHECK_FALSE(sheet->isVisible());
    QTest::qWait(50);
    CHECK(counter.desk.answers().empty());
    CHECK(counter.primary() == u"Scan on"_s);
    counter.press(Qt::Key_Escape);
    CHECK(Counter::until([&] { return !counter.desk.answers().empty(); }));
}

TEST_CASE("a second trouble in the same run asks again", "[trouble]")
{
    Counter counter;
    counter.desk.feeder = {{form, formAfter(Fault::WorkerDied), formAfter(Fault::DeviceLost)}};
    counter.openDossier();
    counter.press(Qt::Key_F5);
    auto *card = shownCard(counter);
    REQUIRE(card);
    counter.press(Qt::Key_Return);
    REQUIRE(Counter::until([&] { return card->text().contains(u"cable"_s); }));
    REQUIRE(shownCard(counter));
    counter.find<QAbstractButton>("goOnScanning")->click();
    REQUIRE(counter.asksFor(u"Scan paper 2"_s));
    CHECK(counter.sides(1).size() == 3);
}

TEST_CASE("closing the window ends a run that waits for the clerk", "[trouble]")
{
    Counter counter;
    counter.desk.feeder = {{form, formAfter(Fault::PaperJam)}};
    counter.openDossier();
    counter.press(Qt::Key_F5);
    REQUIRE(shownCard(counter));
    CHECK_FALSE(counter.window.close());  // first it says that the scan stops
    counter.window.close();
    REQUIRE(Counter::until([&] { return !counter.desk.answers().empty(); }));
    CHECK(counter.desk.answers() == std::vector{PauseAnswer::EndHere});
}

TEST_CASE("a window that goes away while the clerk is asked does not hang", "[trouble]")
{
    ScriptedDesk desk;
    desk.feeder = {{form, formAfter(Fault::PaperJam)}};
    {
        CounterWindow window(desk);
        window.show();
        QApplication::setActiveWindow(&window);
        QTest::keyClicks(window.findChild<QLineEdit *>(u"entry"_s), ScriptedDesk::dossierCode);
        QTest::keyClick(window.findChild<QLineEdit *>(u"entry"_s), Qt::Key_Return);
        REQUIRE(Counter::until([] { return Counter::focus() == u"checklist"_s; }));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F5);
        REQUIRE(Counter::until(
            [&] { return window.findChild<QWidget *>(u"troubleCard"_s)->isVisible(); }));
    }
    CHECK(desk.answers() == std::vector{PauseAnswer::EndHere});
}

TEST_CASE("each trouble says what to do with the hands", "[trouble]")
{
    const Fault fault =
        GENERATE(Fault::PaperJam, Fault::CoverOpen, Fault::DoubleFeed, Fault::FeederEmpty,
                 Fault::CountMismatch, Fault::DeviceStalled, Fault::WorkerDied, Fault::DeviceLost,
                 Fault::DeviceNotFound, Fault::DeviceFailed, Fault::StorageLow);
    CAPTURE(static_cast<int>(fault));
    const workflow::Pause pause{.error = {fault},
                                .lastSheet = 12,
                                .lastSide = u"s"_s,
                                .putBackFrom = 13,
                                .sheets = 12,
                                .expected = 15};
    const QStringList steps = TroubleWords::steps(pause);
    CHECK(steps.size() >= 2);
    CHECK(TroubleWords::safe(pause).startsWith(u"12 of 15"_s));
    // The missing sheets were never in: nothing is to go back.
    CHECK(steps.back().contains(u"13"_s) != TroubleWords::isShort(pause));
}

TEST_CASE("before the first good sheet the whole pile goes back", "[trouble]")
{
    const QStringList steps = TroubleWords::steps({.error = {Fault::PaperJam}});
    CHECK(steps.back().contains(u"whole pile"_s));
    CHECK(TroubleWords::steps({.error = {Fault::FeederEmpty}}).size() == 1);
}

TEST_CASE("a feeder that is empty too early asks for the missing sheets", "[trouble]")
{
    Counter counter;
    counter.desk.feeder = {{form, form, formAfter(Fault::FeederEmpty)}};
    counter.openDossier();
    counter.press(Qt::Key_E);
    counter.type(u"3"_s);
    counter.press(Qt::Key_Return);
    REQUIRE(Counter::until([] { return Counter::focus() == u"checklist"_s; }));
    counter.press(Qt::Key_F5);
    const auto *card = shownCard(counter);
    REQUIRE(card);
    CHECK(card->text().contains(u"2 of 3 sheet(s) are safe"_s));
    CHECK(card->text().contains(u"missing ones"_s));
    CHECK_FALSE(card->text().contains(u"Put back"_s));
    counter.press(Qt::Key_Enter);
    CHECK(Counter::until([&] { return counter.sides(1).size() == 3; }));
}
