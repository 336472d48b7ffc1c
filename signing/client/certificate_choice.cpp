#include "signing/client/certificate_choice.h"

#include "signing/evidence/chain.h"

#include <QStringList>

namespace station::signing {
namespace {

QString flawsOf(const CertificateCandidate &candidate)
{
    QStringList names;
    for (const auto flaw : candidate.flaws)
        names << flawName(flaw);
    return names.join(u'+');
}

bool isOnlyRevoked(const CertificateCandidate &candidate)
{
    return candidate.flaws == std::vector{CertificateFlaw::Revoked};
}

}  // namespace

Expected<CertificateCandidate> chosenCertificate(const std::vector<CertificateCandidate> &all,
                                                 const QString &wantedSha256)
{
    std::vector<CertificateCandidate> usable;
    QStringList reasons;
    bool revoked = false;
    for (const auto &candidate : all) {
        if (!wantedSha256.isEmpty() && candidate.sha256 != wantedSha256)
            continue;
        if (candidate.isUsable())
            usable.push_back(candidate);
        reasons << flawsOf(candidate);
        revoked = revoked || isOnlyRevoked(candidate);
    }
    if (usable.size() > 1)
        return fail(Fault::TokenAmbiguous,
                    QStringLiteral("%1 certificates fit").arg(usable.size()));
    if (usable.size() == 1)
        return usable.front();
    if (reasons.isEmpty())
        reasons << QStringLiteral("not on the token");
    return fail(revoked ? Fault::CertificateRevoked : Fault::CertificateUnusable,
                reasons.join(u", "));
}

dossier::Clerk clerkOf(const CertificateCandidate &candidate)
{
    return {.name = candidate.commonName,
            .certificateSerial = candidate.serial,
            .certificateSha256 = candidate.sha256};
}

SigningIdentity identityOf(const CertificateCandidate &chosen,
                           const std::vector<TokenCertificate> &certificates,
                           const TokenEnvironment &environment)
{
    QByteArrayList all;
    for (const auto &entry : certificates)
        all << entry.der;
    const Chain chain = buildChain(chosen.certificate, all, environment.rules.anchors,
                                   timeIn(environment), ChainUse::Signing);
    SigningIdentity identity{.certificate = chosen.certificate, .stampFont = environment.stampFont};
    for (std::size_t i = 1; i < chain.certificates.size(); ++i) {
        if (!chain.certificates[i].isSelfIssued())
            identity.issuers << chain.certificates[i].der();
    }
    return identity;
}

qint64 timeIn(const TokenEnvironment &environment)
{
    return environment.clock != nullptr ? environment.clock->nowMs() : SystemClock().nowMs();
}

}  // namespace station::signing
