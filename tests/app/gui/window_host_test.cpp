#include "tests/app/gui/counter_fixture.h"

#include "app/gui/counter/counter_actions.h"
#include "app/gui/counter/window_host.h"
#include "app/languages/languages.h"
#include "tests/support/catch.h"

#include <QSignalSpy>

using namespace station;
using namespace station::gui;
using namespace station::gui::test;
using namespace Qt::StringLiterals;

namespace {

/// The source's texts again, whatever a test spoke.
struct English {
    ~English() { languages::install(u"en"_s); }
};

QString primaryOf(const CounterWindow &window)
{
    return window.findChild<KeyButton *>(u"primary"_s)->text();
}

}  // namespace

TEST_CASE("an office's own keys do the work and stand on the controls", "[keys]")
{
    Counter counter;
    REQUIRE(counter.window.changeKeys({{u"scanFeeder"_s, u"F9"_s}, {u"knowLastTry"_s, u"F5"_s}}));
    counter.desk.feeder = {{{}}};
    counter.openDossier();
    CHECK(counter.primaryKey() == u"F9"_s);
    CHECK(counter.find<KeyButton>("scanFeederButton")->key() == u"F9"_s);
    counter.press(Qt::Key_F5);
    CHECK(counter.primary() == u"Scan paper 1"_s);
    counter.press(Qt::Key_F9);
    CHECK(counter.asksFor(u"Scan paper 2"_s));
}

TEST_CASE("keys that cannot be are refused with their action and change nothing", "[keys]")
{
    const auto [action, key] =
        GENERATE(table<QString, QString>({{u"sign"_s, u"F10"_s},       // is that of handOver
                                          {u"sign"_s, u"Nonsense"_s},  // no key
                                          {u"paper"_s, u"F9"_s},       // numbered
                                          {u"cancel"_s, u"F12"_s},     // everywhere the same
                                          {u"unknown"_s, u"Ctrl+K"_s}}));
    CAPTURE(action.toStdString(), key.toStdString());
    Counter counter;
    const auto changed = counter.window.changeKeys({{action, key}});
    REQUIRE_FALSE(changed);
    CHECK(changed.error().fault == Fault::SettingsInvalid);
    CHECK(changed.error().subject.contains(action));
    CHECK(counter.window.findChild<CounterActions *>()->sign->shortcut() ==
          QKeySequence(Qt::Key_F8));
}

TEST_CASE("another language takes the dossier over with what was typed", "[language]")
{
    const English afterwards;
    ScriptedDesk desk;
    desk.feeder = {{{}}};
    WindowHost host(desk, {.language = u"en"_s});
    REQUIRE(host.start());
    host.window().show();
    QApplication::setActiveWindow(&host.window());
    host.window().goTo({ScriptedDesk::dossierCode, u"GT02"_s});
    REQUIRE(Counter::until([&] { return host.window().place().paper == u"GT02"_s; }));
    const QString english = primaryOf(host.window());

    const QSignalSpy chosen(&host, &WindowHost::languageChosen);
    QTest::keyClick(&host.window(), Qt::Key_F11, Qt::ShiftModifier);
    REQUIRE(Counter::until([&] { return chosen.count() == 1; }));
    CHECK(chosen.front().front().toString() == u"cs"_s);
    REQUIRE(Counter::until([&] { return host.window().place().paper == u"GT02"_s; }));
    CHECK(host.window().place().dossier == desk.view().dossier.uuid);
    CHECK(primaryOf(host.window()) != english);
    CHECK(languages::after(u"cs"_s) == u"vi"_s);
    CHECK(languages::after(u"unknown"_s) == u"vi"_s);
}

TEST_CASE("a locked session hides the dossier and locks the token", "[lock]")
{
    Counter counter;
    counter.capture();
    counter.sign();
    REQUIRE(Counter::until([] { return Counter::focus() == u"digitizationCode"_s; }));
    const int locks = counter.desk.locks();
    counter.window.setSessionLocked(true);
    auto *curtain = counter.find<QWidget>("curtain");
    CHECK(curtain->isVisible());
    CHECK(curtain->geometry() == counter.window.rect());
    CHECK(Counter::until([&] { return counter.desk.locks() == locks + 1; }));
    // No key gets through: Enter would accept the code.
    counter.press(Qt::Key_Return);
    counter.press(Qt::Key_F10);
    CHECK(counter.primary() == u"Accept the code"_s);
    CHECK_FALSE(counter.desk.handedOver());
    counter.window.setSessionLocked(false);
    CHECK_FALSE(curtain->isVisible());
    counter.press(Qt::Key_Return);
    CHECK(Counter::until([&] { return counter.primary() != u"Accept the code"_s; }));
}

TEST_CASE("who closes the window is told once what waits", "[close]")
{
    Counter counter;
    counter.desk.tellOutbox({.waiting = 2});
    REQUIRE(Counter::until([&] { return counter.find<QWidget>("waitingLine")->isVisible(); }));
    CHECK_FALSE(counter.window.close());
    CHECK(counter.window.isVisible());
    CHECK(counter.message().contains(u"wait to be sent"_s));
    CHECK(counter.window.close());
}

TEST_CASE("with nothing left the window closes at once", "[close]")
{
    Counter counter;
    CHECK(counter.window.close());
}

TEST_CASE("the tour follows the steps in training alone and folds away", "[training]")
{
    ScriptedDesk desk;
    CounterWindow window(desk, WorkMode::Training);
    window.show();
    QApplication::setActiveWindow(&window);
    const auto *text = window.findChild<QLabel *>(u"tourText"_s);
    REQUIRE(text);
    CHECK(text->text().contains(u"training dossier lies ready"_s));
    window.goTo({ScriptedDesk::dossierCode, u"GT01"_s});
    CHECK(Counter::until([&] { return text->text().contains(u"into the feeder"_s); }));
    QTest::keyClick(&window, Qt::Key_F1, Qt::ShiftModifier);
    CHECK_FALSE(text->isVisible());

    Counter real;
    CHECK_FALSE(real.find<QWidget>("tour")->isVisible());
}
