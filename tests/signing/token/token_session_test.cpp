#include "signing/client/token_session.h"

#include "core/base/durable_file.h"
#include "core/base/sha256.h"
#include "signing/demo/training_token.h"
#include "signing/verify/verifier.h"
#include "tests/signing/token/token_desk.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>

#include <cstdio>
#include <sys/resource.h>
#include <thread>

using namespace Qt::StringLiterals;

namespace station::signing {
namespace {

void requireValid(const workflow::SignRequest &request)
{
    CHECK(runTool(u"qpdf"_s, {u"--check"_s, request.destinationPdf}).exitCode == 0);
    CHECK(runTool(u"pdfsig"_s, {u"-nocert"_s, request.destinationPdf})
              .output.contains(u"Signature is Valid"_s));
}

double cpuMs(const rusage &usage)
{
    const auto ms = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
    };
    return ms(usage.ru_utime) + ms(usage.ru_stime);
}

}  // namespace

TEST_CASE("RSA and elliptic curve keys on a token sign what outside judges call valid",
          "[signing][token]")
{
    const auto key = GENERATE(u"rsa2048"_s, u"rsa3072"_s, u"p256"_s);
    INFO(key.toStdString());
    const TokenDesk desk(key);
    auto session = desk.open(desk.environment);
    if (!session)
        FAIL(session.error().detail.toStdString());
    CHECK((*session)->clerk().name == u"Lò Văn Khánh"_s);
    CHECK_FALSE((*session)->asksPinEachTime());

    const auto request = desk.request();
    const auto copy = (*session)->sign(request);
    if (!copy)
        FAIL(copy.error().detail.toStdString());
    CHECK(copy->sha256 == sha256OfFile(request.destinationPdf));
    CHECK(copy->size == QFileInfo(request.destinationPdf).size());
    CHECK(desk.leftAtDestination() == QStringList{u"copy.pdf"_s});
    CHECK(readWhole(request.destinationPdf)->startsWith(*readWhole(request.sourcePdf)));
    requireValid(request);
}

TEST_CASE("openssl verifies the CMS over the byte range as CAdES", "[signing][token]")
{
    const TokenDesk desk;
    auto session = desk.open(desk.environment);
    REQUIRE(session);
    const auto request = desk.request();
    REQUIRE((*session)->sign(request));
    const QByteArray bytes = *readWhole(request.destinationPdf);
    const qsizetype open = bytes.indexOf("/Contents<") >= 0 ? bytes.indexOf("/Contents<") + 9
                                                            : bytes.indexOf("/Contents <") + 10;
    const qsizetype close = bytes.indexOf('>', open);
    writeFile(desk.file(u"cms.der"_s), QByteArray::fromHex(bytes.mid(open + 1, close - open - 1)));
    writeFile(desk.file(u"content"_s), bytes.left(open) + bytes.mid(close + 1));
    writeFile(desk.file(u"root.der"_s), deskAuthority().root().der());
    REQUIRE(runTool(u"openssl"_s, {u"x509"_s, u"-inform"_s, u"DER"_s, u"-in"_s,
                                   desk.file(u"root.der"_s), u"-out"_s, desk.file(u"root.pem"_s)})
                .exitCode == 0);
    const auto judged =
        runTool(u"openssl"_s,
                {u"cms"_s, u"-verify"_s, u"-binary"_s, u"-cades"_s, u"-inform"_s, u"DER"_s,
                 u"-in"_s, desk.file(u"cms.der"_s), u"-content"_s, desk.file(u"content"_s),
                 u"-CAfile"_s, desk.file(u"root.pem"_s), u"-purpose"_s, u"any"_s, u"-attime"_s,
                 QString::number(sampleTimeMs / 1000), u"-out"_s, u"/dev/null"_s});
    INFO(judged.output.toStdString());
    CHECK(judged.exitCode == 0);
    CHECK(judged.output.contains(u"CAdES Verification successful"_s));
}

TEST_CASE("one PIN entry signs a whole batch with one login", "[signing][token]")
{
    const TokenDesk desk;
    auto session = desk.open(desk.behindShim());
    REQUIRE(session);
    for (int i = 0; i < 10; ++i)
        CHECK((*session)->sign(desk.request(u"signed/%1.pdf"_s.arg(i))));
    CHECK(desk.calls("C_Login") == 1);
    CHECK(desk.calls("C_Sign") == 10);
    session->reset();
    CHECK(desk.calls("C_Logout") == 1);
}

TEST_CASE("a wrong PIN costs exactly one attempt and the next entry may be right",
          "[signing][token]")
{
    const TokenDesk desk;
    const auto refused = TokenSession::open(desk.behindShim(), {}, Secret(QByteArray("00000000x")));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fault == Fault::PinIncorrect);
    CHECK(desk.calls("C_Login") == 1);

    const auto tokens = listTokens(desk.environment);
    REQUIRE(tokens);
    REQUIRE(tokens->size() == 1);
    CHECK(tokens->front().pinCountLow);
    CHECK(desk.open(desk.environment));
    CHECK_FALSE(listTokens(desk.environment)->front().pinCountLow);
}

TEST_CASE("a PIN that the token cannot have is not tried", "[signing][token]")
{
    const TokenDesk desk;
    const auto [pin, flags] = GENERATE(table<QByteArray, QString>({
        {"", u""_s},
        {"12345", u"min=6"_s},
        {"123456789", u"max=8"_s},
        {QByteArray(256, '1'), u""_s},
        {QByteArray(1024, '1'), u""_s},
        {QByteArray("12\0"
                    "34567",
                    8),
         u""_s},
    }));
    INFO(pin.size() << " bytes, " << flags.toStdString());
    const auto refused = TokenSession::open(desk.behindShim({{u"TOKEN"_s, flags}}), {},
                                            Secret(QByteArray(pin.constData(), pin.size())));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fault == Fault::PinInvalid);
    CHECK(desk.calls("C_Login") == 0);
}

TEST_CASE("a PIN of 255 bytes reaches the token whole", "[signing][token]")
{
    TokenDesk desk;
    const QByteArray pin = QByteArray(120, 'x') + QByteArray("đ").repeated(67) + "!";
    REQUIRE(pin.size() == 255);
    makeToken(desk.folder.path(), u"long"_s, pin, u"p256"_s, [](const QByteArray &publicKey) {
        return QByteArrayList{deskAuthority().certify(publicKey).der()};
    });
    // The chain is not on this token.
    desk.environment.rules.anchors.clear();
    CHECK(TokenSession::open(desk.environment, {.label = u"long"_s},
                             Secret(QByteArray(pin.constData(), pin.size()))));
    const auto shorter = TokenSession::open(desk.environment, {.label = u"long"_s},
                                            Secret(QByteArray(pin.constData(), pin.size() - 1)));
    REQUIRE_FALSE(shorter);
    CHECK(shorter.error().fault == Fault::PinIncorrect);
}

TEST_CASE("on a token with a keypad no PIN leaves the station", "[signing][token]")
{
    const TokenDesk desk;
    const auto shimmed =
        desk.behindShim({{u"TOKEN"_s, u"keypad"_s}, {u"KEYPAD_PIN"_s, QString::fromUtf8(deskPin)}});
    auto session = TokenSession::open(shimmed, {}, Secret());
    REQUIRE(session);
    CHECK((*session)->sign(desk.request()));
    CHECK(desk.calls("C_Login") == 1);
}

TEST_CASE("of two tokens the one that was chosen signs", "[signing][token]")
{
    const TokenDesk desk;
    makeToken(desk.folder.path(), u"second"_s, "87654321", u"p256"_s,
              [](const QByteArray &publicKey) {
                  return QByteArrayList{
                      deskAuthority().certify(publicKey, {.name = u"Vi Thị Thơm"_s}).der(),
                      deskAuthority().issuer().der()};
              });
    const auto shimmed = desk.behindShim({{u"SLOTS"_s, u"40"_s}});
    const auto tokens = listTokens(shimmed);
    REQUIRE(tokens);
    REQUIRE(tokens->size() == 2);

    const auto undecided = desk.open(shimmed);
    REQUIRE_FALSE(undecided);
    CHECK(undecided.error().fault == Fault::TokenAmbiguous);
    CHECK(desk.calls("C_Login") == 0);
    const auto missing = desk.open(shimmed, {.label = u"third"_s});
    REQUIRE_FALSE(missing);
    CHECK(missing.error().fault == Fault::TokenNotFound);

    for (const auto &token : *tokens) {
        const bool second = token.label == u"second"_s;
        auto session = TokenSession::open(shimmed, {.serial = token.serial},
                                          second ? Secret(QByteArray("87654321")) : desk.pin());
        REQUIRE(session);
        CHECK((*session)->clerk().name == (second ? u"Vi Thị Thơm"_s : u"Lò Văn Khánh"_s));
        CHECK((*session)->sign(desk.request(u"signed/%1.pdf"_s.arg(second))));
    }
}

TEST_CASE("the list says what a clerk must know before the PIN is asked for", "[signing][token]")
{
    const TokenDesk desk;
    const auto tokens = listTokens(desk.behindShim({{u"TOKEN"_s, u"low,final,min=6,max=16"_s}}));
    REQUIRE(tokens);
    REQUIRE(tokens->size() == 1);
    const TokenInfo &token = tokens->front();
    CHECK(token.label == desk.label);
    CHECK(token.model.contains(u"SoftHSM"_s));
    CHECK_FALSE(token.serial.isEmpty());
    CHECK(token.pinCountLow);
    CHECK(token.finalTry);
    CHECK(token.shortestPin == 6);
    CHECK(token.longestPin == 16);
    CHECK_FALSE(token.locked);
    CHECK_FALSE(token.pinMustChange);
    CHECK_FALSE(token.pinMissing);
    CHECK_FALSE(token.protectedAuth);
    CHECK(token.certificates.size() == 2);

    const auto bad = listTokens(desk.behindShim({{u"TOKEN"_s, u"locked,change,nopin,keypad"_s}}));
    REQUIRE(bad);
    CHECK(bad->front().locked);
    CHECK(bad->front().pinMustChange);
    CHECK(bad->front().pinMissing);
    CHECK(bad->front().protectedAuth);
}

TEST_CASE("a token that needs its issuer or its maker's tool is not asked", "[signing][token]")
{
    const auto [flag, fault] = GENERATE(table<QString, Fault>({
        {u"locked"_s, Fault::PinLocked},
        {u"change"_s, Fault::PinMustChange},
        {u"nopin"_s, Fault::PinMustChange},
    }));
    const TokenDesk desk;
    const auto refused = desk.open(desk.behindShim({{u"TOKEN"_s, flag}}));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fault == fault);
    CHECK(desk.calls("C_Login") == 0);
}

TEST_CASE("a key that wants a PIN for each signature gets one each time", "[signing][token]")
{
    const TokenDesk desk;
    auto shimmed = desk.behindShim({{u"ASKS"_s, u"2222-mật"_s}});
    const auto nobody = desk.open(shimmed);
    REQUIRE_FALSE(nobody);
    CHECK(nobody.error().fault == Fault::CertificateUnusable);

    QByteArrayList answers{"2222-mật", "2222-mật", "", "2222-mật", "wrong-2", "2222-mật"};
    shimmed.pinPrompt = [&answers] { return Secret(answers.takeFirst()); };
    auto session = desk.open(shimmed);
    REQUIRE(session);
    CHECK((*session)->asksPinEachTime());
    CHECK((*session)->sign(desk.request(u"signed/1.pdf"_s)));
    CHECK((*session)->sign(desk.request(u"signed/2.pdf"_s)));
    CHECK(desk.calls("C_Login context") == 2);

    const auto givenUp = (*session)->sign(desk.request(u"signed/3.pdf"_s));
    REQUIRE_FALSE(givenUp);
    CHECK(givenUp.error().fault == Fault::Cancelled);
    CHECK((*session)->sign(desk.request(u"signed/4.pdf"_s)));
    CHECK(desk.calls("C_Login context") == 3);

    // One attempt, whatever the libraries below try again.
    const auto wrong = (*session)->sign(desk.request(u"signed/5.pdf"_s));
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().fault == Fault::PinIncorrect);
    CHECK(desk.calls("C_Login context") == 4);
    const auto over = (*session)->sign(desk.request(u"signed/6.pdf"_s));
    REQUIRE_FALSE(over);
    CHECK(over.error().fault == Fault::TokenFailed);
    CHECK(answers.size() == 1);
    CHECK(desk.leftAtDestination() == QStringList{u"1.pdf"_s, u"2.pdf"_s, u"4.pdf"_s});
}

TEST_CASE("a key that cannot sign is known before it is tried", "[signing][token]")
{
    const TokenDesk desk;
    const auto refused =
        desk.open(desk.behindShim({{u"KEY"_s, GENERATE(u"vendor"_s, u"nosign"_s)}}));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fault == Fault::CertificateUnusable);
    CHECK(refused.error().detail.contains(u"key_type_unsupported"_s));
    CHECK(desk.calls("C_Sign") == 0);
}

TEST_CASE("with a keypad the PIN of a signature is typed there, too", "[signing][token]")
{
    const TokenDesk desk;
    auto session =
        TokenSession::open(desk.behindShim({{u"ASKS"_s, u"2222"_s},
                                            {u"TOKEN"_s, u"keypad"_s},
                                            {u"KEYPAD_PIN"_s, QString::fromUtf8(deskPin)}}),
                           {}, Secret());
    REQUIRE(session);
    CHECK_FALSE((*session)->asksPinEachTime());
    CHECK((*session)->sign(desk.request()));
    CHECK(desk.calls("C_Login context") == 1);
}

TEST_CASE("the certificate on a token must keep the rules", "[signing][token]")
{
    TokenDesk desk;
    auto &rules = desk.environment.rules;
    auto fault = Fault::CertificateUnusable;
    QString reason;
    SECTION("its authority has withdrawn it")
    {
        rules.revocation = [](const Certificate &, const Certificate &) {
            return RevocationState::Revoked;
        };
        fault = Fault::CertificateRevoked;
        reason = u"revoked"_s;
    }
    SECTION("it is another clerk's")
    {
        rules.ownCertificates = {QString(64, u'0')};
        reason = u"other_clerk"_s;
    }
    SECTION("it has ended")
    {
        static const FixedClock later(sampleTimeMs + 3651LL * 86'400'000);
        desk.environment.clock = &later;
        reason = u"expired"_s;
    }
    const auto refused = desk.open(desk.environment);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fault == fault);
    CHECK(refused.error().detail.contains(reason));
}

TEST_CASE("among several certificates of a token the clerk has to choose", "[signing][token]")
{
    const TokenDesk desk;
    const auto second = deskAuthority().issue({.name = u"Vi Thị Thơm"_s});
    const auto mixedUp = deskAuthority().issue({.name = u"Cà Văn Muôn"_s});
    const auto keyless = deskAuthority().issue({.name = u"Lường Thị Hoa"_s});
    makeToken(desk.folder.path(), u"several"_s, "87654321", u"p256"_s,
              [&](const QByteArray &publicKey) {
                  return QByteArrayList{deskAuthority().certify(publicKey).der(),
                                        second.certificate.der(), mixedUp.certificate.der(),
                                        keyless.certificate.der(), deskAuthority().issuer().der()};
              });
    importKey(desk, u"several"_s, "87654321", second.key.get(), 2);
    importKey(desk, u"several"_s, "87654321", keyless.key.get(), 3);
    const auto open = [&](const QString &sha256) {
        return TokenSession::open(desk.environment,
                                  {.label = u"several"_s, .certificateSha256 = sha256},
                                  Secret(QByteArray("87654321")));
    };
    const auto undecided = open({});
    REQUIRE_FALSE(undecided);
    CHECK(undecided.error().fault == Fault::TokenAmbiguous);
    auto session = open(sha256Hex(second.certificate.der()));
    REQUIRE(session);
    CHECK((*session)->clerk().name == u"Vi Thị Thơm"_s);
    CHECK((*session)->sign(desk.request()));

    const std::vector<std::pair<QString, QString>> refusals{
        {sha256Hex(mixedUp.certificate.der()), u"wrong_key"_s},
        {sha256Hex(keyless.certificate.der()), u"no_private_key"_s},
        {sha256Hex(deskAuthority().issuer().der()), u"authority"_s},
        {QString(64, u'0'), u"not on the token"_s}};
    for (const auto &[sha256, reason] : refusals) {
        const auto refused = open(sha256);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().fault == Fault::CertificateUnusable);
        CHECK(refused.error().detail == reason);
    }
}

TEST_CASE("modules that others may change, or that are none, are refused and named",
          "[signing][token]")
{
    const TokenDesk desk;
    const QString writable = desk.file(u"writable.so"_s);
    REQUIRE(QFile::copy(softHsm(), writable));
    REQUIRE(QFile::setPermissions(writable, QFile::ReadOwner | QFile::WriteOwner |
                                                QFile::ReadGroup | QFile::WriteGroup));
    auto broken = desk.environment;
    broken.modules = {writable, u"/usr/lib/os-release"_s, u"/nonexistent.so"_s, desk.folder.path()};
    auto agent = TokenAgent::start(broken);
    REQUIRE(agent);
    const auto tokens = agent->list();
    REQUIRE(tokens);
    CHECK(tokens->empty());
    CHECK(agent->refusedModules() ==
          QStringList{writable + u": others may change it"_s,
                      u"/usr/lib/os-release: cannot be loaded or started"_s,
                      u"/nonexistent.so: does not exist"_s,
                      desk.folder.path() + u": not a file"_s});
    const auto session = desk.open(broken);
    REQUIRE_FALSE(session);
    CHECK(session.error().fault == Fault::TokenNotFound);
    CHECK(session.error().detail.contains(u"others may change it"_s));

    // A good one beside bad ones still works.
    broken.modules << softHsm();
    CHECK(desk.open(broken));
    const auto missing = listTokens({.agentProgram = u"/nonexistent/agent"_s});
    REQUIRE_FALSE(missing);
    CHECK(missing.error().fault == Fault::TokenFailed);
}

TEST_CASE("p11-kit settings in the home folder add no module", "[signing][token]")
{
    const TokenDesk desk;
    auto fromSystem = desk.environment;
    fromSystem.modules.clear();
    const QString modules = desk.file(u".config/pkcs11/modules"_s);
    REQUIRE(QDir().mkpath(modules));
    writeFile(modules + u"/evil.module"_s, "module: " SHIM_MODULE_FILE "\n");
    fromSystem.variables.insert(u"HOME"_s, desk.folder.path());
    fromSystem.variables.insert(u"XDG_CONFIG_HOME"_s, desk.file(u".config"_s));
    fromSystem.variables.insert(u"SHIM_MODULE"_s, softHsm());
    fromSystem.variables.insert(u"SHIM_LOG"_s, desk.file(u"shim.log"_s));
    CHECK(listTokens(fromSystem));
    CHECK_FALSE(QFileInfo::exists(desk.file(u"shim.log"_s)));
}

TEST_CASE("two programs never use one token at once", "[signing][token]")
{
    const TokenDesk desk;
    auto slow = desk.behindShim({{u"Sign"_s, u"slow:600"_s}});
    auto hasty = desk.environment;
    hasty.deadlines.signMs = 100;
    auto first = desk.open(slow);
    auto second = desk.open(hasty);
    auto patient = desk.open(desk.environment);
    REQUIRE(first);
    REQUIRE(second);
    REQUIRE(patient);
    std::thread signer([&] { CHECK((*first)->sign(desk.request(u"signed/1.pdf"_s))); });
    while (desk.calls("C_Sign") == 0)
        std::this_thread::yield();
    const auto refused = (*second)->sign(desk.request(u"signed/2.pdf"_s));
    const auto waited = (*patient)->sign(desk.request(u"signed/3.pdf"_s));
    signer.join();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fault == Fault::TokenFailed);
    CHECK(refused.error().detail == u"token in use"_s);
    CHECK(waited);
    // The token itself had no fault, so the session goes on.
    CHECK((*second)->sign(desk.request(u"signed/2.pdf"_s)));
}

TEST_CASE("a training token is made once and signs for an invented clerk", "[signing][token]")
{
    const TokenDesk desk;
    const QString folder = desk.file(u"training"_s);
    const auto made = setUpTrainingToken(folder, agentProgram());
    REQUIRE(made);
    auto again = setUpTrainingToken(folder, agentProgram());
    REQUIRE(again);
    CHECK(again->label == made->label);
    again->environment.rules.policy = stationPolicy();
    CHECK(listTokens(again->environment)->size() == 1);
    CHECK(QFileInfo(again->pinFile).permissions().toInt() ==
          (QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser).toInt());
    CHECK(QFileInfo(folder + u"/tokens"_s).permissions().testFlag(QFile::ReadGroup) == false);
    auto session = TokenSession::open(again->environment, {}, Secret(*readWhole(again->pinFile)));
    REQUIRE(session);
    CHECK((*session)->clerk().name == u"Hà Thị Minh Nguyệt"_s);
    const auto request = desk.request();
    CHECK((*session)->sign(request));
    requireValid(request);
}

TEST_CASE("a training token whose making was given up is made anew", "[signing][token]")
{
    const TokenDesk desk;
    const QString folder = desk.file(u"training"_s);
    std::stop_source givenUp;
    givenUp.request_stop();
    const auto none = setUpTrainingToken(folder, agentProgram(), givenUp.get_token());
    REQUIRE_FALSE(none);
    CHECK(none.error().fault == Fault::Cancelled);
    const auto made = setUpTrainingToken(folder, agentProgram());
    REQUIRE(made);
    CHECK(listTokens(made->environment)->size() == 1);
}

TEST_CASE("software time per signature", "[signing][token][.bench]")
{
    const TokenDesk desk;
    writeFile(desk.file(u"unsigned.pdf"_s), samplePdf(27));
    auto session = desk.open(desk.environment);
    REQUIRE(session);
    constexpr int copies = 100;
    rusage start{};
    ::getrusage(RUSAGE_SELF, &start);
    const double before = cpuMs(start);
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < copies; ++i)
        REQUIRE((*session)->sign(desk.request(u"signed/%1.pdf"_s.arg(i))));
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    std::printf("%lld bytes: %.1f ms per signature, of them %.1f ms on our processor\n",
                static_cast<long long>(QFileInfo(desk.file(u"unsigned.pdf"_s)).size()),
                static_cast<double>(timer.nsecsElapsed()) / 1e6 / copies,
                (cpuMs(used) - before) / copies);
}

}  // namespace station::signing
