#include "signing/demo/training_token.h"

#include "core/base/clock.h"
#include "core/base/durable_file.h"
#include "core/base/secret.h"
#include "core/base/worker_channel.h"
#include "signing/demo/training_pki.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QRandomGenerator>

namespace station::signing {
namespace {

constexpr int setUpMs = 60'000;
constexpr int pinDigits = 8;

QString softHsmModule()
{
    QStringList places{QStringLiteral("/usr/lib/softhsm/libsofthsm2.so")};
    for (const auto &folder :
         QDir(QStringLiteral("/usr/lib"))
             .entryList({QStringLiteral("*-linux-gnu*")}, QDir::Dirs, QDir::Name))
        places.prepend(QStringLiteral("/usr/lib/%1/softhsm/libsofthsm2.so").arg(folder));
    for (const auto &place : places) {
        if (QFileInfo::exists(place))
            return place;
    }
    return {};
}

QByteArray newPin()
{
    QByteArray pin;
    for (int i = 0; i < pinDigits; ++i)
        pin.append(static_cast<char>('0' + QRandomGenerator::system()->bounded(10)));
    return pin;
}

QByteArray fromBase64(const QJsonValue &value)
{
    return QByteArray::fromBase64(value.toString().toLatin1());
}

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

Expected<QJsonObject> answerOf(WorkerChannel &agent, const std::stop_token &stop)
{
    const auto answer = agent.receive(setUpMs, stop);
    if (!answer) {
        agent.kill();
        return fail(stop.stop_requested() ? Fault::Cancelled : Fault::TokenFailed,
                    answer.error().detail);
    }
    if (answer->contains(QLatin1String("ckr")))
        return fail(Fault::TokenFailed, answer->value(QLatin1String("detail")).toString());
    return answer;
}

/// Lets the agent make the token and its key, then gives the key a certificate.
Expected<TrainingPki> fill(const TrainingToken &token, const Secret &pin,
                           const std::stop_token &stop)
{
    const QString program = token.environment.agentProgram.isEmpty()
                                ? helperProgram(QStringLiteral("tramsohoa-token-agent"))
                                : token.environment.agentProgram;
    auto agent =
        WorkerChannel::start(program,
                             {QStringLiteral("--setup-training"), QStringLiteral("--module"),
                              token.environment.modules.first()},
                             token.environment.variables);
    if (!agent)
        return fail(Fault::TokenFailed, agent.error().detail);
    auto sent = agent->send({{QStringLiteral("ask"), QStringLiteral("create")},
                             {QStringLiteral("label"), token.label},
                             {QStringLiteral("pinLength"), static_cast<int>(pin.size())}});
    if (sent)
        sent = agent->sendSecret(pin);
    if (!sent)
        return fail(Fault::TokenFailed, sent.error().detail);
    const auto created = answerOf(*agent, stop);
    if (!created)
        return fail(created.error());
    auto pki = makeTrainingPki(fromBase64(created->value(QLatin1String("publicKey"))),
                               QStringLiteral("Hà Thị Minh Nguyệt"), SystemClock().nowMs());
    if (!pki)
        return pki;
    sent = agent->send(
        {{QStringLiteral("ask"), QStringLiteral("store")},
         {QStringLiteral("certificates"), QJsonArray{base64(pki->clerk), base64(pki->issuer)}}});
    if (!sent)
        return fail(Fault::TokenFailed, sent.error().detail);
    if (const auto stored = answerOf(*agent, stop); !stored)
        return fail(stored.error());
    return pki;
}

}  // namespace

Expected<TrainingToken> setUpTrainingToken(const QString &folder, const QString &agentProgram,
                                           const std::stop_token &stop)
{
    const QString module = softHsmModule();
    if (module.isEmpty())
        return fail(Fault::TokenNotFound, QStringLiteral("SoftHSM is not installed"));
    const QString base = QDir(folder).absolutePath();
    const QString settings = base + QStringLiteral("/softhsm2.conf");
    const QString tokens = base + QStringLiteral("/tokens");
    TrainingToken token{
        .environment = {.agentProgram = agentProgram,
                        .modules = {module},
                        .softTokens = tokens,
                        .variables = {{QStringLiteral("SOFTHSM2_CONF"), settings}}},
        .label = QStringLiteral("Trạm Số hóa tập huấn"),  // 29 of 32 bytes
        .pinFile = base + QStringLiteral("/pin"),
        .trustFolder = base + QStringLiteral("/trust"),
    };
    // The PIN is written last: without it the token is not complete.
    if (QFileInfo::exists(token.pinFile))
        return token;

    QDir(tokens).removeRecursively();
    const QByteArray configuration = "directories.tokendir = " + tokens.toUtf8() +
                                     "\nobjectstore.backend = file\nlog.level = ERROR\n";
    const QByteArray digits = newPin();
    if (const auto made = makeDirectoryDurably(tokens); !made)
        return fail(made.error());
    if (const auto written = writeDurably(settings, configuration); !written)
        return fail(written.error());
    const auto pki = fill(token, Secret(QByteArray(digits.constData(), digits.size())), stop);
    if (!pki)
        return fail(pki.error());
    if (const auto written =
            writeDurably(token.trustFolder + QStringLiteral("/root.pem"), pki->rootPem);
        !written)
        return fail(written.error());
    if (const auto written = writeDurably(token.pinFile, digits); !written)
        return fail(written.error());
    return token;
}

}  // namespace station::signing
