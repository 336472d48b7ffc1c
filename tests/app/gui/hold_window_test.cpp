#include "tests/app/gui/counter_fixture.h"

#include "app/gui/widgets/value_edit.h"
#include "tests/support/catch.h"

#include <QListWidget>

#include <algorithm>

using namespace station;
using namespace station::gui;
using namespace station::gui::test;
using namespace Qt::StringLiterals;

namespace {

/// Paper 2 is signed and its first doubtful field has the focus.
void goToSecondPaper(Counter &counter)
{
    counter.capture();
    counter.sign();
    REQUIRE(Counter::until([] { return Counter::focus() == u"digitizationCode"_s; }));
    counter.press(Qt::Key_Return);
    REQUIRE(Counter::until([] { return Counter::focus() == u"field_document_date"_s; }));
}

const store::DraftField *fieldIn(const store::DraftFields &fields, const QString &key)
{
    const auto found = std::ranges::find(fields, key, &store::DraftField::key);
    return found == fields.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("a dossier is put aside with a reason and taken up again", "[window]")
{
    Counter counter;
    counter.openDossier();
    counter.press(Qt::Key_H, Qt::ControlModifier);
    REQUIRE(Counter::focus() == u"holdReason"_s);
    CHECK(counter.primary() == u"Put the dossier aside"_s);
    counter.press(Qt::Key_Return);
    CHECK(Counter::focus() == u"holdReason"_s);  // without a reason nothing happens
    counter.insert(u"Chờ bản chính"_s);
    counter.press(Qt::Key_Tab);
    REQUIRE(Counter::focus() == u"holdForWhom"_s);
    counter.insert(u"Chị Bưởi"_s);
    counter.press(Qt::Key_Return);

    REQUIRE(Counter::until([] { return Counter::focus() == u"entry"_s; }));
    CHECK(counter.desk.held() == store::Hold{u"Chờ bản chính"_s, u"Chị Bưởi"_s});
    auto *list = counter.find<QListWidget>("unfinished");
    REQUIRE(Counter::until([&] {
        return list->count() > 0 &&
               list->item(0)->text().contains(u"put aside: Chờ bản chính (for Chị Bưởi)"_s);
    }));

    counter.press(Qt::Key_T, Qt::ControlModifier);
    REQUIRE(Counter::until([] { return Counter::focus() == u"checklist"_s; }));
    CHECK(counter.message().contains(u"Chờ bản chính (for Chị Bưởi)"_s));
    CHECK_FALSE(counter.desk.held());
    // The earlier reason is the proposal for the next time.
    counter.press(Qt::Key_H, Qt::ControlModifier);
    CHECK(counter.find<QLineEdit>("holdReason")->text() == u"Chờ bản chính"_s);
    counter.press(Qt::Key_Escape);
    CHECK(counter.primary() == u"Scan paper 1"_s);
}

TEST_CASE("with nothing put aside Ctrl+T says so", "[window]")
{
    Counter counter;
    counter.press(Qt::Key_T, Qt::ControlModifier);
    CHECK(Counter::until(
        [&] { return counter.message().contains(u"No other dossier was put aside"_s); }));
}

TEST_CASE("what is typed is kept a moment later without leaving the field", "[window]")
{
    Counter counter;
    goToSecondPaper(counter);
    counter.find<ValueEdit>("field_document_date")->selectAll();
    counter.insert(u"06/07/2026"_s);
    REQUIRE(Counter::until([&] {
        const auto typed = counter.desk.typed(u"GT02"_s);
        const auto *date = fieldIn(typed, u"document_date"_s);
        return date && date->value == u"06/07/2026"_s && !date->confirmed;
    }));
    counter.press(Qt::Key_Return);
    CHECK(Counter::until([&] {
        const auto typed = counter.desk.typed(u"GT02"_s);
        const auto *date = fieldIn(typed, u"document_date"_s);
        return date && date->confirmed;
    }));
}

TEST_CASE("what a full disk did not keep is kept when there is room and the paper is left",
          "[window]")
{
    Counter counter;
    goToSecondPaper(counter);
    counter.desk.diskIsFull = true;
    counter.find<ValueEdit>("field_document_date")->selectAll();
    counter.insert(u"06/07/2026"_s);
    REQUIRE(Counter::until([&] { return counter.find<QWidget>("messageBar")->isVisible(); }));
    CHECK(counter.desk.typed(u"GT02"_s).empty());
    counter.desk.diskIsFull = false;
    counter.find<QListView>("checklist")->setFocus();
    counter.press(Qt::Key_4);
    CHECK(Counter::until([&] {
        const auto typed = counter.desk.typed(u"GT02"_s);
        const auto *date = fieldIn(typed, u"document_date"_s);
        return date && date->value == u"06/07/2026"_s;
    }));
}

TEST_CASE("a value that cannot stand in its field stays there with the reason", "[window]")
{
    Counter counter;
    counter.desk.refusedValue = u"31/02/2026"_s;
    goToSecondPaper(counter);
    auto *date = counter.find<ValueEdit>("field_document_date");
    date->selectAll();
    counter.insert(u"31/02/2026"_s);
    counter.press(Qt::Key_Return);
    CHECK(Counter::focus() == u"field_document_date"_s);
    CHECK(date->value() == u"31/02/2026"_s);
    CHECK(date->accessibleDescription() == u"no date: write day/month/year"_s);
    date->selectAll();
    counter.insert(u"28/02/2026"_s);
    CHECK(date->accessibleDescription().startsWith(u"please check"_s));
    counter.press(Qt::Key_Return);
    CHECK(date->accessibleDescription().startsWith(u"confirmed"_s));
}
