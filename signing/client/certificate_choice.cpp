#include "signing/client/certificate_choice.h"

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
                           const QString &stampFont)
{
    SigningIdentity identity{.certificate = chosen.certificate, .stampFont = stampFont};
    for (const auto &entry : certificates) {
        const auto certificate = Certificate::fromDer(entry.der);
        if (!certificate.isNull() && certificate.isAuthority() && !certificate.isSelfIssued())
            identity.issuers << entry.der;
    }
    return identity;
}

}  // namespace station::signing
