#pragma once

#include "core/base/secret.h"
#include "core/net/http_pool.h"

#include <QByteArray>

namespace station::repository {

/// A request to S3 before it is signed. Names and values are plain; the signer encodes.
struct S3Call {
    QByteArray method = "GET";
    QByteArray host{};  ///< With the port when it is not the usual one.
    QByteArray path = "/";
    net::HttpHeaders query{};
    net::HttpHeaders headers{};
    QByteArray payloadSha256{};  ///< Hexadecimal; of no bytes when there is no body.
};

/// Signs requests with AWS Signature Version 4. Immutable, thread-safe.
class S3Signer {
public:
    S3Signer(QByteArray accessKey, Secret secretKey, QByteArray region, QByteArray service = "s3");

    /// All headers to send but Host: those of the call, the date, the payload's hash (S3 only) and
    /// Authorization.
    net::HttpHeaders sign(const S3Call &call, qint64 nowMs) const;

    /// Path and query as they are signed, for the address.
    static QByteArray target(const S3Call &call);

private:
    QByteArray m_accessKey;
    Secret m_secretKey;
    QByteArray m_region;
    QByteArray m_service;
};

}  // namespace station::repository
