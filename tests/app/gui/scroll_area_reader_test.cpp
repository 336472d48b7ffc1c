#include "app/gui/base/scroll_area_reader.h"

#include "tests/support/catch.h"

#include <QAccessible>
#include <QGraphicsView>
#include <QScrollArea>

using namespace station::gui;

namespace {

template <typename Area>
void askForChildThatHasGone()
{
    installScrollAreaReader();
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
