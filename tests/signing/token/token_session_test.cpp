#include "signing/client/token_session.h"

#include "core/base/durable_file.h"
#include "core/base/sha256.h"
#include "signing/demo/training_token.h"
#include "signing/verify/verifier.h"
#include "tests/signing/support/sample_pdf.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cstdio>
#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace station::signing {
namespace {

const QString agentProgram = QStringLiteral(STATION_BIN_DIR "/tramsohoa-token-agent");

/// A folder with a training token in it and papers to sign.
class Desk {
public:
    Desk()
    {
        auto made = setUpTrainingToken(folder.filePath(u"token"_s), agentProgram);
        if (!made)
            FAIL(made.error().detail.toStdString());
        token = std::move(*made);
        writeFile(source, samplePdf());
    }

    Secret pin() const { return Secret(*readWhole(token.pinFile)); }
    Expected<std::unique_ptr<TokenSession>> open(const TokenEnvironment &environment) const
    {
        return TokenSession::open(environment, {}, pin());
    }
    /// The same token behind the module that makes faults.
    TokenEnvironment behindShim(const QString &name = {}, const QString &value = {}) const
    {
        TokenEnvironment environment = token.environment;
        environment.variables.insert(u"SHIM_MODULE"_s, environment.modules.first());
        environment.variables.insert(u"SHIM_LOG"_s, shimLog);
        if (!name.isEmpty())
            environment.variables.insert(name, value);
        environment.modules = {QStringLiteral(SHIM_MODULE_FILE)};
        environment.deadlines.signMs = 1500;
        return environment;
    }
    workflow::SignRequest request(const QString &name = u"signed/copy.pdf"_s) const
    {
        return {.sourcePdf = source,
                .destinationPdf = folder.filePath(name),
                .mark = sampleMark(),
                .signedAtMs = SystemClock().nowMs()};
    }
    qsizetype shimCalls(const QByteArray &call) const
    {
        const auto log = readWhole(shimLog);
        return log ? log->count(call) : 0;
    }
    QStringList leftAtDestination() const
    {
        return QDir(folder.filePath(u"signed"_s)).entryList(QDir::Files | QDir::Hidden);
    }

    QTemporaryDir folder{};
    QString source = folder.filePath(u"unsigned.pdf"_s);
    QString shimLog = folder.filePath(u"shim.log"_s);
    TrainingToken token{};
};

double cpuMs(const rusage &usage)
{
    const auto ms = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
    };
    return ms(usage.ru_utime) + ms(usage.ru_stime);
}

}  // namespace

TEST_CASE("a clerk's copy signed with the token satisfies outside judges and our verifier",
          "[signing][token]")
{
    const Desk desk;
    auto session = desk.open(desk.token.environment);
    REQUIRE(session);
    CHECK((*session)->clerk().name == u"Hà Thị Minh Nguyệt"_s);
    CHECK((*session)->clerk().certificateSerial.size() == 32);

    const auto request = desk.request();
    const auto copy = (*session)->sign(request);
    if (!copy)
        FAIL(copy.error().detail.toStdString());
    CHECK(copy->sha256 == sha256OfFile(request.destinationPdf));
    CHECK(copy->size == QFileInfo(request.destinationPdf).size());
    CHECK(desk.leftAtDestination() == QStringList{u"copy.pdf"_s});

    const auto bytes = readWhole(request.destinationPdf);
    const auto before = readWhole(desk.source);
    REQUIRE(bytes);
    CHECK(bytes->startsWith(*before));
    CHECK(runTool(u"qpdf"_s, {u"--check"_s, request.destinationPdf}).exitCode == 0);
    CHECK(runTool(u"pdfsig"_s, {u"-nocert"_s, request.destinationPdf})
              .output.contains(u"Signature is Valid"_s));

    const auto context = verifyContext(desk.token.trustFolder, SystemClock());
    REQUIRE(context);
    const auto report = verifyPdfFile(request.destinationPdf, *context);
    REQUIRE(report);
    CHECK(report->code == u"ok"_s);
    CHECK(report->overall == Verdict::Valid);
    REQUIRE(report->signatures.size() == 1);
    CHECK(report->signatures[0].signer == u"Hà Thị Minh Nguyệt"_s);
    CHECK(report->signatures[0].serial == (*session)->clerk().certificateSerial);
    CHECK(report->signatures[0].signedAtMs / 1000 == request.signedAtMs / 1000);
    CHECK(report->signatures[0].coversFile);
}

TEST_CASE("openssl verifies the CMS over the byte range as CAdES", "[signing][token]")
{
    const Desk desk;
    auto session = desk.open(desk.token.environment);
    REQUIRE(session);
    const auto request = desk.request();
    REQUIRE((*session)->sign(request));
    const QByteArray bytes = *readWhole(request.destinationPdf);
    const qsizetype open = bytes.indexOf("/Contents<") >= 0 ? bytes.indexOf("/Contents<") + 9
                                                            : bytes.indexOf("/Contents <") + 10;
    const qsizetype close = bytes.indexOf('>', open);
    writeFile(desk.folder.filePath(u"cms.der"_s),
              QByteArray::fromHex(bytes.mid(open + 1, close - open - 1)));
    writeFile(desk.folder.filePath(u"content"_s), bytes.left(open) + bytes.mid(close + 1));
    const auto judged =
        runTool(u"openssl"_s, {u"cms"_s, u"-verify"_s, u"-binary"_s, u"-cades"_s, u"-inform"_s,
                               u"DER"_s, u"-in"_s, desk.folder.filePath(u"cms.der"_s),
                               u"-content"_s, desk.folder.filePath(u"content"_s), u"-CAfile"_s,
                               desk.token.trustFolder + u"/root.pem"_s, u"-purpose"_s, u"any"_s,
                               u"-out"_s, u"/dev/null"_s});
    INFO(judged.output.toStdString());
    CHECK(judged.exitCode == 0);
    CHECK(judged.output.contains(u"CAdES Verification successful"_s));
}

TEST_CASE("one PIN entry signs a whole batch with one login", "[signing][token]")
{
    const Desk desk;
    auto session = desk.open(desk.behindShim());
    REQUIRE(session);
    for (int i = 0; i < 10; ++i)
        CHECK((*session)->sign(desk.request(u"signed/%1.pdf"_s.arg(i))));
    CHECK(desk.shimCalls("C_Login") == 1);
    CHECK(desk.shimCalls("C_Sign") >= 10);
}

TEST_CASE("a wrong PIN costs exactly one attempt and the next entry may be right",
          "[signing][token]")
{
    const Desk desk;
    const auto refused = TokenSession::open(desk.behindShim(), {}, Secret(QByteArray("00000000x")));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fault == Fault::PinIncorrect);
    CHECK(desk.shimCalls("C_Login") == 1);

    const auto tokens = listTokens(desk.token.environment);
    REQUIRE(tokens);
    REQUIRE(tokens->size() == 1);
    CHECK(tokens->front().pinCountLow);
    CHECK(desk.open(desk.token.environment));
    CHECK_FALSE(listTokens(desk.token.environment)->front().pinCountLow);
}

TEST_CASE("an empty PIN is not tried", "[signing][token]")
{
    const Desk desk;
    const auto refused = TokenSession::open(desk.behindShim(), {}, Secret());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fault == Fault::PinInvalid);
    CHECK(desk.shimCalls("C_Login") == 0);
}

TEST_CASE("the list names the token, and its certificates without a PIN", "[signing][token]")
{
    const Desk desk;
    const auto tokens = listTokens(desk.token.environment);
    REQUIRE(tokens);
    REQUIRE(tokens->size() == 1);
    CHECK(tokens->front().label == desk.token.label);
    CHECK(tokens->front().model.contains(u"SoftHSM"_s));
    CHECK_FALSE(tokens->front().serial.isEmpty());
    CHECK_FALSE(tokens->front().locked);
    CHECK(tokens->front().certificates.size() == 2);

    const auto other =
        TokenSession::open(desk.token.environment, {.label = u"another"_s}, desk.pin());
    REQUIRE_FALSE(other);
    CHECK(other.error().fault == Fault::TokenNotFound);
}

TEST_CASE("what a token answers becomes the fault that the clerk can react to", "[signing][token]")
{
    const auto [variable, ckr, fault] = GENERATE(table<QString, QString, Fault>({
        {u"SHIM_LOGIN"_s, u"a4"_s, Fault::PinLocked},     // CKR_PIN_LOCKED
        {u"SHIM_LOGIN"_s, u"a3"_s, Fault::PinLocked},     // CKR_PIN_EXPIRED
        {u"SHIM_LOGIN"_s, u"a2"_s, Fault::PinInvalid},    // CKR_PIN_LEN_RANGE
        {u"SHIM_LOGIN"_s, u"e0"_s, Fault::TokenRemoved},  // CKR_TOKEN_NOT_PRESENT
        {u"SHIM_LOGIN"_s, u"30"_s, Fault::TokenFailed},   // CKR_DEVICE_ERROR
        {u"SHIM_SIGN"_s, u"32"_s, Fault::TokenRemoved},   // CKR_DEVICE_REMOVED
        {u"SHIM_SIGN"_s, u"101"_s, Fault::TokenFailed},   // CKR_USER_NOT_LOGGED_IN
        {u"SHIM_SIGN"_s, u"hang"_s, Fault::TokenFailed},
        {u"SHIM_SIGN"_s, u"crash"_s, Fault::TokenFailed},
        {u"SHIM_SIGN"_s, u"garbage"_s, Fault::SignatureInvalid},
    }));
    INFO(variable.toStdString() << ' ' << ckr.toStdString());
    const Desk desk;
    auto session = desk.open(desk.behindShim(variable, ckr));
    if (variable == u"SHIM_LOGIN"_s) {
        REQUIRE_FALSE(session);
        CHECK(session.error().fault == fault);
        CHECK(desk.shimCalls("C_Login") == 1);
        return;
    }
    REQUIRE(session);
    const auto copy = (*session)->sign(desk.request());
    REQUIRE_FALSE(copy);
    CHECK(copy.error().fault == fault);
    CHECK(desk.leftAtDestination().isEmpty());
    // The session is over: nothing is tried again without a new PIN entry.
    const auto calls = desk.shimCalls("C_");
    const auto again = (*session)->sign(desk.request());
    REQUIRE_FALSE(again);
    CHECK(again.error().fault == Fault::TokenFailed);
    CHECK(desk.shimCalls("C_") == calls);
}

TEST_CASE("a module that is no module is no token", "[signing][token]")
{
    const auto tokens =
        listTokens({.agentProgram = agentProgram, .modules = {u"/usr/lib/os-release"_s}});
    REQUIRE(tokens);
    CHECK(tokens->empty());
    const auto missing = listTokens({.agentProgram = u"/nonexistent/agent"_s});
    REQUIRE_FALSE(missing);
    CHECK(missing.error().fault == Fault::TokenFailed);
}

TEST_CASE("a certificate that has ended is not used", "[signing][token]")
{
    class LaterClock final : public Clock {
        qint64 nowMs() const override { return SystemClock().nowMs() + 11LL * 366 * 86400 * 1000; }
    };
    const LaterClock clock;
    const Desk desk;
    TokenEnvironment environment = desk.token.environment;
    environment.clock = &clock;
    const auto session = desk.open(environment);
    REQUIRE_FALSE(session);
    CHECK(session.error().fault == Fault::CertificateUnusable);
}

TEST_CASE("setting the training token up again finds the same one", "[signing][token]")
{
    const Desk desk;
    const auto again = setUpTrainingToken(desk.folder.filePath(u"token"_s), agentProgram);
    REQUIRE(again);
    CHECK(again->label == desk.token.label);
    CHECK(listTokens(again->environment)->size() == 1);
    CHECK(QFileInfo(again->pinFile).permissions().toInt() ==
          (QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser).toInt());
    CHECK(readWhole(again->pinFile)->size() == 8);
    CHECK(QFileInfo(desk.folder.filePath(u"token/tokens"_s))
              .permissions()
              .testFlag(QFile::ReadGroup) == false);
    CHECK(desk.open(again->environment));
}

TEST_CASE("software time per signature", "[signing][token][.bench]")
{
    const Desk desk;
    writeFile(desk.source, samplePdf(27));
    auto session = desk.open(desk.token.environment);
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
                static_cast<long long>(QFileInfo(desk.source).size()),
                static_cast<double>(timer.nsecsElapsed()) / 1e6 / copies,
                (cpuMs(used) - before) / copies);
}

}  // namespace station::signing
