#include "tests/app/gui/counter_fixture.h"

#include "app/gui/counter/batch_panel.h"
#include "app/gui/counter/pin_panel.h"
#include "app/gui/counter/trouble_card.h"
#include "tests/support/catch.h"

#include <QElapsedTimer>
#include <QListWidget>
#include <QSemaphore>

using namespace station;
using namespace station::gui;
using namespace station::gui::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 dayMs = 24LL * 3600 * 1000;

/// At the panel that asks before the first signature.
void askForPin(Counter &counter)
{
    counter.capture();
    counter.press(Qt::Key_F8);
    REQUIRE(Counter::until([&] { return counter.find<PinPanel>("pinPanel")->isVisible(); }));
}

QString panelText(Counter &counter)
{
    return counter.find<PinPanel>("pinPanel")->accessibleName();
}

bool hasField(Counter &counter)
{
    return counter.find<QLineEdit>("pin")->isVisible();
}

void typePin(Counter &counter)
{
    counter.type(QString::fromLatin1(ScriptedDesk::rightPin));
    counter.press(Qt::Key_Return);
}

QString batchRow(Counter &counter, int row)
{
    return counter.find<QListView>("batch")->model()->index(row, 0).data().toString();
}

bool isSigned(Counter &counter, int paper)
{
    return std::holds_alternative<dossier::SignedCopy>(counter.state(paper));
}

}  // namespace

TEST_CASE("before the PIN the window says who signs, with which token, until when", "[sign]")
{
    Counter counter;
    counter.desk.certificates[0].endsAtMs = 1'803'834'000'000;  // 01/03/2027 in Vietnam
    askForPin(counter);
    CHECK(counter.find<QLabel>("signerName")->text() == u"Phạm Thị Ngọc Ánh"_s);
    CHECK(counter.find<QLabel>("signerName")->font().pointSizeF() >
          1.4 * counter.find<QLabel>("signerToken")->font().pointSizeF());
    CHECK(counter.find<QLabel>("signerToken")->text() ==
          u"Token VGCA-0412, valid until 01/03/2027"_s);
    CHECK(Counter::focus() == u"pin"_s);
    CHECK(counter.primary() == u"Sign 2 copy(s)"_s);
    CHECK(counter.primaryKey() == u"Enter"_s);
    CHECK(QApplication::activeModalWidget() == nullptr);
}

TEST_CASE("a certificate that ends soon is told with what to do", "[sign]")
{
    Counter counter;
    counter.desk.certificates[0].warnDays = 7;
    askForPin(counter);
    CHECK(panelText(counter).contains(u"less than 7 day(s). Ask your authority"_s));
    CHECK(hasField(counter));
}

TEST_CASE("a PIN that is too short or too long is told before the token is asked", "[sign]")
{
    Counter counter;
    counter.desk.certificates[0].shortestPin = 6;
    counter.desk.certificates[0].longestPin = 8;
    askForPin(counter);
    const auto *complaint = counter.find<QLabel>("pinComplaint");
    CHECK_FALSE(complaint->isVisible());
    counter.type(u"12345"_s);
    counter.press(Qt::Key_Return);
    CHECK(complaint->isVisible());
    CHECK(complaint->text().contains(u"at least 6"_s));
    CHECK(counter.find<QLineEdit>("pin")->text().size() == 5);
    counter.type(u"6789"_s);
    CHECK_FALSE(complaint->isVisible());
    counter.press(Qt::Key_Return);
    CHECK(complaint->text().contains(u"at most 8"_s));
    CHECK(counter.desk.signCalls() == 0);
}

TEST_CASE("what was said of a wrong PIN is gone once the right one signs", "[sign]")
{
    Counter counter;
    askForPin(counter);
    counter.type(u"0000"_s);
    counter.press(Qt::Key_Return);
    REQUIRE(Counter::until([&] { return counter.message().contains(u"PIN is wrong"_s); }));
    REQUIRE(Counter::until([] { return Counter::focus() == u"pin"_s; }));
    typePin(counter);
    REQUIRE(Counter::until([&] { return isSigned(counter, 2); }));
    CHECK_FALSE(counter.find<QWidget>("messageBar")->isVisible());
}

TEST_CASE("a wrong PIN of before is told, and the field is there", "[sign]")
{
    Counter counter;
    counter.desk.certificates[0].pin = PinState::WrongBefore;
    askForPin(counter);
    CHECK(panelText(counter).contains(u"A wrong PIN was entered"_s));
    CHECK(hasField(counter));
}

TEST_CASE("the last try is known by a key of its own before there is a field", "[sign]")
{
    Counter counter;
    counter.desk.certificates[0].pin = PinState::LastTry;
    askForPin(counter);
    CHECK(panelText(counter).contains(u"one more wrong PIN locks"_s));
    CHECK_FALSE(hasField(counter));
    CHECK(counter.primary() == u"I know: this is the last try"_s);
    CHECK(counter.primaryKey() == u"F9"_s);
    // What is pressed by habit does nothing.
    counter.press(Qt::Key_Return);
    counter.press(Qt::Key_F8);
    CHECK_FALSE(hasField(counter));

    counter.press(Qt::Key_F9);
    CHECK(hasField(counter));
    CHECK(Counter::focus() == u"pin"_s);
    typePin(counter);
    REQUIRE(Counter::until([&] { return isSigned(counter, 2); }));
    CHECK(counter.desk.pinsGiven() == 1);
}

TEST_CASE("a PIN that cannot be used has no field and says who can help", "[sign]")
{
    const auto [state, help] = GENERATE(table<PinState, QString>({
        {PinState::Locked, u"Only its issuer can unlock it"_s},
        {PinState::MustChange, u"tool of the token's maker"_s},
        {PinState::NeverSet, u"never set"_s},
    }));
    Counter counter;
    counter.desk.certificates[0].pin = state;
    askForPin(counter);
    CHECK(panelText(counter).contains(help));
    CHECK_FALSE(hasField(counter));
    CHECK(counter.primary() == u"Not now"_s);
    counter.press(Qt::Key_Return);
    CHECK(counter.desk.signCalls() == 0);
    counter.press(Qt::Key_Escape);
    CHECK(counter.primary() == u"Sign 2 copy(s)"_s);
    CHECK(counter.primaryKey() == u"F8"_s);
}

TEST_CASE("a token with its own keypad gets no field, only Enter", "[sign]")
{
    Counter counter;
    counter.desk.certificates[0].ownKeypad = true;
    askForPin(counter);
    CHECK(panelText(counter).contains(u"on the token itself"_s));
    CHECK_FALSE(hasField(counter));
    counter.press(Qt::Key_Return);
    REQUIRE(Counter::until([&] { return isSigned(counter, 2); }));
}

TEST_CASE("of several certificates the clerk chooses by arrows or by number", "[sign]")
{
    Counter counter;
    SigningCertificate second = counter.desk.certificates[0];
    second.sha256 = u"c2"_s;
    second.name = u"UBND phường Đông Sơn"_s;
    SigningCertificate ended = second;
    ended.sha256 = u"c3"_s;
    ended.name = u"Lê Văn Ẩn"_s;
    ended.flaws = {u"It ended."_s};
    counter.desk.certificates.push_back(second);
    counter.desk.certificates.push_back(ended);
    askForPin(counter);
    REQUIRE(Counter::focus() == u"certificates"_s);
    CHECK(counter.find<QListWidget>("certificates")->count() == 2);
    CHECK(counter.primary() == u"Sign with this certificate"_s);
    CHECK_FALSE(hasField(counter));

    SECTION("arrows and Enter")
    {
        counter.press(Qt::Key_Down);
        CHECK(counter.find<QLabel>("signerName")->text() == second.name);
        counter.press(Qt::Key_Return);
    }
    SECTION("its number")
    {
        counter.press(Qt::Key_2);
        CHECK(counter.find<QListView>("checklist")->currentIndex().row() == 3);
    }
    REQUIRE(Counter::focus() == u"pin"_s);
    CHECK(counter.find<QLabel>("signerName")->text() == second.name);
    // Why the third cannot sign is behind a key.
    const auto *unusable = counter.find<QLabel>("unusableCertificates");
    CHECK_FALSE(unusable->isVisible());
    counter.press(Qt::Key_F2);
    CHECK(unusable->isVisible());
    CHECK(unusable->text().contains(u"It ended."_s));

    counter.press(Qt::Key_Up);
    CHECK(Counter::focus() == u"certificates"_s);
    counter.press(Qt::Key_Return);
    typePin(counter);
    REQUIRE(Counter::until([&] { return isSigned(counter, 2); }));
    CHECK(counter.desk.signedWith() == u"c2"_s);
}

TEST_CASE("without a usable certificate the reasons stand in the panel", "[sign]")
{
    Counter counter;
    counter.desk.certificates[0].flaws = {u"It is withdrawn."_s};
    askForPin(counter);
    CHECK(counter.find<QLabel>("unusableCertificates")->isVisible());
    CHECK(counter.find<QLabel>("pinHeading")->text() == u"No certificate here can sign"_s);
    CHECK(counter.primary() == u"Not now"_s);
}

TEST_CASE("a doubtful clock is told quietly, a wrong one refuses to sign", "[sign]")
{
    Counter counter;
    SECTION("doubtful")
    {
        counter.desk.clock = {.verdict = signing::ClockVerdict::Doubtful, .offsetMs = 95'000};
        askForPin(counter);
        CHECK(panelText(counter).contains(u"95 second(s) fast"_s));
        CHECK(hasField(counter));
    }
    SECTION("wrong")
    {
        counter.desk.clock = {.verdict = signing::ClockVerdict::Wrong, .offsetMs = 600'000};
        counter.capture();
        counter.press(Qt::Key_F8);
        REQUIRE(Counter::until([&] { return counter.message().contains(u"clock"_s); }));
        CHECK_FALSE(hasField(counter));
        CHECK(counter.desk.signCalls() == 0);
    }
}

TEST_CASE("a batch tells each paper's state, pauses and goes on between two copies", "[sign]")
{
    Counter counter;
    QSemaphore permits;
    counter.desk.holdSign = &permits;
    askForPin(counter);
    typePin(counter);
    const auto *panel = counter.find<BatchPanel>("batchPanel");
    REQUIRE(Counter::until([&] { return panel->isVisible(); }));
    CHECK(panel->heading() == u"Signing: 0 of 2"_s);
    REQUIRE(Counter::until([&] { return counter.desk.papersBegun() == 1; }));
    CHECK(batchRow(counter, 0).contains(u"being signed"_s));
    CHECK(batchRow(counter, 1).endsWith(u"waiting"_s));
    CHECK(Counter::focus() == u"batch"_s);

    counter.press(Qt::Key_P);
    CHECK(panel->heading() == u"Paused: 0 of 2"_s);
    CHECK(counter.primary() == u"Sign on"_s);
    permits.release(2);
    REQUIRE(Counter::until([&] { return panel->heading() == u"Paused: 1 of 2"_s; }));
    CHECK(batchRow(counter, 0).endsWith(u"signed"_s));
    CHECK(batchRow(counter, 1).endsWith(u"waiting"_s));
    CHECK(isSigned(counter, 1));
    CHECK_FALSE(isSigned(counter, 2));

    counter.press(Qt::Key_Return);
    REQUIRE(Counter::until([&] { return isSigned(counter, 2); }));
    // All is well: on to the fields without another key.
    CHECK(Counter::until([] { return Counter::focus() == u"digitizationCode"_s; }));
    CHECK_FALSE(panel->isVisible());
}

TEST_CASE("Escape ends a batch after the copy under way and the rest can be signed later", "[sign]")
{
    Counter counter;
    QSemaphore permits;
    counter.desk.holdSign = &permits;
    askForPin(counter);
    typePin(counter);
    const auto *panel = counter.find<BatchPanel>("batchPanel");
    REQUIRE(Counter::until([&] { return counter.desk.papersBegun() == 1; }));
    counter.press(Qt::Key_Escape);
    CHECK(panel->heading() == u"Stopping: 0 of 2"_s);
    permits.release(2);
    REQUIRE(counter.asksFor(u"Go on"_s));
    CHECK(panel->heading() == u"1 signed, 1 not reached"_s);
    CHECK(isSigned(counter, 1));
    CHECK_FALSE(isSigned(counter, 2));
    counter.press(Qt::Key_Return);
    CHECK(counter.asksFor(u"Sign 1 copy(s)"_s));
}

TEST_CASE("a copy that fails does not stop the others and its reason stays on the screen", "[sign]")
{
    Counter counter;
    counter.desk.failingPapers = {{u"GT01"_s, Fault::NoRoomForMark}};
    askForPin(counter);
    typePin(counter);
    REQUIRE(counter.asksFor(u"Go on"_s));
    const auto *panel = counter.find<BatchPanel>("batchPanel");
    CHECK(panel->isVisible());
    CHECK(panel->heading() == u"1 signed, 1 failed"_s);
    CHECK(batchRow(counter, 0).contains(u"failed: "_s));
    CHECK(batchRow(counter, 0).contains(u"no free place"_s));
    CHECK(isSigned(counter, 2));
    counter.press(Qt::Key_Return);
    CHECK_FALSE(panel->isVisible());
    CHECK(counter.asksFor(u"Sign 1 copy(s)"_s));
}

TEST_CASE("a token that is pulled halts the batch, and plugged in again it goes on", "[sign]")
{
    Counter counter;
    counter.desk.tokenGoneBefore = u"GT02"_s;
    counter.desk.tellTokens({.present = true});
    askForPin(counter);
    typePin(counter);
    const auto *card = counter.find<TroubleCard>("troubleCard");
    REQUIRE(Counter::until([&] { return card->isVisible(); }));
    CHECK(card->text().contains(u"What is signed stays signed."_s));
    CHECK(card->text().contains(u"1 of 2 copy(s) are signed"_s));
    CHECK(card->text().contains(u"Plug the token in."_s));
    CHECK(counter.primary() == u"Sign on"_s);
    CHECK(Counter::focus() == u"troubleCard"_s);
    CHECK(isSigned(counter, 1));

    SECTION("by itself, when the token is seen again")
    {
        counter.desk.tellTokens({.present = false});
        counter.desk.tellTokens({.present = true});
    }
    SECTION("by Enter, where nobody sees tokens come")
    {
        counter.press(Qt::Key_Return);
    }
    REQUIRE(Counter::until([] { return Counter::focus() == u"pin"_s; }));
    CHECK_FALSE(card->isVisible());
    typePin(counter);
    REQUIRE(Counter::until([&] { return isSigned(counter, 2); }));
    CHECK(counter.desk.pinsGiven() == 2);
}

TEST_CASE("Enter without the token keeps the card and says what is missing", "[sign]")
{
    Counter counter;
    counter.desk.tokenGoneBefore = u"GT02"_s;
    askForPin(counter);
    typePin(counter);
    const auto *card = counter.find<TroubleCard>("troubleCard");
    REQUIRE(Counter::until([&] { return card->isVisible(); }));
    counter.desk.outlookEndsWith = Error{Fault::TokenNotFound};
    counter.press(Qt::Key_Return);
    REQUIRE(Counter::until([&] { return counter.message().contains(u"token"_s); }));
    CHECK(card->isVisible());
    counter.press(Qt::Key_Escape);
    CHECK_FALSE(card->isVisible());
    CHECK(counter.asksFor(u"Go on"_s) == false);
    CHECK(counter.primary() == u"Sign 1 copy(s)"_s);
}

TEST_CASE("a key that wants its PIN each time is asked for in the middle of the batch", "[sign]")
{
    Counter counter;
    counter.desk.pinEachTime = true;
    askForPin(counter);
    typePin(counter);
    REQUIRE(Counter::until([&] {
        return counter.find<QLabel>("pinLabel")->text() == u"PIN for the next signature"_s &&
               Counter::focus() == u"pin"_s;
    }));
    CHECK(isSigned(counter, 1));
    CHECK(counter.primary() == u"Sign 1 copy(s)"_s);
    typePin(counter);
    REQUIRE(Counter::until([&] { return isSigned(counter, 2); }));
}

TEST_CASE("an unlocked token is seen and a key locks it", "[sign]")
{
    Counter counter;
    const auto *sign = counter.find<QWidget>("tokenSign");
    CHECK_FALSE(sign->isVisible());
    counter.press(Qt::Key_L, Qt::ControlModifier);
    CHECK(counter.desk.locks() == 0);
    counter.capture();
    counter.sign();
    REQUIRE(Counter::until([&] { return sign->isVisible(); }));
    counter.press(Qt::Key_L, Qt::ControlModifier);
    REQUIRE(Counter::until([&] { return !sign->isVisible(); }));
    CHECK(counter.desk.locks() == 1);
}

TEST_CASE("copies that wait for their time stamp are one quiet line with a key", "[sign]")
{
    Counter counter;
    const auto *line = counter.find<QWidget>("waitingLine");
    CHECK_FALSE(line->isVisible());
    counter.desk.tellProof({.waiting = 2,
                            .trouble = Fault::NetworkDown,
                            .nextAtMs = 1'795'664'520'000});  // 10:42 in Vietnam
    REQUIRE(Counter::until([&] { return line->isVisible(); }));
    const QString text = counter.find<StateLabel>("waitingText")->word();
    CHECK(text.contains(u"2 copy(s) wait for their time stamp"_s));
    CHECK(text.contains(u"The service does not answer"_s));
    CHECK(text.contains(u"next try 10:42"_s));
    counter.press(Qt::Key_R, Qt::ControlModifier);
    CHECK(counter.desk.proofRetries() == 1);
    counter.desk.tellProof({});
    CHECK(Counter::until([&] { return !line->isVisible(); }));
}

TEST_CASE("dossiers that are not stored yet stand in the same line", "[sign]")
{
    Counter counter;
    const auto *line = counter.find<QWidget>("waitingLine");
    counter.desk.tellOutbox({.waiting = 3, .trouble = Fault::RepositoryDown});
    REQUIRE(Counter::until([&] { return line->isVisible(); }));
    const auto *text = counter.find<StateLabel>("waitingText");
    CHECK(text->word().contains(u"3 dossier(s) are on their way to the repository"_s));
    CHECK(text->word().contains(u"The repository does not answer"_s));
    counter.desk.tellOutbox({.waiting = 1, .dead = 2, .trouble = Fault::Conflict});
    REQUIRE(Counter::until([&] { return text->word().contains(u"2 dossier(s)"_s); }));
    CHECK(text->word().contains(u"need help"_s));
    counter.press(Qt::Key_R, Qt::ControlModifier);
    CHECK(counter.desk.outboxRetries() == 1);
    counter.desk.tellOutbox({});
    CHECK(Counter::until([&] { return !line->isVisible(); }));
}

TEST_CASE("a portal that is behind makes no dossier wait for the repository", "[sign]")
{
    Counter counter;
    const auto *line = counter.find<QWidget>("waitingLine");
    const auto *text = counter.find<StateLabel>("waitingText");
    counter.desk.tellOutbox({.toTell = 2, .tellTrouble = Fault::NetworkLogin});
    REQUIRE(Counter::until([&] { return line->isVisible(); }));
    CHECK(text->word() == u"2 notice(s) are still to be sent "
                          "(The network asks for a login first)"_s);
    counter.desk.tellOutbox({.untold = 1, .tellTrouble = Fault::PortalRefused});
    REQUIRE(Counter::until([&] { return text->word().contains(u"need help"_s); }));
    CHECK_FALSE(text->word().contains(u"repository"_s));
    counter.press(Qt::Key_R, Qt::ControlModifier);
    CHECK(counter.desk.outboxRetries() == 1);
    counter.desk.tellOutbox({});
    CHECK(Counter::until([&] { return !line->isVisible(); }));
}

TEST_CASE("what the repository lost and no department answered stands in the same line", "[sign]")
{
    Counter counter;
    const auto *line = counter.find<QWidget>("waitingLine");
    const auto *text = counter.find<StateLabel>("waitingText");
    counter.desk.tellOutbox({.unanswered = 4});
    REQUIRE(Counter::until([&] { return line->isVisible(); }));
    CHECK(text->word() == u"4 dossier(s) without an answer of the department"_s);
    // There is nothing that trying again would mend.
    counter.press(Qt::Key_R, Qt::ControlModifier);
    CHECK(counter.desk.outboxRetries() == 0);
    counter.desk.tellOutbox({.waiting = 1, .unanswered = 4, .lost = 2});
    REQUIRE(Counter::until([&] { return text->word().contains(u"call IT"_s); }));
    CHECK(text->word().contains(u"has lost 2 object(s)"_s));
    CHECK(text->word().contains(u"on their way"_s));
    CHECK(text->word().contains(u"4 dossier(s) without"_s));
}

TEST_CASE("a hand-over that needs a time stamp first says that it waits", "[sign]")
{
    Counter counter;
    counter.capture();
    counter.sign();
    counter.desk.handOverEndsWith = Error{Fault::ProofPending};
    REQUIRE(Counter::until([] { return Counter::focus() == u"digitizationCode"_s; }));
    counter.press(Qt::Key_Return);
    REQUIRE(Counter::until([] { return Counter::focus() == u"field_document_date"_s; }));
    counter.press(Qt::Key_Return);
    counter.press(Qt::Key_Return);
    REQUIRE(Counter::until([] { return Counter::focus() == u"digitizationCode"_s; }));
    counter.press(Qt::Key_Return);
    REQUIRE(counter.asksFor(u"Hand over the dossier"_s));
    counter.press(Qt::Key_F10);
    REQUIRE(Counter::until([&] { return counter.message().contains(u"time stamp"_s); }));
    CHECK(counter.primary() == u"Hand over the dossier"_s);
}

TEST_CASE("whoever comes back to the window has the token looked at", "[sign]")
{
    Counter counter;
    const int before = counter.desk.tokenLooks();
    emit qGuiApp->applicationStateChanged(Qt::ApplicationInactive);
    CHECK(counter.desk.tokenLooks() == before);
    emit qGuiApp->applicationStateChanged(Qt::ApplicationActive);
    CHECK(counter.desk.tokenLooks() == before + 1);
}

TEST_CASE("the window works while the training token is made, and signing waits for it", "[sign]")
{
    QSemaphore token;
    Counter counter(WorkMode::Training, &token);
    auto *bar = counter.find<QLabel>("trainingBar");
    CHECK(bar->text().contains(u"the training token is being made"_s));
    counter.capture();
    counter.press(Qt::Key_F8);
    CHECK(counter.scannerLine().startsWith(u"The token is still being prepared"_s));
    CHECK_FALSE(counter.find<PinPanel>("pinPanel")->isVisible());

    token.release(2);
    REQUIRE(Counter::until([&] { return counter.find<PinPanel>("pinPanel")->isVisible(); }));
    CHECK(Counter::until([&] { return bar->text().contains(u"PIN of the training token"_s); }));
    CHECK(bar->text().contains(QString::fromLatin1(ScriptedDesk::rightPin)));
}

TEST_CASE("who no longer wants to sign is not asked for a PIN when the token is ready", "[sign]")
{
    QSemaphore token;
    Counter counter(WorkMode::Training, &token);
    counter.capture();
    counter.press(Qt::Key_F8);
    counter.press(Qt::Key_Escape);
    token.release(2);
    REQUIRE(Counter::until(
        [&] { return counter.find<QLabel>("trainingBar")->text().contains(u"PIN of"_s); }));
    QTest::qWait(50);
    CHECK_FALSE(counter.find<PinPanel>("pinPanel")->isVisible());
}

TEST_CASE("the window closes while the training token is made", "[sign]")
{
    QSemaphore token;
    QElapsedTimer timer;
    {
        Counter counter(WorkMode::Training, &token);
        timer.start();
    }
    CHECK(timer.elapsed() < 1'000);
}
