#include "tests/app/gui/counter_fixture.h"

#include "tests/support/catch.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QSpinBox>

using namespace station;
using namespace station::gui;
using namespace station::gui::test;
using namespace Qt::StringLiterals;

namespace {

/// The window over a desk whose scanner has a training tray.
struct Training {
    Training()
    {
        desk.tray = std::make_unique<ScriptedTray>(desk.view().papers);
        window = std::make_unique<CounterWindow>(desk, WorkMode::Training);
        window->show();
        QApplication::setActiveWindow(window.get());
    }

    /// It is folded at the start; the tray has to be found first.
    void unfold()
    {
        REQUIRE(Counter::until([&] { return find<QComboBox>("trayPaper")->count() > 0; }));
        QTest::keyClick(window.get(), Qt::Key_F12);
        REQUIRE(Counter::until([&] { return find<QWidget>("trainingPanel")->isVisible(); }));
    }

    template <typename Widget>
    Widget *find(const char *name)
    {
        return window->findChild<Widget *>(QLatin1String(name));
    }
    bool does(const char *button, const QString &deed)
    {
        find<QAbstractButton>(button)->click();
        return Counter::until([&] { return desk.tray->deeds().contains(deed); });
    }
    QString tray() { return find<StateLabel>("trayState")->word(); }

    ScriptedDesk desk{};
    std::unique_ptr<CounterWindow> window{};
};

}  // namespace

TEST_CASE("at a real scanner there is no training tray and F12 does nothing", "[training]")
{
    Counter counter;
    counter.press(Qt::Key_F12);
    QTest::qWait(50);
    CHECK_FALSE(counter.find<QWidget>("trainingPanel")->isVisible());
}

TEST_CASE("the training panel works the tray and shows what lies in the feeder", "[training]")
{
    Training training;
    training.unfold();
    training.find<QComboBox>("trayPaper")->setCurrentIndex(1);
    CHECK(training.does("trayFeed", u"feed GT02"_s));
    CHECK(Counter::until([&] { return training.tray() == u"3 sheet(s) in the feeder"_s; }));
    CHECK(training.does("traySeparator", u"separator GT02"_s));
    CHECK(training.does("trayJam", u"jam"_s));
    CHECK(training.does("trayDouble", u"double"_s));
    CHECK(training.does("trayHang", u"hang"_s));
    CHECK(training.does("trayButton", u"press"_s));
    training.find<QSpinBox>("traySheets")->setValue(4);
    CHECK(training.does("trayPutBack", u"back 4"_s));
    CHECK(training.does("trayEmpty", u"empty"_s));

    CHECK(training.does("trayCover", u"open"_s));
    REQUIRE(Counter::until([&] { return training.tray().startsWith(u"cover open"_s); }));
    CHECK(training.does("trayCover", u"close"_s));
    CHECK(training.does("trayPlug", u"unplug"_s));
    REQUIRE(Counter::until([&] { return training.tray().startsWith(u"unplugged"_s); }));
    CHECK(training.does("trayPlug", u"plug"_s));
}

TEST_CASE("F12 brings the training panel with the focus and folds it away", "[training]")
{
    Training training;
    auto *panel = training.find<QWidget>("trainingPanel");
    CHECK_FALSE(panel->isVisible());
    training.unfold();
    CHECK(panel->isVisible());
    CHECK(Counter::focus() == u"trayPaper"_s);
    QTest::keyClick(training.window.get(), Qt::Key_F12);
    CHECK_FALSE(panel->isVisible());
}

TEST_CASE("the training paper follows the checklist", "[training]")
{
    Training training;
    REQUIRE(Counter::until([&] { return training.find<QComboBox>("trayPaper")->count() == 5; }));
    QTest::keyClicks(training.find<QLineEdit>("entry"), ScriptedDesk::dossierCode);
    QTest::keyClick(training.find<QLineEdit>("entry"), Qt::Key_Return);
    REQUIRE(Counter::until([] { return Counter::focus() == u"checklist"_s; }));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_4);
    CHECK(training.find<QComboBox>("trayPaper")->currentData() == u"GT04"_s);
}
