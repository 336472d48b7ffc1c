#pragma once

#include <QByteArrayList>

#include <openssl/cms.h>

namespace station::signing {

/// Revocation answers that travel inside a CMS, DER each.
struct EmbeddedRevocation {
    QByteArrayList ocspResponses{};  ///< Whole OCSPResponse structures.
    QByteArrayList crls{};
};

/// From the message's own list, from revocation-values (EN 319 122-1 A.1.2.2)
/// and from Adobe's adbe-revocationInfoArchival. What cannot be read is left out.
EmbeddedRevocation embeddedRevocation(CMS_ContentInfo *cms, CMS_SignerInfo *signer);

}  // namespace station::signing
