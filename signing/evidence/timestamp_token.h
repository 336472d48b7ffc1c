#pragma once

#include "core/base/expected.h"
#include "signing/cms/certificate.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QString>

namespace station::signing {

/// What an RFC 3161 time-stamp token says. Nothing here tells whether its
/// authority is trusted: the reader builds its chain.
struct TimestampToken {
    qint64 timeMs = 0;
    QString serial{};  ///< Of the stamp, hexadecimal, lower case.
    int digest = 0;    ///< NID of the imprint's digest.
    QByteArray imprint{};
    QByteArray nonce{};             ///< DER integer content; empty: none.
    Certificate authority{};        ///< The signer's; null when the token does not carry it.
    QByteArrayList certificates{};  ///< All that travel along, DER.
    QByteArray der{};               ///< The token itself, without bytes behind it.
};

/// Reads a token and checks all that needs no trust: one signer, the signature
/// itself, signing-certificate(-v2) names the signer, extended key usage of the
/// signer is timeStamping, alone and critical (RFC 3161 2.3), no SHA-1 as imprint, digest
/// or signature (the first signing-certificate only names by it, which RFC 5816 allows).
/// Without the signer's certificate only what needs none was checked: `authority` is null.
/// `der` may end in zero bytes. Fails with ServiceAnswerInvalid; the detail is the rule.
Expected<TimestampToken> readTimestamp(const QByteArray &der);

}  // namespace station::signing
