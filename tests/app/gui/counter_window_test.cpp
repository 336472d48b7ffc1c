#include "tests/app/gui/counter_fixture.h"

#include "app/gui/counter/component_model.h"
#include "app/gui/widgets/badge.h"
#include "app/gui/widgets/page_view.h"
#include "app/gui/widgets/value_edit.h"
#include "tests/support/catch.h"

#include <QListView>
#include <QListWidget>
#include <QProgressBar>

using namespace station;
using namespace station::gui;
using namespace station::gui::test;
using namespace Qt::StringLiterals;

namespace {

/// From the first scan to the hand-over, by keys alone.
void handOver(Counter &counter)
{
    counter.capture();
    CHECK(counter.primaryKey() == u"F8"_s);
    counter.sign();

    // Paper 4 was looked at last, so the first signed paper is next: all sure.
    REQUIRE(counter.asksFor(u"Accept the code"_s));
    REQUIRE(Counter::until([] { return Counter::focus() == u"digitizationCode"_s; }));
    counter.press(Qt::Key_Return);

    REQUIRE(Counter::until([] { return Counter::focus() == u"field_document_date"_s; }));
    counter.press(Qt::Key_Return);
    CHECK(Counter::focus() == u"field_signer"_s);
    counter.press(Qt::Key_Return);
    REQUIRE(Counter::until([] { return Counter::focus() == u"digitizationCode"_s; }));
    counter.press(Qt::Key_Return);

    REQUIRE(counter.asksFor(u"Hand over the dossier"_s));
    counter.press(Qt::Key_F10);
    REQUIRE(Counter::until([&] { return counter.desk.handedOver(); }));
    REQUIRE(Counter::until([] { return Counter::focus() == u"entry"_s; }));
}

QString noticeOn(Counter &counter, int paper)
{
    const auto *model = counter.find<QListView>("checklist")->model();
    return model->index(paper - 1, 0).data(ComponentModel::NoticeRole).toString();
}

}  // namespace

TEST_CASE("a whole dossier goes through by keys alone", "[window]")
{
    Counter counter;
    CHECK(Counter::focus() == u"entry"_s);
    handOver(counter);
    CHECK(counter.message().contains(ScriptedDesk::dossierCode));
    CHECK(std::holds_alternative<dossier::HandedOverCopy>(counter.state(1)));
    CHECK(std::holds_alternative<dossier::ReusedCopy>(counter.state(3)));
    CHECK(std::holds_alternative<dossier::ShownPaper>(counter.state(4)));
}

TEST_CASE("letters decide, but in a text field they are only letters", "[window]")
{
    Counter counter;
    counter.openDossier();
    counter.press(Qt::Key_A);
    REQUIRE(Counter::until(
        [&] { return std::holds_alternative<dossier::AttachedPaper>(counter.state(1)); }));

    counter.press(Qt::Key_F3);
    counter.type(u"dxh"_s);
    QTest::qWait(50);
    CHECK(counter.find<QLineEdit>("entry")->text() == u"dxh"_s);
    CHECK(std::holds_alternative<dossier::AttachedPaper>(counter.state(1)));
}

TEST_CASE("digits and arrows go to a paper", "[window]")
{
    Counter counter;
    counter.openDossier();
    auto *checklist = counter.find<QListView>("checklist");
    counter.press(Qt::Key_4);
    CHECK(checklist->currentIndex().row() == 3);
    counter.press(Qt::Key_Up);
    CHECK(checklist->currentIndex().row() == 2);
}

TEST_CASE("sides appear while the scanner still runs, and Escape keeps them", "[window]")
{
    Counter counter;
    QSemaphore permits;
    counter.desk.holdScan = &permits;
    counter.desk.feeder = {{{}, {}, {}}};
    counter.openDossier();
    counter.press(Qt::Key_F5);
    auto *strip = counter.find<QListView>("strip");
    permits.release();
    REQUIRE(Counter::until([&] { return strip->model()->rowCount() == 1; }));
    CHECK(counter.find<QProgressBar>("progress")->isVisible());
    CHECK(counter.primary() == u"Stop the scan"_s);
    permits.release();
    REQUIRE(Counter::until([&] { return strip->model()->rowCount() == 2; }));

    counter.press(Qt::Key_Escape);
    REQUIRE(counter.asksFor(u"Scan paper 2"_s));
    counter.press(Qt::Key_1);
    CHECK(strip->model()->rowCount() == 2);
    CHECK_FALSE(counter.find<QWidget>("messageBar")->isVisible());
}

TEST_CASE("a jam is told in words and the sides before it stay", "[window]")
{
    Counter counter;
    counter.desk.feeder = {{{}, {}}};
    counter.desk.scanEndsWith = Error{Fault::PaperJam, {}, u"Sheet 3"_s};
    counter.openDossier();
    counter.press(Qt::Key_F5);
    REQUIRE(Counter::until([&] { return counter.message().contains(u"Sheet 3"_s); }));
    CHECK(dossier::sidesOf(counter.state(1)).size() == 2);
}

TEST_CASE("Space shows the flagged page before anything is signed", "[window]")
{
    Counter counter;
    using Content = FeederSide::Content;
    counter.desk.feeder = {{{Content::Form}, {Content::Blank}, {Content::Form}}};
    counter.openDossier();
    counter.press(Qt::Key_F5);
    REQUIRE(counter.asksFor(u"Scan paper 2"_s));
    counter.press(Qt::Key_A);
    counter.desk.feeder = {{{Content::Form}}};
    QTest::qWait(50);
    counter.press(Qt::Key_F5);
    REQUIRE(counter.asksFor(u"Paper 3: Reuse"_s));
    counter.press(Qt::Key_R);
    REQUIRE(counter.asksFor(u"Paper 4: Shown only"_s));
    counter.press(Qt::Key_H);
    REQUIRE(counter.asksFor(u"Look at the flagged page"_s));

    counter.press(Qt::Key_Space);
    CHECK(counter.find<QListView>("checklist")->currentIndex().row() == 0);
    CHECK(counter.find<QListView>("strip")->currentIndex().row() == 1);
    CHECK(counter.asksFor(u"Sign 1 copy(s)"_s));
}

TEST_CASE("a page that only flew by during the scan was not looked at", "[window]")
{
    Counter counter;
    QSemaphore permits;
    counter.desk.holdScan = &permits;
    counter.desk.feeder = {{{}, {FeederSide::Content::Blank}, {}}};
    counter.openDossier();
    counter.press(Qt::Key_F5);
    auto *page = counter.find<PageView>("pageView");
    permits.release(2);
    REQUIRE(Counter::until([&] { return page->accessibleDescription().contains(u"blank?"_s); }));
    permits.release();
    REQUIRE(counter.asksFor(u"Scan paper 2"_s));
    const auto *papers = counter.find<QListView>("checklist")->model();
    CHECK(papers->index(0, 0).data(ComponentModel::NoticeRole) == u"pages to look at"_s);
}

TEST_CASE("the rules' advice has to be overruled before a scan", "[window]")
{
    Counter counter;
    counter.desk.feeder = {{{}}};
    counter.openDossier();
    counter.press(Qt::Key_3);
    counter.press(Qt::Key_F5);
    CHECK(counter.message().contains(u"Reuse"_s));
    QTest::qWait(50);
    CHECK(std::holds_alternative<dossier::OpenSlot>(counter.state(3)));

    // The repository has it: scanning it again needs a reason, one of a few.
    counter.press(Qt::Key_D);
    REQUIRE(Counter::focus() == u"rescanReasons"_s);
    CHECK(counter.primary() == u"Digitize for this reason"_s);
    counter.press(Qt::Key_Escape);
    CHECK(std::holds_alternative<dossier::OpenSlot>(counter.state(3)));
    counter.press(Qt::Key_D);
    counter.press(Qt::Key_Down);
    counter.press(Qt::Key_Return);
    REQUIRE(Counter::until(
        [&] { return std::holds_alternative<dossier::DigitizeSlot>(counter.state(3)); }));
    CHECK(counter.desk.insteadOfReuse() == workflow::RescanReason::Changed);
    REQUIRE(counter.asksFor(u"Scan paper 3"_s));
    counter.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(Counter::until(
        [&] { return std::holds_alternative<dossier::OpenSlot>(counter.state(3)); }));
}

TEST_CASE("of several copies the clerk chooses the one to reuse", "[window]")
{
    Counter counter;
    counter.desk.reusableCopies = 2;
    counter.openDossier();
    counter.press(Qt::Key_3);
    counter.press(Qt::Key_R);
    REQUIRE(Counter::until([] { return Counter::focus() == u"reusableCopies"_s; }));
    CHECK(counter.primary() == u"Use this copy"_s);
    counter.press(Qt::Key_Down);
    counter.press(Qt::Key_Return);
    REQUIRE(Counter::until(
        [&] { return std::holds_alternative<dossier::ReusedCopy>(counter.state(3)); }));
    CHECK(std::get<dossier::ReusedCopy>(counter.state(3)).code.sequence() == 1);
}

TEST_CASE("a copy that may not be reused is shown with the reason and cannot be chosen", "[window]")
{
    Counter counter;
    counter.desk.reusableCopies = 0;
    counter.desk.spentCopies = {{u"056191004823.KQ.GT03.790123004567.01"_s, u"Giấy phép lái xe"_s,
                                 u"was valid until 2/9/2021"_s}};
    counter.desk.storedCopiesAge = u"as of yesterday"_s;
    counter.openDossier();
    counter.press(Qt::Key_3);
    counter.press(Qt::Key_R);
    REQUIRE(counter.asksFor(u"Not now"_s));
    const auto *model = counter.find<QAbstractItemView>("reusableCopies")->model();
    REQUIRE(model->rowCount() == 1);
    CHECK(model->index(0, 0).data().toString().contains(u"was valid until"_s));
    CHECK_FALSE(model->flags(model->index(0, 0)).testFlag(Qt::ItemIsEnabled));
    CHECK(counter.find<QLabel>("storedCopiesAge")->isVisible());
    CHECK(counter.find<QLabel>("storedCopiesAge")->text() == u"as of yesterday"_s);
    counter.press(Qt::Key_Escape);
    REQUIRE(Counter::until([&] { return counter.primary() != u"Not now"_s; }));
    CHECK(std::holds_alternative<dossier::OpenSlot>(counter.state(3)));

    // A single valid one beside it is linked at once, as if the other were not there.
    counter.desk.reusableCopies = 1;
    counter.press(Qt::Key_R);
    REQUIRE(Counter::until(
        [&] { return std::holds_alternative<dossier::ReusedCopy>(counter.state(3)); }));
    CHECK(std::get<dossier::ReusedCopy>(counter.state(3)).code.sequence() == 2);
}

TEST_CASE("a code is called provisional until it is claimed", "[window]")
{
    Counter counter;
    counter.capture();
    const auto *badge = counter.find<Badge>("provisionalBadge");
    CHECK_FALSE(badge->isVisible());
    counter.sign();
    REQUIRE(counter.asksFor(u"Accept the code"_s));
    REQUIRE(Counter::until([&] { return badge->isVisible(); }));
    CHECK(badge->word() == u"PROVISIONAL"_s);
    CHECK(badge->accessibleName() == badge->word());
}

TEST_CASE("a copy that was handed over is corrected and that is taken back", "[window]")
{
    Counter counter;
    handOver(counter);
    counter.openDossier();
    counter.press(Qt::Key_1);
    REQUIRE(counter.shows(1, u"1 side(s) · handed over"_s));
    CHECK_FALSE(counter.find<Badge>("provisionalBadge")->isVisible());
    counter.press(Qt::Key_K);
    REQUIRE(counter.shows(1, u"1 side(s) · to be signed"_s));
    CHECK(noticeOn(counter, 1) == u"corrects what was handed over"_s);
    counter.press(Qt::Key_Z, Qt::ControlModifier);
    REQUIRE(counter.shows(1, u"1 side(s) · handed over"_s));
    CHECK(noticeOn(counter, 1).isEmpty());

    counter.press(Qt::Key_3);
    counter.press(Qt::Key_K);
    REQUIRE(Counter::until([&] { return !counter.message().isEmpty(); }));
    CHECK(std::holds_alternative<dossier::ReusedCopy>(counter.state(3)));
}

TEST_CASE("Ctrl+Z takes decisions back, one by one", "[window]")
{
    Counter counter;
    counter.openDossier();
    counter.press(Qt::Key_5);
    counter.press(Qt::Key_H);
    REQUIRE(counter.shows(5, u"shown and given back"_s));
    counter.press(Qt::Key_5);
    counter.press(Qt::Key_X);
    REQUIRE(counter.shows(5, u"secret, never scanned"_s));

    counter.press(Qt::Key_Z, Qt::ControlModifier);
    REQUIRE(counter.shows(5, u"shown and given back"_s));
    counter.press(Qt::Key_Z, Qt::ControlModifier);
    REQUIRE(counter.shows(5, u"not decided"_s));
    CHECK(std::holds_alternative<dossier::OpenSlot>(counter.state(5)));
}

TEST_CASE("a wrong PIN is asked again only by the window, never tried twice", "[window]")
{
    Counter counter;
    counter.capture();
    counter.press(Qt::Key_F8);
    REQUIRE(Counter::until([] { return Counter::focus() == u"pin"_s; }));
    counter.type(u"0000"_s);
    counter.press(Qt::Key_Return);
    REQUIRE(Counter::until([&] { return counter.message().contains(u"PIN"_s); }));
    REQUIRE(Counter::until([] { return Counter::focus() == u"pin"_s; }));
    CHECK(counter.find<QLineEdit>("pin")->text().isEmpty());
    CHECK(counter.desk.signCalls() == 1);

    counter.type(QString::fromLatin1(ScriptedDesk::rightPin));
    counter.press(Qt::Key_Return);
    REQUIRE(Counter::until(
        [&] { return std::holds_alternative<dossier::SignedCopy>(counter.state(1)); }));
    CHECK(counter.desk.pinsGiven() == 2);
}

TEST_CASE("an unlocked token signs without a panel", "[window]")
{
    Counter counter;
    counter.capture();
    counter.sign();
    counter.desk.feeder = {{{}}};
    counter.press(Qt::Key_F3);
    counter.openDossier();
    counter.press(Qt::Key_5);
    counter.press(Qt::Key_F5);
    REQUIRE(counter.asksFor(u"Sign 1 copy(s)"_s));
    counter.press(Qt::Key_F8);
    REQUIRE(Counter::until(
        [&] { return std::holds_alternative<dossier::SignedCopy>(counter.state(5)); }));
    CHECK(counter.desk.pinsGiven() == 1);
}

TEST_CASE("typed values survive going elsewhere and are what is confirmed", "[window]")
{
    Counter counter;
    counter.capture();
    counter.sign();
    REQUIRE(Counter::until([] { return Counter::focus() == u"digitizationCode"_s; }));
    counter.press(Qt::Key_Return);
    REQUIRE(Counter::until([] { return Counter::focus() == u"field_document_date"_s; }));
    counter.press(Qt::Key_Tab);
    REQUIRE(Counter::focus() == u"field_signer"_s);
    counter.find<ValueEdit>("field_signer")->selectAll();
    counter.insert(u"Trần Quốc Khánh"_s);

    counter.find<QListView>("checklist")->setFocus();
    counter.press(Qt::Key_4);
    counter.press(Qt::Key_2);
    CHECK(counter.find<ValueEdit>("field_signer")->value() == u"Trần Quốc Khánh"_s);

    counter.press(Qt::Key_Space);
    counter.press(Qt::Key_Return);
    counter.press(Qt::Key_Return);
    REQUIRE(Counter::until([] { return Counter::focus() == u"digitizationCode"_s; }));
    counter.press(Qt::Key_Return);
    REQUIRE(counter.asksFor(u"Hand over the dossier"_s));
    const auto values = counter.desk.confirmedValues(u"GT02"_s);
    CHECK(std::find(values.begin(), values.end(),
                    FieldValue{dossier::field_key::signer, u"Trần Quốc Khánh"_s}) != values.end());
}

TEST_CASE("Ctrl+Z takes a confirmed field back", "[window]")
{
    Counter counter;
    counter.capture();
    counter.sign();
    REQUIRE(Counter::until([] { return Counter::focus() == u"digitizationCode"_s; }));
    counter.press(Qt::Key_Return);
    REQUIRE(Counter::until([] { return Counter::focus() == u"field_document_date"_s; }));
    counter.insert(u"06/07/2026"_s);
    counter.press(Qt::Key_Return);
    REQUIRE(Counter::focus() == u"field_signer"_s);

    counter.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(Counter::focus() == u"field_document_date"_s);
    CHECK(counter.find<ValueEdit>("field_document_date")->value() == u"05/07/2026"_s);
}

TEST_CASE("the page zooms to the ink of the field that has the focus", "[window]")
{
    Counter counter;
    counter.capture();
    counter.sign();
    REQUIRE(Counter::until([] { return Counter::focus() == u"digitizationCode"_s; }));
    counter.press(Qt::Key_Return);
    REQUIRE(Counter::until([] { return Counter::focus() == u"field_document_date"_s; }));

    auto *page = counter.find<PageView>("pageView");
    REQUIRE(Counter::until([&] { return !page->isFitted(); }));
    const QRect ink = counter.desk.certificate().ink.at(dossier::field_key::documentDate);
    const QRect shown = page->mapFromScene(QRectF(ink)).boundingRect();
    CHECK(page->viewport()->rect().contains(shown));
    CHECK(shown.width() > page->viewport()->width() / 2);

    counter.find<QListView>("checklist")->setFocus();
    counter.press(Qt::Key_0);
    CHECK(page->isFitted());
}

TEST_CASE("a hand-over with a part missing says what is next", "[window]")
{
    Counter counter;
    counter.openDossier();
    counter.press(Qt::Key_F10);
    CHECK(counter.message().contains(u"Scan paper 1"_s));
    CHECK_FALSE(counter.desk.handedOver());
}

TEST_CASE("with the repository down the work is queued and the next dossier can come", "[window]")
{
    Counter counter;
    counter.capture();
    counter.sign();
    counter.desk.handOverEndsWith = Error{Fault::RepositoryDown};
    for (int paper = 0; paper < 2; ++paper) {
        if (paper == 1) {
            REQUIRE(Counter::until([] { return Counter::focus() == u"field_document_date"_s; }));
            counter.press(Qt::Key_Return);
            counter.press(Qt::Key_Return);
        }
        REQUIRE(Counter::until([] { return Counter::focus() == u"digitizationCode"_s; }));
        counter.press(Qt::Key_Return);
    }
    REQUIRE(counter.asksFor(u"Hand over the dossier"_s));
    counter.press(Qt::Key_F10);
    REQUIRE(counter.asksFor(u"Open the dossier"_s));
    CHECK(counter.message().contains(u"queued"_s));
}

TEST_CASE("the QR text of an identity card fills the owner of a new dossier", "[window]")
{
    Counter counter;
    counter.insert(
        u"056191004823|225000111|Nguyễn Thị Hồng Nhưỡng|14021991|Nữ|Đông Sơn|01012022"_s);
    counter.press(Qt::Key_Return);
    REQUIRE(Counter::until([] { return Counter::focus() == u"newDossierCode"_s; }));
    CHECK(counter.find<QLineEdit>("ownerName")->text() == u"Nguyễn Thị Hồng Nhưỡng"_s);
    CHECK(counter.primary() == u"Open the new dossier"_s);
    counter.press(Qt::Key_Return);
    REQUIRE(Counter::until([] { return Counter::focus() == u"checklist"_s; }));
    CHECK(counter.desk.created().ownerId == u"056191004823"_s);
    CHECK(counter.desk.created().procedure == u"1.002809"_s);
}

TEST_CASE("procedures are found without accents", "[window]")
{
    Counter counter;
    counter.press(Qt::Key_F4);
    counter.type(u"dao tao"_s);
    auto *procedures = counter.find<QListWidget>("procedures");
    REQUIRE(Counter::until([&] { return procedures->count() == 1; }));
    CHECK(procedures->item(0)->text().contains(u"đào tạo"_s));
}

TEST_CASE("an unknown code is answered and stays in its field", "[window]")
{
    Counter counter;
    counter.type(u"H56.16-000000-0000"_s);
    counter.press(Qt::Key_Return);
    REQUIRE(Counter::until([&] { return counter.message().contains(u"H56.16-000000-0000"_s); }));
    CHECK(counter.find<QLineEdit>("entry")->text() == u"H56.16-000000-0000"_s);
}

TEST_CASE("Enter with nothing typed continues the first unfinished dossier", "[window]")
{
    Counter counter;
    auto *list = counter.find<QListWidget>("unfinished");
    REQUIRE(Counter::until([&] { return list->count() > 0; }));
    CHECK(Counter::focus() == u"entry"_s);
    counter.press(Qt::Key_Return);
    CHECK(Counter::until([] { return Counter::focus() == u"checklist"_s; }));
}
