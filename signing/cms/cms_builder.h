#pragma once

#include "core/base/expected.h"
#include "signing/cms/certificate.h"

#include <QByteArray>
#include <QByteArrayList>

#include <functional>

namespace station::signing {

/// Asks somebody who holds the key for the raw signature of a SHA-256 digest.
using RawSigner = std::function<Expected<QByteArray>(const QByteArray &digest)>;

/// A detached CMS signature as PAdES wants it (EN 319 142-1 table 1): signed
/// attributes contentType, messageDigest and signing-certificate-v2, in DER
/// order, and no signingTime, which OpenSSL's own finalisation always adds.
///
/// `contentDigest` is the SHA-256 of the signed bytes, `issuers` travel along.
/// The raw signature is checked against the certificate before it is embedded:
/// a token may answer with a wrong one and call it a success (SignatureInvalid).
/// Other errors are those of `signer`, or Internal.
Expected<QByteArray> buildCms(const QByteArray &contentDigest, const Certificate &certificate,
                              const QByteArrayList &issuers, const RawSigner &signer);

/// More bytes than `buildCms` can make for this certificate; nobody is asked for a signature.
Expected<int> largestCms(const Certificate &certificate, const QByteArrayList &issuers);

/// Whether `cms`, which may end in zero bytes, is a signature by `certificate` over content with
/// that SHA-256. Whom to trust, and every other rule, is the verifier's to judge.
bool isCmsOver(const QByteArray &contentDigest, const QByteArray &cms,
               const Certificate &certificate);

/// DER SET OF for already encoded members: sorted as octet strings (X.690 11.6).
QByteArray derSetOf(QByteArrayList members);

}  // namespace station::signing
