// Real faults of a real token (SoftHSM behind the shim) and what the window makes of them. The
// scan, the PIN and every way out are keys that the window names.

#include "app/gui/counter/pin_panel.h"
#include "app/gui/counter/trouble_card.h"
#include "core/base/durable_file.h"
#include "core/workflow/intake.h"
#include "tests/e2e/counter_at_work.h"
#include "tests/signing/token/token_desk.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QLineEdit>
#include <QMap>
#include <QTemporaryDir>

#include <filesystem>
#include <openssl/pem.h>

using namespace station;
using namespace Qt::StringLiterals;
using e2e::CounterAtWork;
using signing::deskAuthority;

namespace {

const QString tokenLabel = u"Thẻ ký"_s;
const QByteArray rightPin = "25802580";
const QByteArray wrongPin = "12341234";
const QStringList papers{u"GT01"_s, u"GT02"_s, u"GT03"_s};
const QStringList pictures{u"GT03"_s, u"GT04"_s, u"GT06"_s};  // of one side each
const QString signAll = u"Sign 3 copy(s)"_s;

QByteArray pemOf(const signing::Certificate &certificate)
{
    const signing::BioHandle output(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(output.get(), certificate.get());
    char *text = nullptr;
    const long size = BIO_get_mem_data(output.get(), &text);
    return {text, static_cast<qsizetype>(size)};
}

/// An office's settings and its token, in a folder.
void setUpOffice(const QString &folder)
{
    signing::makeToken(folder, tokenLabel, rightPin, u"p256"_s, [](const QByteArray &key) {
        return QByteArrayList{deskAuthority().certify(key, {.askable = false}).der(),
                              deskAuthority().issuer().der()};
    });
    REQUIRE(QDir(folder).mkpath(u"config/trust"_s));
    REQUIRE(writeDurably(folder + u"/config/trust/root.pem"_s, pemOf(deskAuthority().root())));
    REQUIRE(writeDurably(
        folder + u"/config/station.toml"_s,
        u"[token]\nmodules = [\"" SHIM_MODULE_FILE "\"]\nlabel = \"%1\"\ntrust_dir = \"trust\"\n"
        "list_deadline_ms = 1500\nlogin_deadline_ms = 1500\nsign_deadline_ms = 1500\n"
        "[storage]\nsealing = \"file\"\nsealing_key_file = \"sealing.key\"\n"_s.arg(tokenLabel)
            .toUtf8()));
}

/// Orders to the shim, which it reads at each call.
class Shim {
public:
    explicit Shim(const QString &folder) : m_folder(folder)
    {
        qputenv("SOFTHSM2_CONF", (folder + u"/softhsm2.conf"_s).toUtf8());
        qputenv("SHIM_MODULE", signing::softHsm().toUtf8());
        qputenv("SHIM_ORDERS", file(u"orders"_s).toUtf8());
        order({});
    }
    /// From now on, in the place of those before.
    void order(const QMap<QString, QString> &orders)
    {
        QByteArray lines = u"LOG=%1\nABSENT=%2\nWRONG=%3\n"_s
                               .arg(file(u"log"_s), file(u"absent"_s), file(u"wrong"_s))
                               .toUtf8();
        for (auto one = orders.cbegin(); one != orders.cend(); ++one)
            lines += u"%1=%2\n"_s.arg(one.key(), one.value()).toUtf8();
        REQUIRE(writeDurably(file(u"orders"_s), lines));
    }
    void plugIn() { QFile::remove(file(u"absent"_s)); }
    bool isPulled() const { return QFile::exists(file(u"absent"_s)); }
    void forgetWrongPins() { QFile::remove(file(u"wrong"_s)); }  ///< As its issuer does.
    qsizetype calls(const QByteArray &call) const
    {
        const auto log = readWhole(file(u"log"_s));
        return log ? ("\n" + *log).count("\nC_" + call + '\n') : 0;
    }
    qsizetype logins() const { return calls("Login"); }

private:
    QString file(const QString &name) const { return m_folder + u"/shim-"_s + name; }

    QString m_folder;
};

/// Three papers that a clerk scanned in the window; made once, and copied.
const QString &scannedOffice()
{
    static const QTemporaryDir folder;
    static const QString path = folder.path();
    if (QFile::exists(path + u"/data"_s))
        return path;
    setUpOffice(path);
    const Shim shim(path);
    CounterAtWork counter(path, gui::WorkMode::Real);
    for (const QString &paper : papers) {
        REQUIRE(counter.asksFor(u"Scan paper "_s + paper.last(1)));
        REQUIRE(counter.tray().feed(pictures.at(papers.indexOf(paper))));
        counter.clerk().press(Qt::Key_F5);
        REQUIRE(QTest::qWaitFor([&] { return counter.sides(paper) == 1; }, 30'000));
        // Stands on the screen for as long as a look takes.
        REQUIRE(QTest::qWaitFor(
            [&] {
                const auto unseen =
                    counter.station().reviewing().unseen(CounterAtWork::dossierCode);
                return unseen && unseen->empty();
            },
            10'000));
    }
    return path;
}

/// The clerk before the scanned papers, the token plugged in.
struct Signing {
    Signing()
    {
        std::filesystem::copy(scannedOffice().toStdString(), folder.path().toStdString(),
                              std::filesystem::copy_options::recursive |
                                  std::filesystem::copy_options::overwrite_existing);
        signing::useTokensIn(folder.path());
        shim.emplace(folder.path());
        counter = std::make_unique<CounterAtWork>(folder.path(), gui::WorkMode::Real);
    }

    bool isAsked() const
    {
        return QTest::qWaitFor(
            [] {
                const auto *focus = QApplication::focusWidget();
                return focus && focus->objectName() == u"pin"_s;
            },
            20'000);
    }
    void askForPin()
    {
        counter->clerk().press(Qt::Key_F8);
        const bool asked = isAsked();
        INFO(message().toStdString() << " | " << counter->clerk().primary()->text().toStdString());
        REQUIRE(asked);
    }
    void typePin(const QByteArray &pin = rightPin)
    {
        QTest::keyClicks(QApplication::focusWidget(), QString::fromUtf8(pin));
        counter->clerk().press(Qt::Key_Return);
    }
    QString panel() const { return counter->find<gui::PinPanel>("pinPanel")->accessibleName(); }
    QString message() const { return counter->clerk().message(); }
    bool says(const QString &words) const
    {
        return QTest::qWaitFor([&] { return message().contains(words); }, 20'000);
    }
    QStringList states() const
    {
        QStringList all;
        for (const QString &paper : papers)
            all << counter->state(paper);
        return all;
    }
    int signedCopies() const { return static_cast<int>(states().count(u"signed"_s)); }
    bool allAreSigned() const
    {
        return QTest::qWaitFor([this] { return signedCopies() == 3; }, 20'000);
    }
    QString sha256(const QString &paper) const
    {
        const auto state = counter->component(paper).state;
        const auto *copy = dossier::signedCopyOf(state);
        return copy ? copy->pdf.sha256 : QString();
    }
    void checkNothingIsLost() const
    {
        for (const QString &paper : papers)
            CHECK(counter->sides(paper) == 1);
        for (const QString &state : states())
            CHECK((state == u"captured"_s || state == u"signed"_s));
    }

    QTemporaryDir folder;
    std::optional<Shim> shim{};
    std::unique_ptr<CounterAtWork> counter{};
};

}  // namespace

TEST_CASE("after each wrong PIN the window says what the token tells of its tries", "[e2e]")
{
    Signing world;
    auto &clerk = world.counter->clerk();
    world.shim->order({{u"TRIES"_s, u"3"_s}});
    world.askForPin();
    world.typePin(wrongPin);
    REQUIRE(world.says(u"The PIN is wrong"_s));
    REQUIRE(world.isAsked());
    CHECK(world.panel().contains(u"A wrong PIN was entered on this token"_s));
    CHECK(world.message().contains(u"Type it again with care"_s));
    CHECK(clerk.primary()->text() == signAll);

    world.typePin(wrongPin);
    REQUIRE(world.counter->asksFor(u"I know: this is the last try"_s));
    CHECK(world.panel().contains(u"one more wrong PIN locks this token"_s));
    CHECK(world.message().contains(u"The PIN is wrong"_s));
    CHECK_FALSE(world.message().contains(u"few wrong tries"_s));
    CHECK_FALSE(world.counter->find<QLineEdit>("pin")->isVisible());
    clerk.press(Qt::Key_F9);
    REQUIRE(world.isAsked());

    world.typePin(wrongPin);
    REQUIRE(world.counter->asksFor(u"Not now"_s));
    CHECK(world.panel().contains(u"The PIN of this token is locked. Only its issuer"_s));
    CHECK_FALSE(world.message().contains(u"again"_s));
    CHECK_FALSE(world.counter->find<QLineEdit>("pin")->isVisible());
    CHECK(world.shim->logins() == 3);
    CHECK(world.signedCopies() == 0);
    world.checkNothingIsLost();

    clerk.press(Qt::Key_Escape);
    world.shim->forgetWrongPins();
    REQUIRE(world.counter->asksFor(u"Scan paper 4"_s));
    world.askForPin();
    CHECK_FALSE(world.panel().contains(u"locked"_s));
    CHECK_FALSE(world.message().contains(u"wrong"_s));
    world.typePin();
    CHECK(world.allAreSigned());
}

TEST_CASE("a token that is pulled between two copies halts with its steps and signs on", "[e2e]")
{
    const bool byItself = GENERATE(true, false);
    CAPTURE(byItself);
    Signing world;
    world.askForPin();
    world.shim->order({{u"Sign"_s, u"pull@2"_s}});
    world.typePin();
    const auto *card = world.counter->shownCard();
    REQUIRE(card);
    INFO(card->text().toStdString());
    CHECK(world.shim->isPulled());
    CHECK(card->text().contains(u"The token was pulled out"_s));
    CHECK(card->text().contains(u"What is signed stays signed."_s));
    CHECK(card->text().contains(u"1 of 3 copy(s) are signed"_s));
    CHECK(card->text().contains(u"Plug the token in.\nEnter the PIN again"_s));
    CHECK(world.states() == QStringList{u"signed"_s, u"captured"_s, u"captured"_s});
    CHECK(world.counter->clerk().primary()->text() == u"Sign on"_s);
    const QString first = world.sha256(u"GT01"_s);

    if (byItself) {
        // The shim is no USB device that udev could tell of: a look, as for a clerk who comes back.
        const auto looks = world.shim->calls("GetSlotList");
        world.counter->desk().lookForTokens();
        REQUIRE(QTest::qWaitFor([&] { return world.shim->calls("GetSlotList") > looks; }, 10'000));
    } else {
        world.counter->clerk().press(Qt::Key_Return);
        REQUIRE(world.says(u"No signing token was found"_s));
        CHECK(world.counter->isCardShown());
    }
    world.shim->order({});
    world.shim->plugIn();
    if (byItself)
        world.counter->desk().lookForTokens();
    else
        world.counter->clerk().press(Qt::Key_Return);
    REQUIRE(world.isAsked());
    CHECK_FALSE(world.counter->isCardShown());
    CHECK(world.message().isEmpty());
    world.typePin();
    CHECK(world.allAreSigned());
    CHECK(world.sha256(u"GT01"_s) == first);
    CHECK(world.shim->logins() == 2);
}

TEST_CASE("at whatever call the token is pulled, nothing is lost and one key signs on", "[e2e]")
{
    const QString call = GENERATE(u"OpenSession"_s, u"Login"_s, u"FindObjects"_s,
                                  u"GetAttributeValue"_s, u"SignInit"_s, u"Sign@3"_s);
    CAPTURE(call.toStdString());
    Signing world;
    world.askForPin();
    world.shim->order({{call.section(u'@', 0, 0),
                        u"pull"_s + (call.contains(u'@') ? u"@"_s + call.last(1) : QString())}});
    world.typePin();
    REQUIRE(QTest::qWaitFor([&] { return world.shim->isPulled(); }, 20'000));
    REQUIRE(QTest::qWaitFor(
        [&] { return world.counter->isCardShown() || !world.message().isEmpty(); }, 20'000));
    const auto *card = world.counter->find<gui::TroubleCard>("troubleCard");
    INFO(world.message().toStdString() << card->text().toStdString());
    CHECK(world.signedCopies() == (call == u"Sign@3"_s ? 2 : 0));
    world.checkNothingIsLost();
    world.shim->order({});
    world.shim->plugIn();
    if (world.counter->isCardShown()) {
        CHECK(world.counter->clerk().primary()->text() == u"Sign on"_s);
        world.counter->clerk().press(Qt::Key_Return);
    } else {
        CHECK(world.message().contains(u"Plug in your token and sign again."_s));
        world.counter->clerk().press(Qt::Key_F8);
    }
    REQUIRE(world.isAsked());
    world.typePin();
    CHECK(world.allAreSigned());
    CHECK(world.shim->logins() <= 2);
}

TEST_CASE("a token that hangs or fails is told, and plugged in anew it signs on", "[e2e]")
{
    const auto [call, order, copies] = GENERATE(table<QString, QString, int>({
        {u"Login"_s, u"hang"_s, 0},
        {u"Sign"_s, u"hang@2"_s, 1},
        {u"Sign"_s, u"30@3"_s, 2},  // CKR_DEVICE_ERROR at the last copy
        {u"Login"_s, u"segv"_s, 0},
    }));
    CAPTURE(call.toStdString(), order.toStdString());
    Signing world;
    world.askForPin();
    world.shim->order({{call, order}});
    world.typePin();
    const auto *card = world.counter->shownCard();
    REQUIRE(card);
    INFO(card->text().toStdString());
    CHECK(card->text().contains(u"The token does not answer or reports a fault"_s));
    CHECK(card->text().contains(u"Pull the token out and wait a moment.\nPlug the token in."_s));
    CHECK(card->text().contains(u"%1 of 3 copy(s) are signed"_s.arg(copies)));
    CHECK(world.signedCopies() == copies);
    world.checkNothingIsLost();
    world.shim->order({});
    world.counter->clerk().press(Qt::Key_Return);
    REQUIRE(world.isAsked());
    world.typePin();
    CHECK(world.allAreSigned());
    CHECK(world.shim->logins() == 2);
}

TEST_CASE("a slow token is waited for, and each copy is counted", "[e2e]")
{
    Signing world;
    world.askForPin();
    world.shim->order({{u"Login"_s, u"slow:300"_s}, {u"Sign"_s, u"slow:300"_s}});
    world.typePin();
    CHECK(QTest::qWaitFor([&] { return world.counter->scannerLine() == u"Signing: 1 of 3"_s; },
                          10'000));
    CHECK(world.counter->clerk().primary()->text() == u"Please wait …"_s);
    CHECK(world.allAreSigned());
    CHECK_FALSE(world.counter->isCardShown());
}

TEST_CASE("what the token says of its PIN is told with who can help", "[e2e]")
{
    const auto [order, what, help] = GENERATE(table<QString, QString, QString>({
        {u"a4"_s, u"The PIN is locked"_s, u"Only the issuer of the token can unlock it"_s},
        {u"a3"_s, u"wants a new PIN"_s, u"tool of the token's maker"_s},
    }));
    CAPTURE(order.toStdString());
    Signing world;
    world.askForPin();
    world.shim->order({{u"Login"_s, order}});
    world.typePin();
    REQUIRE(world.says(what));
    CHECK(world.message().contains(help.toHtmlEscaped()));
    CHECK(world.shim->logins() == 1);
    CHECK(world.signedCopies() == 0);
    world.checkNothingIsLost();
    world.shim->order({});
    world.askForPin();
    CHECK(world.message().isEmpty());
    world.typePin();
    CHECK(world.allAreSigned());
}

TEST_CASE("an unlocked token is watched closely also by a window that is made anew", "[e2e]")
{
    Signing world;
    world.askForPin();
    world.typePin();
    REQUIRE(world.allAreSigned());
    world.counter->desk().watchTokens([](const gui::TokenNews &) {});
    QTest::qWait(8'000);  // the looks that follow a start, seven seconds
    const auto looks = world.shim->calls("GetSlotList");
    CHECK(QTest::qWaitFor([&] { return world.shim->calls("GetSlotList") > looks; }, 13'000));
}
