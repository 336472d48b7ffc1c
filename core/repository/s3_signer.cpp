#include "core/repository/s3_signer.h"

#include "core/base/sha256.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <string_view>

namespace station::repository {
namespace {

using Key = std::array<unsigned char, 32>;

Key hmac(std::string_view key, const QByteArray &message)
{
    Key digest{};
    unsigned int size = 0;
    HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()),
         reinterpret_cast<const unsigned char *>(message.constData()),
         static_cast<std::size_t>(message.size()), digest.data(), &size);
    return digest;
}

std::string_view view(const Key &key)
{
    return {reinterpret_cast<const char *>(key.data()), key.size()};
}

/// RFC 3986 as the signature wants it.
QByteArray encoded(const QByteArray &text, const QByteArray &kept = {})
{
    return text.toPercentEncoding(kept);
}

QByteArray canonicalQuery(const net::HttpHeaders &query)
{
    net::HttpHeaders sorted;
    for (const auto &[name, value] : query)
        sorted.emplace_back(encoded(name), encoded(value));
    std::sort(sorted.begin(), sorted.end());
    QByteArray line;
    for (const auto &[name, value] : sorted)
        line += (line.isEmpty() ? "" : "&") + name + '=' + value;
    return line;
}

}  // namespace

S3Signer::S3Signer(QByteArray accessKey, Secret secretKey, QByteArray region, QByteArray service)
    : m_accessKey(std::move(accessKey)), m_secretKey(std::move(secretKey)),
      m_region(std::move(region)), m_service(std::move(service))
{
}

QByteArray S3Signer::target(const S3Call &call)
{
    const QByteArray query = canonicalQuery(call.query);
    return encoded(call.path, "/") + (query.isEmpty() ? QByteArray() : '?' + query);
}

net::HttpHeaders S3Signer::sign(const S3Call &call, qint64 nowMs) const
{
    const auto now = QDateTime::fromMSecsSinceEpoch(nowMs, Qt::UTC);
    const QByteArray stamp = now.toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'")).toLatin1();
    const QByteArray scope = stamp.left(8) + '/' + m_region + '/' + m_service + "/aws4_request";

    net::HttpHeaders headers = call.headers;
    headers.emplace_back("x-amz-date", stamp);
    if (m_service == "s3")
        headers.emplace_back("x-amz-content-sha256", call.payloadSha256);

    net::HttpHeaders sorted{{"host", call.host}};
    for (const auto &[name, value] : headers)
        sorted.emplace_back(name.toLower(), value.simplified());
    std::sort(sorted.begin(), sorted.end());
    QByteArray lines;
    QByteArray names;
    for (const auto &[name, value] : sorted) {
        lines += name + ':' + value + '\n';
        names += (names.isEmpty() ? "" : ";") + name;
    }
    const QByteArray canonical = call.method + '\n' + encoded(call.path, "/") + '\n' +
                                 canonicalQuery(call.query) + '\n' + lines + '\n' + names + '\n' +
                                 call.payloadSha256;
    const QByteArray toSign =
        "AWS4-HMAC-SHA256\n" + stamp + '\n' + scope + '\n' + sha256Hex(canonical).toLatin1();

    QByteArray seed;
    seed.reserve(static_cast<qsizetype>(m_secretKey.size()) + 4);  // leaves no copy behind
    seed.append("AWS4").append(m_secretKey.view().data(),
                               static_cast<qsizetype>(m_secretKey.size()));
    const Secret first(std::move(seed));
    Key key = hmac(first.view(), stamp.left(8));
    for (const auto &part : {m_region, m_service, QByteArray("aws4_request")})
        key = hmac(view(key), part);
    const Key signature = hmac(view(key), toSign);
    OPENSSL_cleanse(key.data(), key.size());

    headers.emplace_back(
        "Authorization",
        "AWS4-HMAC-SHA256 Credential=" + m_accessKey + '/' + scope + ",SignedHeaders=" + names +
            ",Signature=" +
            QByteArray(reinterpret_cast<const char *>(signature.data()), 32).toHex());
    return headers;
}

}  // namespace station::repository
