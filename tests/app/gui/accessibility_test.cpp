#include "tests/app/gui/counter_fixture.h"

#include "app/gui/counter/counter_actions.h"
#include "app/gui/widgets/key_button_reader.h"
#include "tests/support/catch.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QCompleter>
#include <QLineEdit>
#include <QSet>

using namespace station::gui;
using namespace station::gui::test;
using namespace Qt::StringLiterals;

namespace {

QStringList namelessWidgets(QWidget &window)
{
    QStringList nameless;
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible())
            continue;
        auto *reader = QAccessible::queryAccessibleInterface(widget);
        if (!reader || reader->text(QAccessible::Name).trimmed().isEmpty())
            nameless << QLatin1String(widget->metaObject()->className()) + u" "_s +
                            widget->objectName();
    }
    return nameless;
}

}  // namespace

TEST_CASE("every widget that takes the focus has a name", "[accessibility]")
{
    Counter counter;
    CHECK(namelessWidgets(counter.window).join(u", "_s) == QString());
    counter.capture();
    counter.press(Qt::Key_F8);
    REQUIRE(Counter::until([] { return Counter::focus() == u"pin"_s; }));
    CHECK(namelessWidgets(counter.window).join(u", "_s) == QString());
    counter.press(Qt::Key_Escape);
    counter.press(Qt::Key_E);
    CHECK(namelessWidgets(counter.window).join(u", "_s) == QString());
    counter.press(Qt::Key_Escape);
    counter.sign();
    REQUIRE(Counter::until([] { return Counter::focus() == u"digitizationCode"_s; }));
    CHECK(namelessWidgets(counter.window).join(u", "_s) == QString());
}

TEST_CASE("rows of checklist and strip are spoken with their state", "[accessibility]")
{
    Counter counter;
    counter.capture();
    const auto *checklist = counter.find<QAbstractItemView>("checklist");
    const QString spoken = checklist->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    CHECK(spoken.contains(u"Đơn đề nghị"_s));
    CHECK(spoken.contains(u"to be signed"_s));
}

TEST_CASE("the next step is found by what it is, pressed, and has its key", "[accessibility]")
{
    installKeyButtonReader();
    Counter counter;
    counter.desk.feeder = {{{}}};
    counter.openDossier();
    REQUIRE(counter.asksFor(u"Scan paper 1"_s));
    auto *reader = QAccessible::queryAccessibleInterface(counter.find<QWidget>("primary"));
    REQUIRE(reader);
    CHECK(reader->role() == QAccessible::Button);
    CHECK(reader->text(QAccessible::Description) == u"Next step"_s);
    CHECK(reader->text(QAccessible::Name) == u"Scan paper 1"_s);
    auto *actions = reader->actionInterface();
    REQUIRE(actions);
    CHECK(actions->keyBindingsForAction(QAccessibleActionInterface::pressAction()) ==
          QStringList{u"F5"_s});
    actions->doAction(QAccessibleActionInterface::pressAction());
    REQUIRE(counter.asksFor(u"Scan paper 2"_s));
    CHECK(reader->text(QAccessible::Description) == u"Next step"_s);
}

TEST_CASE("no key and no mnemonic is taken twice", "[accessibility]")
{
    Counter counter;
    const auto *actions = counter.window.findChild<CounterActions *>();
    QSet<QString> keys;
    for (const QAction *action : actions->all()) {
        for (const QKeySequence &key : action->shortcuts()) {
            CAPTURE(key.toString());
            CHECK_FALSE(keys.contains(key.toString()));
            keys.insert(key.toString());
        }
        CHECK_FALSE(action->shortcuts().isEmpty());
        // Letters are keys of their own here; a mnemonic would be a second one.
        CHECK_FALSE(action->text().contains(u'&'));
    }
}

TEST_CASE("targets are large enough for an unsteady hand", "[accessibility]")
{
    Counter counter;
    counter.capture();
    for (const QWidget *widget : counter.window.findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible())
            continue;
        CAPTURE(widget->objectName());
        CHECK(widget->width() >= 24);
        CHECK(widget->height() >= 24);
    }
}

TEST_CASE("codes and PINs are typed without an input method and nothing pops up", "[accessibility]")
{
    Counter counter;
    for (const char *name : {"entry", "pin", "ownerId", "newDossierCode", "sheetCount"}) {
        CAPTURE(name);
        const auto *edit = counter.find<QLineEdit>(name);
        CHECK_FALSE(edit->inputMethodQuery(Qt::ImEnabled).toBool());
    }
    CHECK(counter.find<QLineEdit>("ownerName")->inputMethodQuery(Qt::ImEnabled).toBool());
    CHECK(counter.window.findChildren<QCompleter *>().isEmpty());
}

TEST_CASE("every action that has a key is on the key sheet", "[accessibility]")
{
    Counter counter;
    counter.press(Qt::Key_F1);
    const auto *sheet = counter.find<QWidget>("keysOverlay");
    CHECK(sheet->isVisible());
    const auto *actions = counter.window.findChild<CounterActions *>();
    for (const QAction *action : actions->all()) {
        if (!CounterActions::isNumbered(*action))
            CHECK(sheet->accessibleName().contains(action->text()));
    }
    counter.press(Qt::Key_Escape);
    CHECK_FALSE(sheet->isVisible());
}

TEST_CASE("Tab goes through the form in the order of work", "[accessibility]")
{
    Counter counter;
    counter.press(Qt::Key_F4);
    QStringList order{Counter::focus()};
    for (int i = 0; i < 4; ++i) {
        counter.press(Qt::Key_Tab);
        order << Counter::focus();
    }
    CHECK(order.join(u' ') == u"procedureFilter procedures ownerId ownerName newDossierCode"_s);
}

TEST_CASE("the window fits a screen of 1366 by 768", "[accessibility]")
{
    Counter counter;
    counter.capture();
    CHECK(counter.window.minimumSizeHint().width() <= 1366);
    CHECK(counter.window.minimumSizeHint().height() <= 740);
    CHECK(counter.find<QWidget>("pageView")->width() + counter.find<QWidget>("strip")->width() >=
          counter.window.width() / 2);
}
