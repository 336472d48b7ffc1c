#include "signing/client/token_session.h"

#include "core/base/durable_file.h"
#include "core/base/sha256.h"
#include "signing/cms/cms_builder.h"
#include "signing/pades/durable_copy.h"
#include "signing/pades/pdf_signer.h"
#include "signing/verify/verifier.h"

#include <QFileInfo>

#include <utility>

namespace station::signing {
namespace {

constexpr int reserveWithoutCertificates = 8 * 1024;  // leaves room for a time stamp

/// Why a certificate cannot sign copies; empty when it can.
QString reasonAgainst(const Certificate &certificate, bool hasPrivateKey, qint64 nowMs)
{
    if (certificate.isNull())
        return QStringLiteral("unreadable");
    if (certificate.isAuthority())
        return QStringLiteral("authority");
    if (!hasPrivateKey)
        return QStringLiteral("no private key");
    if (!certificate.maySign())
        return QStringLiteral("key usage");
    if (!certificate.hasStrongKey())
        return QStringLiteral("weak key");
    if (!certificate.isValidAt(nowMs))
        return QStringLiteral("not valid now");
    return {};
}

Expected<TokenInfo> choose(const std::vector<TokenInfo> &tokens, const QString &label)
{
    std::vector<TokenInfo> fitting;
    for (const auto &token : tokens) {
        if (label.isEmpty() || token.label == label)
            fitting.push_back(token);
    }
    if (fitting.size() != 1)
        return fail(Fault::TokenNotFound,
                    QStringLiteral("%1 of %2 tokens fit").arg(fitting.size()).arg(tokens.size()));
    return fitting.front();
}

}  // namespace

TokenSession::TokenSession(TokenAgent agent, QByteArray certificate, QByteArrayList issuers,
                           dossier::Clerk clerk, QString stampFont)
    : m_agent(std::move(agent)), m_certificate(std::move(certificate)),
      m_issuers(std::move(issuers)), m_clerk(std::move(clerk)), m_stampFont(std::move(stampFont))
{
}

TokenSession::~TokenSession()
{
    m_agent.logout();
}

qint64 TokenSession::certificateEndsMs() const
{
    return Certificate::fromDer(m_certificate).notAfterMs();
}

bool TokenSession::asksPinEachTime() const
{
    return false;
}

Expected<std::unique_ptr<TokenSession>> TokenSession::open(const TokenEnvironment &environment,
                                                           const TokenChoice &wanted, Secret pin)
{
    auto agent = TokenAgent::start(environment);
    if (!agent)
        return fail(agent.error());
    const auto tokens = agent->list();
    if (!tokens)
        return fail(tokens.error());
    const auto token = choose(*tokens, wanted.label);
    if (!token)
        return fail(token.error());
    const auto certificates = agent->login(*token, pin);
    if (!certificates)
        return fail(certificates.error());

    const qint64 nowMs =
        environment.clock != nullptr ? environment.clock->nowMs() : SystemClock().nowMs();
    QByteArray chosen;
    QByteArrayList issuers;
    QStringList reasons;
    dossier::Clerk clerk;
    for (const auto &entry : *certificates) {
        const auto certificate = Certificate::fromDer(entry.der);
        const QString reason = reasonAgainst(certificate, entry.hasPrivateKey, nowMs);
        if (reason.isEmpty() && chosen.isEmpty()) {
            chosen = entry.der;
            clerk = {.name = certificate.commonName(),
                     .certificateSerial = certificate.serial(),
                     .certificateSha256 = sha256Hex(entry.der)};
        }
        // The root is the reader's to know.
        if (!certificate.isNull() && certificate.isAuthority() && !certificate.isSelfIssued())
            issuers << entry.der;
        reasons << reason;
    }
    if (chosen.isEmpty())
        return fail(Fault::CertificateUnusable, reasons.join(u", "));
    const QString font =
        environment.stampFont.isEmpty() ? defaultStampFont() : environment.stampFont;
    return std::unique_ptr<TokenSession>(
        new TokenSession(std::move(*agent), chosen, issuers, clerk, font));
}

Expected<workflow::SignedFile> TokenSession::sign(const workflow::SignRequest &request)
{
    if (!m_agent.isRunning())
        return fail(Fault::TokenFailed, QStringLiteral("the session has ended"));
    const auto source = readWhole(request.sourcePdf);
    if (!source)
        return fail(source.error().fault == Fault::FileMissing ? Fault::FileUnreadable
                                                               : source.error().fault,
                    source.error().detail, source.error().subject);

    int reserve = reserveWithoutCertificates + static_cast<int>(m_certificate.size());
    for (const auto &issuer : m_issuers)
        reserve += static_cast<int>(issuer.size());
    const SignatureOptions options{.signer = m_clerk.name,
                                   .mark = request.mark.value_or(workflow::CopyMark{}),
                                   .signedAtMs = request.signedAtMs,
                                   .fontFile = m_stampFont,
                                   .reserveBytes = reserve};
    const auto certificate = Certificate::fromDer(m_certificate);
    const auto result = signedPdf(*source, options, [&](const QByteArray &digest) {
        return buildCms(digest, certificate, m_issuers, [this](const QByteArray &attributes) {
            return m_agent.sign(m_certificate, attributes);
        });
    });
    if (!result) {
        if (result.error().fault == Fault::SignatureInvalid)
            m_agent.stop();
        Error error = result.error();
        error.subject = QFileInfo(request.sourcePdf).fileName();
        return fail(std::move(error));
    }
    // Our own certificate is the anchor: this asks whether the file is intact,
    // not whether somebody else trusts its signer.
    const VerifyContext trust{.anchors = {m_certificate}, .nowMs = request.signedAtMs};
    return keepSignedCopy(*result, request.destinationPdf, trust);
}

}  // namespace station::signing
