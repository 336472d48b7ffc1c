#include "tests/app/gui/counter_fixture.h"

#include "app/gui/counter/counter_actions.h"
#include "app/gui/counter/side_flags.h"
#include "app/gui/counter/side_model.h"
#include "app/gui/widgets/page_view.h"
#include "tests/support/catch.h"

using namespace station;
using namespace station::gui;
using namespace station::gui::test;
using namespace Qt::StringLiterals;
using Content = FeederSide::Content;
using dossier::Attention;
using dossier::SideCleanup;

namespace {

const FeederSide form{Content::Form};
const FeederSide cards{.content = Content::Form,
                       .attention = Attention::SeveralItems,
                       .items = {{100, 100, 600, 380}, {100, 600, 600, 380}}};

/// Paper 1 with these sides is on the screen, its first side chosen.
void onScreen(Counter &counter, const std::vector<FeederSide> &sides)
{
    counter.openDossier();
    counter.scanPile(sides);
    counter.press(Qt::Key_1);
    counter.find<QListView>("strip")->setCurrentIndex(counter.strip()->index(0, 0));
    REQUIRE(Counter::until(
        [&] { return counter.strip()->rowCount() == static_cast<int>(sides.size()); }));
    const auto *page = counter.find<PageView>("pageView");
    REQUIRE(Counter::until([&] { return !page->sceneRect().isEmpty(); }));
}

SideCleanup cleanup(Counter &counter, int side = 0)
{
    return counter.sides(1).at(static_cast<std::size_t>(side)).cleanup;
}

const CounterActions &actions(Counter &counter)
{
    return *counter.window.findChild<CounterActions *>();
}

PageView &view(Counter &counter)
{
    return *counter.find<PageView>("pageView");
}

QString note(Counter &counter)
{
    return counter.find<QLabel>("flagText")->text();
}

void hold(Counter &counter)
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keyPress(focus ? focus : &counter.window, Qt::Key_V);
}

void letGo(Counter &counter)
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keyRelease(focus ? focus : &counter.window, Qt::Key_V);
}

}  // namespace

TEST_CASE("each step of the clean-up is left as scanned by its key and taken up again", "[cleanup]")
{
    const auto [key, byHand, word] = GENERATE(table<Qt::Key, SideCleanup, QString>({
        {Qt::Key_T, {.skewDeg = 0.0}, u"not straightened"_s},
        {Qt::Key_C, {.paperCrop = false}, u"not cut"_s},
        {Qt::Key_L, {.tone = false}, u"brightness as scanned"_s},
        {Qt::Key_U, {.upright = false}, u"not turned upright"_s},
    }));
    Counter counter;
    onScreen(counter, {form});
    counter.press(key);
    REQUIRE(Counter::until([&] { return cleanup(counter) == byHand; }));
    // The page says so.
    CHECK(Counter::until([&] { return note(counter).contains(u"By hand: "_s + word); }));
    counter.press(key);
    CHECK(Counter::until([&] { return cleanup(counter) == SideCleanup{}; }));
    CHECK(Counter::until([&] { return !note(counter).contains(u"By hand"_s); }));
}

TEST_CASE("the toggles show what the side on the screen has", "[cleanup]")
{
    Counter counter;
    onScreen(counter, {form, form});
    CHECK(actions(counter).straighten->isChecked());
    CHECK_FALSE(actions(counter).allAutomatic->isEnabled());
    counter.press(Qt::Key_T);
    REQUIRE(Counter::until([&] { return cleanup(counter).skewDeg.has_value(); }));
    REQUIRE(Counter::until([&] { return actions(counter).allAutomatic->isEnabled(); }));
    CHECK_FALSE(actions(counter).straighten->isChecked());
    CHECK_FALSE(counter.find<KeyButton>("straightenButton")->isChecked());
    CHECK(actions(counter).cutToPaper->isChecked());

    counter.press(Qt::Key_PageDown);
    CHECK(actions(counter).straighten->isChecked());
    CHECK_FALSE(actions(counter).allAutomatic->isEnabled());
    counter.press(Qt::Key_PageUp);
    CHECK_FALSE(actions(counter).straighten->isChecked());
}

TEST_CASE("N leaves all to the program again, and undo gives the steps back one by one",
          "[cleanup]")
{
    Counter counter;
    onScreen(counter, {form});
    counter.press(Qt::Key_C);
    counter.press(Qt::Key_L);
    const SideCleanup both{.paperCrop = false, .tone = false};
    REQUIRE(Counter::until([&] { return cleanup(counter) == both; }));
    REQUIRE(Counter::until([&] { return actions(counter).allAutomatic->isEnabled(); }));
    counter.press(Qt::Key_N);
    REQUIRE(Counter::until([&] { return cleanup(counter) == SideCleanup{}; }));

    counter.press(Qt::Key_Z, Qt::ControlModifier);
    REQUIRE(Counter::until([&] { return cleanup(counter) == both; }));
    REQUIRE(Counter::until([&] { return counter.message().contains(u"Undone: clean-up"_s); }));
    counter.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(Counter::until([&] { return cleanup(counter) == SideCleanup{.paperCrop = false}; }));
}

TEST_CASE("a page that is cleaned otherwise has to be looked at again", "[cleanup]")
{
    Counter counter;
    counter.desk.asksForReview = true;
    onScreen(counter, {form});
    const QString side = counter.sides(1).at(0).id;
    REQUIRE(Counter::until([&] { return counter.desk.seenSides().count(side) == 1; }));
    counter.press(Qt::Key_C);
    REQUIRE(Counter::until([&] { return !cleanup(counter).paperCrop; }));
    CHECK(Counter::until([&] { return counter.desk.seenSides().count(side) == 2; }));
}

TEST_CASE("G makes each thing on a side a side of its own and shows the first", "[cleanup]")
{
    Counter counter;
    onScreen(counter, {cards, form});
    CHECK(note(counter).contains(u"Several things"_s));
    REQUIRE(actions(counter).divide->isEnabled());
    CHECK(counter.find<KeyButton>("divideButton")->isVisible());
    counter.press(Qt::Key_G);
    REQUIRE(Counter::until([&] { return counter.sides(1).size() == 4; }));
    REQUIRE(Counter::until([&] { return counter.strip()->rowCount() == 4; }));
    CHECK(counter.sides(1).at(0).out);
    CHECK(cleanup(counter, 1).part == QRect(100, 100, 600, 380));
    CHECK(cleanup(counter, 2).part == QRect(100, 600, 600, 380));
    CHECK(Counter::until(
        [&] { return counter.find<QListView>("strip")->currentIndex().row() == 1; }));
    CHECK(counter.message().contains(u"2 thing(s)"_s));
    CHECK_FALSE(counter.find<KeyButton>("divideButton")->isVisible());
    CHECK_FALSE(actions(counter).divide->isEnabled());

    // What it shows is no handwork that could be taken back by itself.
    CHECK_FALSE(actions(counter).allAutomatic->isEnabled());
    counter.press(Qt::Key_L);
    REQUIRE(Counter::until([&] { return !cleanup(counter, 1).tone; }));
    REQUIRE(Counter::until([&] { return actions(counter).allAutomatic->isEnabled(); }));
    counter.press(Qt::Key_N);
    CHECK(Counter::until(
        [&] { return cleanup(counter, 1) == SideCleanup{.part = QRect(100, 100, 600, 380)}; }));
}

TEST_CASE("a side with one thing on it cannot be divided", "[cleanup]")
{
    Counter counter;
    onScreen(counter, {form, cards});
    CHECK_FALSE(actions(counter).divide->isEnabled());
    counter.press(Qt::Key_PageDown);
    CHECK(actions(counter).divide->isEnabled());
    counter.press(Qt::Key_Delete);
    REQUIRE(Counter::until([&] { return counter.sides(1).at(1).out; }));
    CHECK(Counter::until([&] { return !actions(counter).divide->isEnabled(); }));
}

TEST_CASE("nothing is cleaned up in a signed paper", "[cleanup]")
{
    Counter counter;
    counter.capture();
    counter.sign();
    REQUIRE(Counter::until([] { return Counter::focus() == u"digitizationCode"_s; }));
    counter.press(Qt::Key_1);
    CHECK_FALSE(actions(counter).straighten->isEnabled());
    CHECK_FALSE(actions(counter).divide->isEnabled());
    CHECK(actions(counter).asScanned->isEnabled());
}

TEST_CASE("while V is held the page stands as it was scanned", "[compare]")
{
    Counter counter;
    onScreen(counter, {form});
    const QSizeF page = view(counter).sceneRect().size();
    hold(counter);
    REQUIRE(Counter::until([&] { return view(counter).isOriginalShown(); }));
    CHECK(view(counter).sceneRect().size() != page);
    CHECK(view(counter).accessibleDescription() == u"As scanned"_s);
    letGo(counter);
    CHECK_FALSE(view(counter).isOriginalShown());
    CHECK(view(counter).sceneRect().size() == page);
    CHECK_FALSE(actions(counter).asScanned->isChecked());
}

TEST_CASE("the page comes back with the zoom that it had", "[compare]")
{
    Counter counter;
    onScreen(counter, {form});
    counter.press(Qt::Key_Plus);
    counter.press(Qt::Key_Plus);
    const QTransform zoom = view(counter).transform();
    hold(counter);
    REQUIRE(Counter::until([&] { return view(counter).isOriginalShown(); }));
    CHECK(view(counter).isFitted());
    letGo(counter);
    CHECK(view(counter).transform() == zoom);
    CHECK_FALSE(view(counter).isFitted());
}

TEST_CASE("a click on the button keeps the original there until any other step", "[compare]")
{
    Counter counter;
    onScreen(counter, {form, form});
    const auto show = [&] {
        counter.find<KeyButton>("asScannedButton")->click();
        REQUIRE(Counter::until([&] { return view(counter).isOriginalShown(); }));
    };
    show();
    counter.press(Qt::Key_Plus);
    CHECK(view(counter).isOriginalShown());
    counter.press(Qt::Key_PageDown);
    CHECK_FALSE(view(counter).isOriginalShown());
    show();
    counter.press(Qt::Key_BracketRight);
    CHECK_FALSE(view(counter).isOriginalShown());
    REQUIRE(Counter::until([&] { return counter.sides(1).at(1).turnDeg == 90; }));
    show();
    counter.press(Qt::Key_E);
    CHECK_FALSE(view(counter).isOriginalShown());
    counter.press(Qt::Key_Escape);
    show();
    counter.find<KeyButton>("asScannedButton")->click();
    CHECK_FALSE(view(counter).isOriginalShown());
}

TEST_CASE("who looks at the original has not looked at the page", "[compare]")
{
    Counter counter;
    counter.desk.asksForReview = true;
    onScreen(counter, {form, form});
    const QString first = counter.sides(1).at(0).id;
    REQUIRE(Counter::until([&] { return counter.desk.seenSides().contains(first); }));
    counter.press(Qt::Key_C);
    REQUIRE(Counter::until([&] { return note(counter).contains(u"not cut"_s); }));
    hold(counter);
    REQUIRE(Counter::until([&] { return view(counter).isOriginalShown(); }));
    const auto looks = counter.desk.seenSides().count(first);
    // Longer than a look takes.
    QTest::qWait(700);
    CHECK(counter.desk.seenSides().count(first) == looks);
    letGo(counter);
    CHECK(Counter::until([&] { return counter.desk.seenSides().count(first) == looks + 1; }));
}

TEST_CASE("an original that is not there is said and the page stays", "[compare]")
{
    Counter counter;
    onScreen(counter, {form});
    counter.desk.originalsAreThere = false;
    hold(counter);
    CHECK(Counter::until([&] { return !counter.message().isEmpty(); }));
    CHECK_FALSE(view(counter).isOriginalShown());
    CHECK_FALSE(actions(counter).asScanned->isChecked());
    letGo(counter);
}

TEST_CASE("the text of the page that the clerk turns to is read first", "[look]")
{
    Counter counter;
    onScreen(counter, {form, form, form});
    const auto sides = counter.sides(1);
    counter.press(Qt::Key_PageDown);
    CHECK(counter.desk.lookedAt().last() == sides.at(1).id);
    counter.press(Qt::Key_PageDown);
    CHECK(counter.desk.lookedAt().last() == sides.at(2).id);
}

TEST_CASE("pages that the scan turns to are read in their order", "[look]")
{
    Counter counter;
    counter.openDossier();
    counter.press(Qt::Key_5);
    counter.scanPile({form, form, form});
    CHECK(counter.desk.lookedAt().isEmpty());
}
