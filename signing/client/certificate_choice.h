#pragma once

#include "core/base/expected.h"
#include "core/dossier/owner.h"
#include "signing/client/certificate_catalog.h"
#include "signing/pades/copy_signing.h"

#include <QString>

#include <vector>

namespace station::signing {

/// The one certificate to sign with: the wanted one (SHA-256, hexadecimal), or else the
/// only usable one. Fails with CertificateUnusable (the detail lists the flaws),
/// CertificateRevoked, TokenAmbiguous.
Expected<CertificateCandidate> chosenCertificate(const std::vector<CertificateCandidate> &all,
                                                 const QString &wantedSha256);

dossier::Clerk clerkOf(const CertificateCandidate &candidate);

/// Without `raw`. All authorities among `certificates` travel along except for roots,
/// which are the reader's to know.
SigningIdentity identityOf(const CertificateCandidate &chosen,
                           const std::vector<TokenCertificate> &certificates,
                           const QString &stampFont);

}  // namespace station::signing
