#include "app/gui/base/container_readers.h"

#include "tests/support/catch.h"

#include <QAccessible>
#include <QGraphicsView>
#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>

using namespace station::gui;

namespace {

template <typename Area>
void askForChildThatHasGone()
{
    installContainerReaders();
    Area area;
    area.setAccessibleName(QStringLiteral("Page"));
    area.show();
    auto *reader = QAccessible::queryAccessibleInterface(&area);
    REQUIRE(reader);
    CHECK(reader->text(QAccessible::Name) == QStringLiteral("Page"));
    CHECK(reader->indexOfChild(QAccessible::queryAccessibleInterface(area.viewport())) >= 0);
    CHECK_FALSE(reader->child(reader->childCount()));
}

}  // namespace

TEST_CASE("a screen reader may ask a scroll area for a child that has gone", "[accessibility]")
{
    askForChildThatHasGone<QScrollArea>();
    askForChildThatHasGone<QGraphicsView>();
}

TEST_CASE("a stack of pages is layout and shows its pages", "[accessibility]")
{
    installContainerReaders();
    QStackedWidget stack;
    QLabel page(QStringLiteral("Page"));
    stack.addWidget(&page);
    auto *reader = QAccessible::queryAccessibleInterface(&stack);
    REQUIRE(reader);
    CHECK(reader->role() == QAccessible::Client);
    REQUIRE(reader->childCount() == 1);
    CHECK(reader->child(0)->text(QAccessible::Name) == QStringLiteral("Page"));
    stack.removeWidget(&page);
    page.setParent(nullptr);
}
