#include "signing/client/token_agent.h"

#include "signing/client/ckr_fault.h"

#include <QJsonArray>

#include <utility>

namespace station::signing {
namespace {

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray fromBase64(const QJsonValue &value)
{
    return QByteArray::fromBase64(value.toString().toLatin1());
}

std::vector<TokenCertificate> certificatesOf(const QJsonObject &object)
{
    std::vector<TokenCertificate> certificates;
    for (const auto value : object.value(QLatin1String("certificates")).toArray()) {
        const QJsonObject entry = value.toObject();
        certificates.push_back({
            .der = fromBase64(entry.value(QLatin1String("der"))),
            .label = entry.value(QLatin1String("label")).toString(),
            .hasPrivateKey = entry.value(QLatin1String("hasPrivateKey")).toBool(),
            .asksPinEachTime = entry.value(QLatin1String("asksPinEachTime")).toBool(),
            .keyTypeUnsupported = entry.value(QLatin1String("keyTypeUnsupported")).toBool(),
            .wrongKey = entry.value(QLatin1String("wrongKey")).toBool(),
        });
    }
    return certificates;
}

TokenInfo tokenOf(const QJsonObject &object)
{
    return {
        .label = object.value(QLatin1String("label")).toString(),
        .serial = object.value(QLatin1String("serial")).toString(),
        .model = object.value(QLatin1String("model")).toString(),
        .manufacturer = object.value(QLatin1String("manufacturer")).toString(),
        .pinCountLow = object.value(QLatin1String("pinCountLow")).toBool(),
        .finalTry = object.value(QLatin1String("finalTry")).toBool(),
        .locked = object.value(QLatin1String("locked")).toBool(),
        .protectedAuth = object.value(QLatin1String("protectedAuth")).toBool(),
        .pinMustChange = object.value(QLatin1String("pinMustChange")).toBool(),
        .pinMissing = object.value(QLatin1String("pinMissing")).toBool(),
        .shortestPin = object.value(QLatin1String("shortestPin")).toInt(),
        .longestPin = object.value(QLatin1String("longestPin")).toInt(),
        .certificates = certificatesOf(object),
    };
}

}  // namespace

TokenAgent::TokenAgent(WorkerChannel channel, TokenDeadlines deadlines)
    : m_channel(std::move(channel)), m_deadlines(deadlines)
{
}

Expected<WorkerChannel> TokenAgent::startProcess(const TokenEnvironment &environment,
                                                 const QStringList &moreArguments)
{
    QStringList arguments;
    for (const auto &module : environment.modules)
        arguments << QStringLiteral("--module") << module;
    const QString program = environment.agentProgram.isEmpty()
                                ? helperProgram(QStringLiteral("tramsohoa-token-agent"))
                                : environment.agentProgram;
    return WorkerChannel::start(program, arguments + moreArguments, environment.variables);
}

Expected<TokenAgent> TokenAgent::start(const TokenEnvironment &environment)
{
    auto channel = startProcess(environment);
    if (!channel)
        return fail(Fault::TokenFailed, channel.error().detail);
    return TokenAgent(std::move(*channel), environment.deadlines);
}

Expected<QJsonObject> TokenAgent::ask(const QJsonObject &request, int timeoutMs,
                                      const Secret *secret)
{
    if (!m_channel.isRunning())
        return fail(Fault::TokenFailed, QStringLiteral("the agent has ended"));
    auto sent = m_channel.send(request);
    if (sent && secret != nullptr)
        sent = m_channel.sendSecret(*secret);
    auto answer = sent ? m_channel.receive(timeoutMs) : fail(sent.error());
    if (!answer) {
        m_channel.kill();
        return fail(Fault::TokenFailed, answer.error().detail);
    }
    if (const auto ckr = answer->value(QLatin1String("ckr")); !ckr.isUndefined()) {
        m_channel.kill();
        const auto code = static_cast<unsigned long>(ckr.toInteger());
        return fail(faultOfCkr(code), QStringLiteral("%1: CKR 0x%2")
                                          .arg(answer->value(QLatin1String("detail")).toString())
                                          .arg(code, 0, 16));
    }
    return answer;
}

Expected<std::vector<TokenInfo>> TokenAgent::list()
{
    const auto answer = ask({{QStringLiteral("ask"), QStringLiteral("list")}}, m_deadlines.listMs);
    if (!answer)
        return fail(answer.error());
    m_refusedModules.clear();
    for (const auto value : answer->value(QLatin1String("refused")).toArray())
        m_refusedModules.append(value.toString());
    std::vector<TokenInfo> tokens;
    for (const auto value : answer->value(QLatin1String("tokens")).toArray())
        tokens.push_back(tokenOf(value.toObject()));
    return tokens;
}

Expected<std::vector<TokenCertificate>> TokenAgent::login(const TokenInfo &token, const Secret &pin)
{
    const auto answer = ask({{QStringLiteral("ask"), QStringLiteral("login")},
                             {QStringLiteral("label"), token.label},
                             {QStringLiteral("serial"), token.serial},
                             {QStringLiteral("pinLength"), static_cast<int>(pin.size())}},
                            m_deadlines.loginMs, &pin);
    if (!answer)
        return fail(answer.error());
    return certificatesOf(*answer);
}

Expected<QByteArray> TokenAgent::sign(const QByteArray &certificateDer, const QByteArray &digest,
                                      const Secret *pin)
{
    const auto answer =
        ask({{QStringLiteral("ask"), QStringLiteral("sign")},
             {QStringLiteral("certificate"), base64(certificateDer)},
             {QStringLiteral("digest"), base64(digest)},
             {QStringLiteral("pinLength"), pin != nullptr ? static_cast<int>(pin->size()) : 0}},
            m_deadlines.signMs, pin);
    if (!answer)
        return fail(answer.error());
    return fromBase64(answer->value(QLatin1String("signature")));
}

void TokenAgent::logout()
{
    if (m_channel.isRunning())
        (void)ask({{QStringLiteral("ask"), QStringLiteral("logout")}}, m_deadlines.listMs);
}

Expected<std::vector<TokenInfo>> listTokens(const TokenEnvironment &environment)
{
    auto agent = TokenAgent::start(environment);
    if (!agent)
        return fail(agent.error());
    return agent->list();
}

}  // namespace station::signing
