#include "tests/signing/token/token_desk.h"

#include "core/base/durable_file.h"
#include "core/base/worker_channel.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

#include <openssl/pem.h>

#include <map>
#include <memory>

using namespace Qt::StringLiterals;

namespace station::signing {
namespace {

void copyFolder(const QString &from, const QString &to)
{
    QDir().mkpath(to);
    for (const auto &entry :
         QDir(from).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden)) {
        const QString target = to + u'/' + entry.fileName();
        if (entry.isDir())
            copyFolder(entry.filePath(), target);
        else
            REQUIRE(QFile::copy(entry.filePath(), target));
    }
}

QJsonObject answered(WorkerChannel &agent, const QJsonObject &request, const Secret *pin = nullptr)
{
    REQUIRE(agent.send(request));
    if (pin != nullptr)
        REQUIRE(agent.sendSecret(*pin));
    const auto answer = agent.receive(60'000);
    REQUIRE(answer);
    REQUIRE_FALSE(answer->contains("ckr"_L1));
    return *answer;
}

/// Tokens are made once for each kind of key: RSA keys take their time.
QString masterToken(const QString &key)
{
    static std::map<QString, std::unique_ptr<QTemporaryDir>> made;
    auto &folder = made[key];
    if (folder == nullptr) {
        folder = std::make_unique<QTemporaryDir>();
        makeToken(folder->path(), u"Thẻ "_s + key, deskPin, key, [](const QByteArray &publicKey) {
            return QByteArrayList{deskAuthority().certify(publicKey).der(),
                                  deskAuthority().issuer().der()};
        });
    }
    return folder->path();
}

const FixedClock &deskClock()
{
    static const FixedClock clock(sampleTimeMs);
    return clock;
}

}  // namespace

void useTokensIn(const QString &folder)
{
    QDir().mkpath(folder + u"/tokens"_s);
    writeFile(folder + u"/softhsm2.conf"_s, "directories.tokendir = " + folder.toUtf8() +
                                                "/tokens\nobjectstore.backend = file\n"
                                                "log.level = ERROR\n");
}

void makeToken(const QString &folder, const QString &label, const QByteArray &pin,
               const QString &key, const Certify &certify)
{
    useTokensIn(folder);
    auto agent =
        WorkerChannel::start(agentProgram(), {u"--setup-training"_s, u"--module"_s, softHsm()},
                             {{u"SOFTHSM2_CONF"_s, folder + u"/softhsm2.conf"_s}});
    REQUIRE(agent);
    const Secret secret(QByteArray(pin.constData(), pin.size()));
    const auto created = answered(*agent,
                                  {{u"ask"_s, u"create"_s},
                                   {u"label"_s, label},
                                   {u"key"_s, key},
                                   {u"pinLength"_s, static_cast<int>(pin.size())}},
                                  &secret);
    QJsonArray certificates;
    for (const auto &der :
         certify(QByteArray::fromBase64(created.value("publicKey"_L1).toString().toLatin1())))
        certificates.append(QString::fromLatin1(der.toBase64()));
    answered(*agent, {{u"ask"_s, u"store"_s}, {u"certificates"_s, certificates}});
}

void importKey(const TokenDesk &desk, const QString &label, const QByteArray &pin, EVP_PKEY *key,
               int id)
{
    const BioHandle output(BIO_new(BIO_s_mem()));
    REQUIRE(PEM_write_bio_PKCS8PrivateKey(output.get(), key, nullptr, nullptr, 0, nullptr,
                                          nullptr) == 1);
    char *text = nullptr;
    const long size = BIO_get_mem_data(output.get(), &text);
    writeFile(desk.file(u"key.pem"_s), QByteArray(text, static_cast<qsizetype>(size)));
    const auto done = runTool(u"env"_s, {u"SOFTHSM2_CONF="_s + desk.file(u"softhsm2.conf"_s),
                                         u"softhsm2-util"_s, u"--import"_s, desk.file(u"key.pem"_s),
                                         u"--token"_s, label, u"--label"_s, u"key"_s, u"--id"_s,
                                         u"%1"_s.arg(id, 2, 16, QLatin1Char('0')), u"--pin"_s,
                                         QString::fromUtf8(pin)});
    INFO(done.output.toStdString());
    REQUIRE(done.exitCode == 0);
}

TokenDesk::TokenDesk(const QString &key) : label(u"Thẻ "_s + key)
{
    copyFolder(masterToken(key) + u"/tokens"_s, file(u"tokens"_s));
    useTokensIn(folder.path());
    environment = {.agentProgram = agentProgram(),
                   .modules = {softHsm()},
                   .variables = {{u"SOFTHSM2_CONF"_s, file(u"softhsm2.conf"_s)}},
                   .clock = &deskClock(),
                   .rules = deskRules()};
    writeFile(file(u"unsigned.pdf"_s), samplePdf());
}

TokenEnvironment TokenDesk::behindShim(const QMap<QString, QString> &orders) const
{
    TokenEnvironment shimmed = environment;
    shimmed.variables.insert(u"SHIM_MODULE"_s, softHsm());
    shimmed.variables.insert(u"SHIM_LOG"_s, file(u"shim.log"_s));
    for (auto order = orders.cbegin(); order != orders.cend(); ++order)
        shimmed.variables.insert(u"SHIM_"_s + order.key(), order.value());
    shimmed.modules = {QStringLiteral(SHIM_MODULE_FILE)};
    return shimmed;
}

Secret TokenDesk::pin() const
{
    return Secret(QByteArray(deskPin.constData(), deskPin.size()));
}

workflow::SignRequest TokenDesk::request(const QString &name) const
{
    return {.sourcePdf = file(u"unsigned.pdf"_s),
            .destinationPdf = file(name),
            .mark = sampleMark(),
            .signedAtMs = sampleTimeMs};
}

qsizetype TokenDesk::calls(const QByteArray &call) const
{
    const auto log = readWhole(file(u"shim.log"_s));
    return log ? ("\n" + *log).count("\n" + call + "\n") : 0;
}

QStringList TokenDesk::leftAtDestination() const
{
    return QDir(file(u"signed"_s)).entryList(QDir::Files | QDir::Hidden);
}

QByteArray clerksCertificate(const std::vector<TokenCertificate> &certificates)
{
    for (const auto &entry : certificates) {
        if (!Certificate::fromDer(entry.der).isAuthority())
            return entry.der;
    }
    FAIL("no certificate of a person");
    return {};
}

TestAuthority &deskAuthority()
{
    static TestAuthority authority;
    return authority;
}

CertificateRules deskRules()
{
    return {.anchors = {deskAuthority().root().der()}, .policy = stationPolicy()};
}

QString softHsm()
{
    for (const auto &folder :
         QDir(u"/usr/lib"_s).entryList({u"*-linux-gnu*"_s}, QDir::Dirs, QDir::Name)) {
        const QString file = u"/usr/lib/%1/softhsm/libsofthsm2.so"_s.arg(folder);
        if (QFileInfo::exists(file))
            return file;
    }
    return u"/usr/lib/softhsm/libsofthsm2.so"_s;
}

QString agentProgram()
{
    return QStringLiteral(STATION_BIN_DIR "/tramsohoa-token-agent");
}

}  // namespace station::signing
