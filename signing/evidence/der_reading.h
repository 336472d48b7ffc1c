#pragma once

#include "signing/cms/certificate.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <type_traits>
#include <utility>

namespace station::signing {

/// Small steps that the readers of tokens, OCSP responses and CRLs share.

/// Decodes exactly one object. Null when the bytes are damaged or more of them follow.
template <auto decode, auto release>
auto exactly(const QByteArray &der)
{
    const auto *bytes = reinterpret_cast<const unsigned char *>(der.constData());
    const auto *end = bytes + der.size();
    auto *object = decode(nullptr, &bytes, static_cast<long>(der.size()));
    std::unique_ptr<std::remove_pointer_t<decltype(object)>, Releaser<release>> handle(object);
    if (bytes != end)
        handle.reset();
    return handle;
}

QByteArray bytesOf(const ASN1_STRING *text);
/// The content of a DER value without its header; empty when there is none.
QByteArray contentOf(const QByteArray &der);
QByteArray contentOf(const ASN1_INTEGER *number);
/// The first value with its header and what follows; both empty when damaged.
std::pair<QByteArray, QByteArray> splitFirst(const QByteArray &der);
/// Lower case hexadecimal, as Certificate::serial().
QString hexOf(const ASN1_INTEGER *number);
/// With the fraction of a GeneralizedTime; 0 when it cannot be read.
qint64 msOf(const ASN1_TIME *time);

/// SHA-256, SHA-384 or SHA-512; null: too weak or unknown.
const EVP_MD *acceptedDigest(const X509_ALGOR *algorithm);
/// The same for the algorithm of a signature over a certificate or an answer.
bool isAcceptedSignature(const X509_ALGOR *algorithm);

/// Whether `issuer` really signed the certificate, names and key.
bool hasIssued(const Certificate &issuer, const Certificate &certificate);

}  // namespace station::signing
