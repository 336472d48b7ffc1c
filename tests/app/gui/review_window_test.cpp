#include "tests/app/gui/counter_fixture.h"

#include "tests/support/catch.h"

using namespace station;
using namespace station::gui;
using namespace station::gui::test;
using namespace Qt::StringLiterals;
using Content = FeederSide::Content;

namespace {

const FeederSide form{Content::Form};

/// Waits until the desk knows of so many looks.
bool looked(Counter &counter, int sides)
{
    return Counter::until([&] { return counter.desk.seenSides().size() == sides; });
}

QVariant sight(Counter &counter, int row)
{
    return counter.strip()->index(row, 0).data(SideModel::SightRole);
}

/// Papers 1 and 2 of one page each, 3 and 4 decided; then what is left to look at.
void captureSinglePages(Counter &counter)
{
    counter.desk.asksForReview = true;
    counter.openDossier();
    counter.scanPile({form});
    REQUIRE(looked(counter, 1));
    counter.scanPile({form});
    REQUIRE(looked(counter, 2));
    counter.press(Qt::Key_R);
    REQUIRE(counter.asksFor(u"Paper 4: Shown only"_s));
    counter.press(Qt::Key_H);
}

}  // namespace

TEST_CASE("papers of one page that stood on the screen after the scan cost no key", "[review]")
{
    Counter counter;
    captureSinglePages(counter);
    REQUIRE(counter.asksFor(u"Sign 2 copy(s)"_s));
    counter.sign();
    REQUIRE(Counter::until(
        [&] { return std::holds_alternative<dossier::SignedCopy>(counter.state(2)); }));
}

TEST_CASE("pages that flew by are looked at one by one before anything is signed", "[review]")
{
    Counter counter;
    counter.desk.asksForReview = true;
    counter.openDossier();
    counter.scanPile({form, form, form});
    REQUIRE(looked(counter, 1));
    counter.scanPile({form, form});
    REQUIRE(looked(counter, 2));
    counter.press(Qt::Key_R);
    REQUIRE(counter.asksFor(u"Paper 4: Shown only"_s));
    counter.press(Qt::Key_H);

    REQUIRE(counter.asksFor(u"Look at page 1 of paper 1"_s));
    CHECK(counter.primaryKey() == u"Space"_s);
    const auto *papers = counter.find<QListView>("checklist")->model();
    CHECK(papers->index(0, 0).data(ComponentModel::NoticeRole) == u"pages to look at"_s);

    // Nothing is signed behind the clerk's back, whatever key is pressed.
    counter.press(Qt::Key_F8);
    CHECK(counter.message().contains(u"not looked at"_s));
    CHECK(counter.find<QListView>("checklist")->currentIndex().row() == 0);
    CHECK(counter.find<QListView>("strip")->currentIndex().row() == 0);
    CHECK(sight(counter, 0) == false);
    CHECK(sight(counter, 2) == true);
    CHECK(counter.primaryKey().isEmpty());  // it is on the screen, but not for long enough

    REQUIRE(counter.asksFor(u"Look at page 2 of paper 1"_s));
    CHECK(sight(counter, 0) == true);
    CHECK(counter.strip()
              ->index(0, 0)
              .data(Qt::AccessibleTextRole)
              .toString()
              .contains(u"looked at"_s));
    counter.press(Qt::Key_Space);
    REQUIRE(counter.asksFor(u"Look at page 1 of paper 2"_s));
    counter.press(Qt::Key_Space);
    CHECK(counter.find<QListView>("checklist")->currentIndex().row() == 1);
    REQUIRE(counter.asksFor(u"Sign 2 copy(s)"_s));
    CHECK(looked(counter, 5));
    CHECK(counter.desk.signCalls() == 0);
}

TEST_CASE("a page that is cleaned only when the scan ends is looked at all the same", "[review]")
{
    Counter counter;
    counter.desk.asksForReview = true;
    // Raw it stands there almost long enough; the clean picture comes with the end.
    counter.desk.cleansAfterMs = 200;
    counter.openDossier();
    counter.scanPile({form});
    CHECK(looked(counter, 1));
    CHECK(counter.find<QListView>("checklist")->currentIndex().row() == 1);
    CHECK(counter.strip()->rowCount() == 0);
}

TEST_CASE("a page that is turned has to be looked at again", "[review]")
{
    Counter counter;
    captureSinglePages(counter);
    REQUIRE(counter.asksFor(u"Sign 2 copy(s)"_s));
    counter.press(Qt::Key_2);
    counter.press(Qt::Key_BracketRight);
    REQUIRE(looked(counter, 3));
    CHECK(counter.desk.seenSides().at(1) == counter.desk.seenSides().at(2));
    CHECK(counter.asksFor(u"Sign 2 copy(s)"_s));
}

TEST_CASE("a page behind the trouble card is not looked at", "[review]")
{
    Counter counter;
    counter.desk.asksForReview = true;
    counter.desk.feeder = {{form, {.content = Content::Form, .trouble = Fault::PaperJam}}};
    counter.openDossier();
    counter.press(Qt::Key_F5);
    REQUIRE(counter.asksFor(u"Scan on"_s));
    QTest::qWait(400);
    CHECK(counter.desk.seenSides().isEmpty());
    counter.press(Qt::Key_Escape);
    CHECK(looked(counter, 1));
}

TEST_CASE("F8 while the last page is on the screen signs as soon as it was looked at", "[review]")
{
    Counter counter;
    captureSinglePages(counter);
    REQUIRE(counter.asksFor(u"Sign 2 copy(s)"_s));
    counter.press(Qt::Key_2);
    counter.press(Qt::Key_BracketLeft);
    REQUIRE(Counter::until([&] { return counter.primaryKey().isEmpty(); }));
    counter.press(Qt::Key_F8);
    CHECK(Counter::until([] { return Counter::focus() == u"pin"_s; }));
    CHECK(counter.desk.view().unseen.empty());
}

TEST_CASE("what the desk has not seen is asked for again, whatever the window believed", "[review]")
{
    Counter counter;
    captureSinglePages(counter);
    REQUIRE(counter.asksFor(u"Sign 2 copy(s)"_s));
    counter.desk.forgetLooks();
    counter.press(Qt::Key_F8);
    REQUIRE(Counter::until([] { return Counter::focus() == u"pin"_s; }));
    counter.type(QString::fromLatin1(ScriptedDesk::rightPin));
    counter.press(Qt::Key_Return);
    CHECK(counter.asksFor(u"Look at page 1 of paper 1"_s));
}
