#pragma once

#include "core/base/expected.h"
#include "signing/cms/certificate.h"

#include <QByteArray>

#include <cstdint>

namespace station::signing {

enum class RevocationState { Good, Revoked, Unknown };

/// What an OCSP response or a CRL says about one certificate. Its own signature
/// has been checked; its freshness is the reader's to judge.
struct RevocationAnswer {
    RevocationState state = RevocationState::Unknown;
    qint64 revokedAtMs = 0;  ///< Of a revoked certificate.
    int reason = -1;         ///< CRLReason of RFC 5280 5.3.1; -1: not stated.
    qint64 thisUpdateMs = 0;
    qint64 nextUpdateMs = 0;  ///< 0: not stated (OCSP: newer answers are always there).
    qint64 producedAtMs = 0;
    bool isOcsp = false;
    bool hasNonce = false;
    Certificate responder{};  ///< Who signed it: the issuer itself or a delegate.
    bool noCheck = false;     ///< The delegate carries id-pkix-ocsp-nocheck.
    QByteArray der{};
};

/// `response` is a whole OCSPResponse. Accepted is one signed by the issuer of
/// `certificate` or by a delegate that the same issuer has certified for
/// OCSPSigning (RFC 6960 4.2.2.2). ServiceAnswerInvalid: damaged, forged, about
/// another certificate, or a refusal; the detail says which. A nonce that was
/// sent has to come back when the answer has one.
Expected<RevocationAnswer> readOcsp(const QByteArray &response, const Certificate &certificate,
                                    const Certificate &issuer, const QByteArray &sentNonce = {});

/// A CRL of the certificate's issuer, complete and direct (no delta, no indirect
/// one, no critical extension that we do not know). A certificate that is not in it is Good.
Expected<RevocationAnswer> readCrl(const QByteArray &crl, const Certificate &certificate,
                                   const Certificate &issuer);

}  // namespace station::signing
