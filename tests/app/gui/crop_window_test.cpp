#include "tests/app/gui/counter_fixture.h"

#include "app/gui/counter/counter_actions.h"
#include "app/gui/widgets/page_view.h"
#include "tests/support/catch.h"

using namespace station;
using namespace station::gui;
using namespace station::gui::test;
using namespace Qt::StringLiterals;

namespace {

void onScreen(Counter &counter)
{
    counter.openDossier();
    counter.scanPile({{FeederSide::Content::Form}});
    counter.press(Qt::Key_1);
    REQUIRE(Counter::until([&] { return counter.sides(1).size() == 1; }));
    const auto *page = counter.find<PageView>("pageView");
    REQUIRE(Counter::until([&] { return !page->sceneRect().isEmpty(); }));
}

PageView &view(Counter &counter)
{
    return *counter.find<PageView>("pageView");
}

void beginCrop(Counter &counter)
{
    counter.press(Qt::Key_Q);
    REQUIRE(Counter::until([&] { return view(counter).isOriginalShown(); }));
}

dossier::SideCleanup cleanup(Counter &counter)
{
    return counter.sides(1).front().cleanup;
}

}  // namespace

TEST_CASE("edges are set by keys and Enter makes them one edit", "[crop]")
{
    Counter counter;
    onScreen(counter);
    beginCrop(counter);
    const QSize original = view(counter).picture().size();
    counter.press(Qt::Key_Right);  // the left edge
    counter.press(Qt::Key_Right, Qt::ShiftModifier);
    counter.press(Qt::Key_Tab);  // the upper one
    counter.press(Qt::Key_Down, Qt::ShiftModifier);
    counter.press(Qt::Key_Tab);
    counter.press(Qt::Key_Tab);  // the lower one
    counter.press(Qt::Key_Up, Qt::ShiftModifier);
    counter.press(Qt::Key_Return);
    REQUIRE(Counter::until([&] { return cleanup(counter).part.has_value(); }));
    const QRect part = *cleanup(counter).part;
    CHECK(part.topLeft() == QPoint(44, 40));
    CHECK(part.right() == original.width() - 1);
    CHECK(part.bottom() == original.height() - 1 - 40);
    CHECK_FALSE(cleanup(counter).paperCrop);
    CHECK_FALSE(cleanup(counter).skewDeg);
    CHECK_FALSE(view(counter).isOriginalShown());

    counter.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(Counter::until([&] { return cleanup(counter) == dossier::SideCleanup(); }));
}

TEST_CASE("the line along the print straightens by hand", "[crop]")
{
    Counter counter;
    onScreen(counter);
    beginCrop(counter);
    for (int i = 0; i < 7; ++i)
        counter.press(Qt::Key_PageDown);
    counter.press(Qt::Key_Return);
    REQUIRE(Counter::until([&] { return cleanup(counter).skewDeg.has_value(); }));
    CHECK(std::abs(*cleanup(counter).skewDeg - 0.7) < 1e-6);
    CHECK_FALSE(cleanup(counter).part);
    CHECK(cleanup(counter).paperCrop);
}

TEST_CASE("Escape and any other step leave the side as it was", "[crop]")
{
    Counter counter;
    onScreen(counter);
    for (const auto key : {Qt::Key_Escape, Qt::Key_F11}) {
        beginCrop(counter);
        counter.press(Qt::Key_Right, Qt::ShiftModifier);
        counter.press(key);
        CHECK(Counter::until([&] { return !view(counter).isOriginalShown(); }));
        CHECK(cleanup(counter) == dossier::SideCleanup());
    }
    CHECK(counter.state(1).index() == dossier::PaperState(dossier::CapturedPaper()).index());
}

TEST_CASE("an edge follows the mouse and never passes the one opposite", "[crop]")
{
    Counter counter;
    onScreen(counter);
    beginCrop(counter);
    auto *page = view(counter).viewport();
    const QSize original = view(counter).picture().size();
    const QPoint left = view(counter).mapFromScene(0, original.height() / 2);
    QTest::mousePress(page, Qt::LeftButton, {}, left);
    QMouseEvent move(QEvent::MouseMove, QPointF(page->width(), left.y()),
                     page->mapToGlobal(QPointF(page->width(), left.y())), Qt::LeftButton,
                     Qt::LeftButton, {});
    QApplication::sendEvent(page, &move);
    QTest::mouseRelease(page, Qt::LeftButton, {}, QPoint(page->width() - 1, left.y()));
    counter.press(Qt::Key_Return);
    REQUIRE(Counter::until([&] { return cleanup(counter).part.has_value(); }));
    CHECK(cleanup(counter).part->width() >= 50);
    CHECK(cleanup(counter).part->width() < 60);
}

TEST_CASE("a glass shows the page larger as long as its key is held", "[crop]")
{
    Counter counter;
    onScreen(counter);
    const QImage before = view(counter).viewport()->grab().toImage();
    QTest::keyPress(QApplication::focusWidget(), Qt::Key_M);
    const QImage held = view(counter).viewport()->grab().toImage();
    CHECK(held != before);
    QTest::keyRelease(QApplication::focusWidget(), Qt::Key_M);
    CHECK(view(counter).viewport()->grab().toImage() == before);
}
