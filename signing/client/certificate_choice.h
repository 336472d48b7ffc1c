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

/// Without `raw`. The authorities on the way up travel along, whether they lie beside the key or
/// among the station's anchors, except for roots, which are the reader's to know.
SigningIdentity identityOf(const CertificateCandidate &chosen,
                           const std::vector<TokenCertificate> &certificates,
                           const TokenEnvironment &environment);

/// By the environment's clock.
qint64 timeIn(const TokenEnvironment &environment);

}  // namespace station::signing
