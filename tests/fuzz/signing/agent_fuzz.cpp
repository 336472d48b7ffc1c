// The token agent under requests that were damaged on purpose, with a real token behind it.

#include "tests/fuzz/mutation.h"
#include "tests/signing/token/token_desk.h"
#include "tests/support/catch.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>
#include <QProcess>
#include <QProcessEnvironment>

#include <optional>

using namespace station;
using namespace station::signing;
using testing::Mutation;
using namespace Qt::StringLiterals;

namespace {

constexpr int answerMs = 20'000;
constexpr int shortestPin = 4;  // SoftHSM's

/// One agent; a new one when it has ended.
class Agent {
public:
    explicit Agent(const TokenEnvironment &environment)
    {
        auto variables = QProcessEnvironment::systemEnvironment();
        for (auto it = environment.variables.cbegin(); it != environment.variables.cend(); ++it)
            variables.insert(it.key(), it.value());
        m_process.setProcessEnvironment(variables);
        m_process.setProgram(environment.agentProgram);
        for (const auto &module : environment.modules)
            m_process.setArguments(m_process.arguments() << u"--module"_s << module);
        m_process.setStandardErrorFile(QProcess::nullDevice());
    }
    ~Agent() { end(); }

    void send(const QByteArray &bytes)
    {
        if (m_process.state() == QProcess::NotRunning) {
            ++m_starts;
            m_process.start();
            if (!m_process.waitForStarted(answerMs))
                FAIL(m_process.errorString().toStdString());
        }
        m_process.write(bytes);
    }
    /// The answer, or nothing: it has ended, in order.
    std::optional<QJsonObject> answer()
    {
        while (!m_process.canReadLine()) {
            if (m_process.state() == QProcess::NotRunning ||
                !m_process.waitForReadyRead(answerMs)) {
                if (m_process.canReadLine())
                    break;
                REQUIRE((m_process.state() == QProcess::NotRunning ||
                         m_process.waitForFinished(answerMs)));
                REQUIRE(m_process.exitStatus() == QProcess::NormalExit);
                REQUIRE(m_process.exitCode() == 0);
                return std::nullopt;
            }
        }
        const auto document = QJsonDocument::fromJson(m_process.readLine());
        REQUIRE(document.isObject());
        return document.object();
    }
    /// Closes the pipe and waits for an end in order.
    void end()
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        m_process.closeWriteChannel();
        REQUIRE(m_process.waitForFinished(answerMs));
        REQUIRE(m_process.exitStatus() == QProcess::NormalExit);
        m_process.readAll();
    }
    int starts() const { return m_starts; }

private:
    QProcess m_process;
    int m_starts = 0;
};

QJsonValue strangeValue(Mutation &mutate, const QJsonValue &before)
{
    switch (mutate.below(8)) {
    case 0:
        return QJsonValue();
    case 1:
        return -mutate.below(1000);
    case 2:
        return 1e300;
    case 3:
        return QString(1 << mutate.below(15), u'A');
    case 4:
        return QJsonObject{{u"ask"_s, u"login"_s}};
    case 5:
        return mutate.below(300);
    default:
        return QString::fromUtf8(mutate(before.toString().toUtf8()));
    }
}

bool isDigest(const QString &base64)
{
    const auto decoded =
        QByteArray::fromBase64Encoding(base64.toUtf8(), QByteArray::AbortOnBase64DecodingErrors);
    return decoded && decoded.decoded.size() == 32;
}

/// The length of the PIN that the agent will read; nothing: it will end instead.
std::optional<int> announcedPin(const QByteArray &line)
{
    const auto request = QJsonDocument::fromJson(line);
    if (!request.isObject() || line.contains('\n'))
        return std::nullopt;
    const auto length = request.object().value("pinLength"_L1);
    if (length.isUndefined())
        return 0;
    const int size = length.toInt(-1);
    return size < 0 || size > 1024 ? std::nullopt : std::optional(size);
}

}  // namespace

TEST_CASE("the agent answers or ends, and no damaged request reaches a token's PIN counter",
          "[fuzz][token]")
{
    const TokenDesk desk(u"p256"_s);
    const auto tokens = listTokens(desk.environment);
    REQUIRE(tokens);
    const TokenInfo &token = tokens->front();
    const auto pinSize = static_cast<int>(deskPin.size());
    const QJsonObject login{{u"ask"_s, u"login"_s},
                            {u"label"_s, token.label},
                            {u"serial"_s, token.serial},
                            {u"pinLength"_s, pinSize}};
    const QJsonObject sign{
        {u"ask"_s, u"sign"_s},
        {u"certificate"_s, QString::fromLatin1(clerksCertificate(token.certificates).toBase64())},
        {u"digest"_s, QString::fromLatin1(QByteArray(32, 'd').toBase64())},
        {u"pinLength"_s, 0}};
    const QList<QJsonObject> seeds{
        login, sign, {{u"ask"_s, u"list"_s}}, {{u"ask"_s, u"logout"_s}}, login};

    QElapsedTimer timer;
    timer.start();
    const qint64 longRunMs = qEnvironmentVariableIntValue("STATION_FUZZ_MINUTES") * 60'000LL;
    Agent agent(desk.behindShim());
    Mutation mutate(31, {"null", "-1", "{}", "[]", "\"\"", "\"pinLength\":3", "\"ask\":\"login\"",
                         "\"ask\":\"sign\"", "\\u0000", "1e308", "\n", "AAAA"});
    int possibleLogins = 0;
    int answers = 0;
    int ends = 0;
    for (int round = 0; round < 450 || timer.elapsed() < longRunMs; ++round) {
        auto request = seeds[mutate.below(static_cast<int>(seeds.size()))];
        const auto keys = request.keys();
        const QString key = keys[mutate.below(static_cast<int>(keys.size()))];
        // One of three is whole: only then is there something behind the login to damage.
        const int damage = mutate.below(9);
        if (damage < 5)
            request.insert(key, strangeValue(mutate, request.value(key)));
        QByteArray line = QJsonDocument(request).toJson(QJsonDocument::Compact);
        if (damage == 5)
            line = mutate(line);
        INFO("round " << round << ": " << line.toStdString());

        const auto words = QJsonDocument::fromJson(line).object();
        const auto pin = announcedPin(line);
        if (words.value("ask"_L1) == "login"_L1 && words.value("label"_L1) == token.label &&
            words.value("serial"_L1) == token.serial && pin.value_or(0) >= shortestPin)
            ++possibleLogins;
        QByteArray secret = deskPin;
        if (mutate.below(3) == 0)
            secret = mutate(secret);
        secret = secret.leftJustified(pin.value_or(0), 'x', true);
        agent.send(line + '\n' + secret);
        const auto answer = agent.answer();
        CHECK(answer.has_value() == pin.has_value());
        answer ? ++answers : ++ends;
        if (answer && answer->contains("signature"_L1))
            CHECK(isDigest(words.value("digest"_L1).toString()));
        // An owner ends the agent after an error; here it must stand more.
        if (mutate.below(40) == 0)
            agent.end();
    }
    agent.end();
    CHECK(desk.calls("C_Login") <= possibleLogins);
    CHECK(desk.calls("C_Login") > 0);
    CHECK(desk.calls("C_Sign") > 0);
    CHECK(answers > 200);
    CHECK(ends > 10);
    if (longRunMs > 0)
        WARN(answers << " answers, " << ends << " ends, " << agent.starts() << " starts, "
                     << desk.calls("C_Login") << " logins, " << desk.calls("C_Sign")
                     << " signatures, " << timer.elapsed() << " ms");
}
