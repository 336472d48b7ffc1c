// What a token, its driver or the agent can do wrong, and what the clerk sees of it. In each case
// the PIN is used once at most, nothing is left at the destination, and the session is over.

#include "signing/client/ckr_fault.h"
#include "tests/signing/token/token_desk.h"
#include "tests/support/catch.h"

#include <p11-kit/pkcs11.h>

#include <QElapsedTimer>

#include <csignal>
#include <thread>
#include <utility>

using namespace Qt::StringLiterals;

namespace station::signing {
namespace {

constexpr int shortMs = 250;

void checkIsOver(const TokenDesk &desk, TokenSession &session)
{
    CHECK(desk.leftAtDestination().isEmpty());
    const auto logins = desk.calls("C_Login");
    const auto signatures = desk.calls("C_Sign");
    const auto again = session.sign(desk.request());
    REQUIRE_FALSE(again);
    CHECK(again.error().fault == Fault::TokenFailed);
    CHECK(desk.calls("C_Login") == logins);
    CHECK(desk.calls("C_Sign") == signatures);
    CHECK(desk.leftAtDestination().isEmpty());
}

}  // namespace

TEST_CASE("each answer of a token asks for one reaction", "[signing][token]")
{
    const auto [ckr, fault] = GENERATE(table<unsigned long, Fault>({
        {CKR_PIN_INCORRECT, Fault::PinIncorrect},
        {CKR_PIN_LOCKED, Fault::PinLocked},
        {CKR_PIN_EXPIRED, Fault::PinMustChange},
        {CKR_USER_PIN_NOT_INITIALIZED, Fault::PinMustChange},
        {CKR_PIN_LEN_RANGE, Fault::PinInvalid},
        {CKR_PIN_INVALID, Fault::PinInvalid},
        {CKR_TOKEN_NOT_PRESENT, Fault::TokenRemoved},
        {CKR_DEVICE_REMOVED, Fault::TokenRemoved},
        {CKR_SLOT_ID_INVALID, Fault::TokenRemoved},
        {CKR_SESSION_HANDLE_INVALID, Fault::TokenRemoved},
        {CKR_SESSION_CLOSED, Fault::TokenRemoved},
        {CKR_USER_NOT_LOGGED_IN, Fault::TokenRemoved},
        {CKR_DEVICE_ERROR, Fault::TokenFailed},
        {CKR_GENERAL_ERROR, Fault::TokenFailed},
        {CKR_FUNCTION_FAILED, Fault::TokenFailed},
        {CKR_HOST_MEMORY, Fault::TokenFailed},
        {CKR_DEVICE_MEMORY, Fault::TokenFailed},
        {CKR_SESSION_COUNT, Fault::TokenFailed},
        {CKR_TOKEN_NOT_RECOGNIZED, Fault::TokenFailed},
        {CKR_VENDOR_DEFINED | 0x1234, Fault::TokenFailed},
        {CKR_KEY_TYPE_INCONSISTENT, Fault::CertificateUnusable},
        {CKR_MECHANISM_INVALID, Fault::CertificateUnusable},
        {CKR_KEY_FUNCTION_NOT_PERMITTED, Fault::CertificateUnusable},
        {CKR_FUNCTION_CANCELED, Fault::Cancelled},
    }));
    INFO(std::hex << ckr);
    CHECK(faultOfCkr(ckr) == fault);
}

TEST_CASE("what a token answers to the PIN reaches the clerk, after one attempt",
          "[signing][token]")
{
    const auto [order, fault] = GENERATE(table<QString, Fault>({
        {u"a0"_s, Fault::PinIncorrect},    // CKR_PIN_INCORRECT
        {u"a4"_s, Fault::PinLocked},       // CKR_PIN_LOCKED
        {u"a3"_s, Fault::PinMustChange},   // CKR_PIN_EXPIRED
        {u"102"_s, Fault::PinMustChange},  // CKR_USER_PIN_NOT_INITIALIZED
        {u"a2"_s, Fault::PinInvalid},      // CKR_PIN_LEN_RANGE
        {u"a1"_s, Fault::PinInvalid},      // CKR_PIN_INVALID
        {u"e0"_s, Fault::TokenRemoved},    // CKR_TOKEN_NOT_PRESENT
        {u"32"_s, Fault::TokenRemoved},    // CKR_DEVICE_REMOVED
        {u"b3"_s, Fault::TokenRemoved},    // CKR_SESSION_HANDLE_INVALID
        {u"30"_s, Fault::TokenFailed},     // CKR_DEVICE_ERROR
        {u"5"_s, Fault::TokenFailed},      // CKR_GENERAL_ERROR
        {u"6"_s, Fault::TokenFailed},      // CKR_FUNCTION_FAILED
        {u"80001234"_s, Fault::TokenFailed},
        {u"50"_s, Fault::Cancelled},  // CKR_FUNCTION_CANCELED
        {u"hang"_s, Fault::TokenFailed},
        {u"abort"_s, Fault::TokenFailed},
        {u"segv"_s, Fault::TokenFailed},
    }));
    INFO(order.toStdString());
    const TokenDesk desk;
    auto shimmed = desk.behindShim({{u"Login"_s, order}});
    if (order == u"hang"_s)
        shimmed.deadlines.loginMs = shortMs;
    const auto session = desk.open(shimmed);
    REQUIRE_FALSE(session);
    CHECK(session.error().fault == fault);
    CHECK(desk.calls("C_Login") == 1);
}

TEST_CASE("what a token answers to a signature ends the session and keeps nothing",
          "[signing][token]")
{
    const auto [call, order, fault] = GENERATE(table<QString, QString, Fault>({
        {u"Sign"_s, u"32"_s, Fault::TokenRemoved},   // CKR_DEVICE_REMOVED
        {u"Sign"_s, u"e0"_s, Fault::TokenRemoved},   // CKR_TOKEN_NOT_PRESENT
        {u"Sign"_s, u"b3"_s, Fault::TokenRemoved},   // CKR_SESSION_HANDLE_INVALID
        {u"Sign"_s, u"b0"_s, Fault::TokenRemoved},   // CKR_SESSION_CLOSED
        {u"Sign"_s, u"101"_s, Fault::TokenRemoved},  // CKR_USER_NOT_LOGGED_IN
        {u"SignInit"_s, u"101"_s, Fault::TokenRemoved},
        {u"SignInit"_s, u"32"_s, Fault::TokenRemoved},
        {u"Sign"_s, u"30"_s, Fault::TokenFailed},
        {u"Sign"_s, u"5"_s, Fault::TokenFailed},
        {u"Sign"_s, u"6"_s, Fault::TokenFailed},
        {u"Sign"_s, u"a3"_s, Fault::PinMustChange},            // some say so only now
        {u"SignInit"_s, u"63"_s, Fault::CertificateUnusable},  // CKR_KEY_TYPE_INCONSISTENT
        {u"SignInit"_s, u"70"_s, Fault::CertificateUnusable},  // CKR_MECHANISM_INVALID
        {u"SignInit"_s, u"hang"_s, Fault::TokenFailed},
        {u"Sign"_s, u"hang"_s, Fault::TokenFailed},
        {u"Sign"_s, u"slow:900"_s, Fault::TokenFailed},
        {u"Sign"_s, u"abort"_s, Fault::TokenFailed},
        {u"Sign"_s, u"segv"_s, Fault::TokenFailed},
        {u"Sign"_s, u"garbage"_s, Fault::SignatureInvalid},
        {u"Sign"_s, u"short"_s, Fault::SignatureInvalid},
        {u"Sign"_s, u"long"_s, Fault::TokenFailed},
    }));
    INFO(call.toStdString() << ' ' << order.toStdString());
    const TokenDesk desk;
    auto shimmed = desk.behindShim({{call, order}});
    if (order == u"hang"_s || order.startsWith(u"slow"_s))
        shimmed.deadlines.signMs = shortMs;
    auto session = desk.open(shimmed);
    REQUIRE(session);
    const auto copy = (*session)->sign(desk.request());
    REQUIRE_FALSE(copy);
    CHECK(copy.error().fault == fault);
    CHECK(desk.calls("C_Login") == 1);
    checkIsOver(desk, **session);
}

TEST_CASE("a wrong signature of an elliptic curve key is never embedded", "[signing][token]")
{
    const auto order = GENERATE(u"garbage"_s, u"short"_s, u"long"_s, u"32"_s);
    INFO(order.toStdString());
    const TokenDesk desk(u"p256"_s);
    auto session = desk.open(desk.behindShim({{u"Sign"_s, order}}));
    REQUIRE(session);
    const auto copy = (*session)->sign(desk.request());
    REQUIRE_FALSE(copy);
    // One of another length may already be too odd for libp11.
    const auto fault = copy.error().fault;
    if (order == u"32"_s)
        CHECK(fault == Fault::TokenRemoved);
    else
        CHECK((fault == Fault::SignatureInvalid || fault == Fault::TokenFailed));
    checkIsOver(desk, **session);
}

TEST_CASE("a fault before the login costs no attempt", "[signing][token]")
{
    const auto [call, order, fault] = GENERATE(table<QString, QString, Fault>({
        {u"GetSlotList"_s, u"30"_s, Fault::TokenFailed},
        {u"GetSlotList"_s, u"hang"_s, Fault::TokenFailed},
        {u"GetSlotList"_s, u"abort"_s, Fault::TokenFailed},
        {u"GetSlotList"_s, u"segv"_s, Fault::TokenFailed},
        {u"GetSlotList"_s, u"garbage"_s, Fault::TokenFailed},
        {u"GetTokenInfo"_s, u"e0"_s, Fault::TokenNotFound},
        {u"GetTokenInfo"_s, u"30"_s, Fault::TokenFailed},
        {u"GetTokenInfo"_s, u"hang"_s, Fault::TokenFailed},
        {u"OpenSession"_s, u"e0"_s, Fault::TokenNotFound},
        {u"OpenSession"_s, u"30"_s, Fault::TokenFailed},
        {u"OpenSession"_s, u"b1"_s, Fault::TokenFailed},  // CKR_SESSION_COUNT
        {u"FindObjectsInit"_s, u"30"_s, Fault::TokenFailed},
        {u"FindObjects"_s, u"30"_s, Fault::TokenFailed},
        {u"FindObjects"_s, u"garbage"_s, Fault::TokenFailed},
        {u"FindObjects"_s, u"segv"_s, Fault::TokenFailed},
        {u"GetAttributeValue"_s, u"hang"_s, Fault::TokenFailed},
    }));
    INFO(call.toStdString() << ' ' << order.toStdString());
    const TokenDesk desk;
    auto shimmed = desk.behindShim({{call, order}});
    if (order == u"hang"_s || order == u"garbage"_s)
        shimmed.deadlines.listMs = shortMs;
    const auto session = desk.open(shimmed);
    REQUIRE_FALSE(session);
    CHECK(session.error().fault == fault);
    CHECK(desk.calls("C_Login") == 0);
}

TEST_CASE("a token that is pulled at any call is noticed, and signs nothing afterwards",
          "[signing][token]")
{
    const TokenDesk desk;
    int removedAt = 1;
    bool signedAll = false;
    int hangs = 0;
    for (; removedAt < 200 && !signedAll; ++removedAt) {
        INFO("removed at call " << removedAt);
        QFile::remove(desk.file(u"shim.log"_s));
        auto shimmed = desk.behindShim({{u"REMOVED_AT"_s, QString::number(removedAt)}});
        shimmed.deadlines = {.listMs = 900, .loginMs = 900, .signMs = 900};
        auto session = desk.open(shimmed);
        CHECK(desk.calls("C_Login") <= 1);
        Fault fault = session ? Fault::Internal : session.error().fault;
        if (session) {
            const auto copy = (*session)->sign(desk.request());
            signedAll = copy.has_value();
            if (signedAll)
                break;
            fault = copy.error().fault;
            checkIsOver(desk, **session);
        }
        if (!session && session.error().detail.contains(u"900 ms"_s))
            ++hangs;
        CHECK((fault == Fault::TokenRemoved || fault == Fault::TokenNotFound ||
               fault == Fault::TokenFailed || fault == Fault::CertificateUnusable));
        CHECK(desk.leftAtDestination().isEmpty());
    }
    CHECK(signedAll);
    CHECK(removedAt > 20);
    // libp11 waits for ever for a session when the token goes at that very moment.
    CHECK(hangs <= 2);
}

TEST_CASE("a slow token is waited for", "[signing][token]")
{
    const TokenDesk desk;
    auto session = desk.open(desk.behindShim({{u"Login"_s, u"slow:200"_s},
                                              {u"Sign"_s, u"slow:200"_s},
                                              {u"GetSlotList"_s, u"slow:50"_s}}));
    REQUIRE(session);
    CHECK((*session)->sign(desk.request()));
}

TEST_CASE("killing the agent while it signs leaves no file and ends the session",
          "[signing][token]")
{
    const TokenDesk desk;
    auto agent = TokenAgent::start(desk.behindShim({{u"Sign"_s, u"hang"_s}}));
    REQUIRE(agent);
    const auto tokens = agent->list();
    REQUIRE(tokens);
    const auto certificates = agent->login(tokens->front(), desk.pin());
    REQUIRE(certificates);
    const QByteArray certificate = clerksCertificate(*certificates);
    const pid_t pid = agent->pid();
    std::thread killer([&] {
        while (desk.calls("C_Sign") == 0)
            std::this_thread::yield();
        ::kill(pid, SIGKILL);
    });
    QElapsedTimer timer;
    timer.start();
    const auto signature = agent->sign(certificate, QByteArray(32, 'd'));
    killer.join();
    REQUIRE_FALSE(signature);
    CHECK(signature.error().fault == Fault::TokenFailed);
    CHECK(timer.elapsed() < 10'000);
    CHECK_FALSE(agent->isRunning());
    const auto again = agent->sign(certificate, QByteArray(32, 'd'));
    REQUIRE_FALSE(again);
    CHECK(again.error().detail == u"the agent has ended"_s);
}

TEST_CASE("what is no request ends the agent before it reaches a token", "[signing][token]")
{
    const TokenDesk desk;
    const QByteArray words =
        GENERATE(as<QByteArray>(), "no JSON", "[]", R"({"ask":"login","pinLength":-1})",
                 R"({"ask":"login","pinLength":"8"})", R"({"ask":"login","pinLength":99999999})",
                 QByteArray(300'000, 'x'));
    const auto shimmed = desk.behindShim();
    auto channel = TokenAgent::startProcess(shimmed);
    REQUIRE(channel);
    QByteArray lines = words + "\n{\"ask\":\"list\"}\n";
    (void)channel->sendSecret(Secret(std::move(lines)));  // the agent may have ended before its end
    const auto answer = channel->receive(10'000);
    REQUIRE_FALSE(answer);
    CHECK(answer.error().detail == u"end of file"_s);
    CHECK(desk.calls("C_Login") == 0);
}

TEST_CASE("an unknown request, a second login and a signature without login are refused",
          "[signing][token]")
{
    const TokenDesk desk;
    auto channel = TokenAgent::startProcess(desk.behindShim());
    REQUIRE(channel);
    const auto ckrOf = [&](const QJsonObject &request) {
        REQUIRE(channel->send(request));
        const auto answer = channel->receive(10'000);
        REQUIRE(answer);
        return static_cast<unsigned long>(answer->value("ckr"_L1).toInteger());
    };
    CHECK(ckrOf({{u"ask"_s, u"format"_s}}) == CKR_FUNCTION_NOT_SUPPORTED);
    CHECK(ckrOf({{u"ask"_s, u"sign"_s}, {u"digest"_s, u"AAAA"_s}}) == CKR_USER_NOT_LOGGED_IN);
    CHECK(ckrOf({{u"ask"_s, u"login"_s}, {u"label"_s, u"none"_s}}) == CKR_TOKEN_NOT_PRESENT);
    CHECK(desk.calls("C_Login") == 0);

    auto agent = TokenAgent::start(desk.behindShim());
    REQUIRE(agent);
    const auto tokens = agent->list();
    REQUIRE(tokens);
    REQUIRE(agent->login(tokens->front(), desk.pin()));
    CHECK_FALSE(agent->login(tokens->front(), desk.pin()));
    CHECK(desk.calls("C_Login") == 1);
}

}  // namespace station::signing
