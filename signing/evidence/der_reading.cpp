#include "signing/evidence/der_reading.h"

#include <QDate>
#include <QDateTime>
#include <QTime>

#include <openssl/asn1.h>
#include <openssl/err.h>
#include <openssl/rsa.h>

namespace station::signing {
namespace {

bool isAcceptedDigest(int nid)
{
    return nid == NID_sha256 || nid == NID_sha384 || nid == NID_sha512;
}

int nidOf(const X509_ALGOR *algorithm)
{
    const ASN1_OBJECT *name = nullptr;
    X509_ALGOR_get0(&name, nullptr, nullptr, algorithm);
    return OBJ_obj2nid(name);
}

struct Sizes {
    qsizetype header = 0;  // 0: damaged
    qsizetype content = 0;
};

Sizes sizesOf(const QByteArray &der)
{
    const auto *begin = reinterpret_cast<const unsigned char *>(der.constData());
    const auto *content = begin;
    long length = 0;
    int tag = 0;
    int tagClass = 0;
    const int form =
        ASN1_get_object(&content, &length, &tag, &tagClass, static_cast<long>(der.size()));
    ERR_clear_error();
    // 0x80: damaged; 0x01: indefinite length, which DER does not have.
    return (form & 0x81) != 0 ? Sizes{} : Sizes{content - begin, length};
}

}  // namespace

QByteArray bytesOf(const ASN1_STRING *text)
{
    return {reinterpret_cast<const char *>(ASN1_STRING_get0_data(text)), ASN1_STRING_length(text)};
}

QByteArray contentOf(const QByteArray &der)
{
    return der.mid(sizesOf(der).header, sizesOf(der).content);
}

std::pair<QByteArray, QByteArray> splitFirst(const QByteArray &der)
{
    const auto sizes = sizesOf(der);
    if (sizes.header == 0)
        return {};
    const qsizetype size = sizes.header + sizes.content;
    return {der.left(size), der.mid(size)};
}

QByteArray contentOf(const ASN1_INTEGER *number)
{
    return contentOf(derOf<i2d_ASN1_INTEGER>(number));
}

QString hexOf(const ASN1_INTEGER *number)
{
    BIGNUM *big = ASN1_INTEGER_to_BN(number, nullptr);
    char *text = big != nullptr ? BN_bn2hex(big) : nullptr;
    const QString hex = QString::fromLatin1(text).toLower();
    OPENSSL_free(text);
    BN_free(big);
    return hex;
}

qint64 msOf(const ASN1_TIME *time)
{
    tm parts{};
    if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1)
        return 0;
    const QDateTime seconds(QDate(parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday),
                            QTime(parts.tm_hour, parts.tm_min, parts.tm_sec), Qt::UTC);
    const QByteArray text = bytesOf(time);
    const qsizetype point = text.indexOf('.');
    qint64 fraction = 0;
    for (qsizetype i = 1; point > 0 && i <= 3; ++i) {
        const char digit = point + i < text.size() ? text[point + i] : '0';
        fraction = fraction * 10 + (digit >= '0' && digit <= '9' ? digit - '0' : 0);
    }
    return seconds.toMSecsSinceEpoch() + fraction;
}

const EVP_MD *acceptedDigest(const X509_ALGOR *algorithm)
{
    const int nid = nidOf(algorithm);
    return isAcceptedDigest(nid) ? EVP_get_digestbynid(nid) : nullptr;
}

bool isAcceptedSignature(const X509_ALGOR *algorithm)
{
    int digest = NID_undef;
    int key = NID_undef;
    if (OBJ_find_sigid_algs(nidOf(algorithm), &digest, &key) != 1)
        return false;
    // RSASSA-PSS names its digest in parameters.
    if (digest == NID_undef && key == NID_rsassaPss) {
        int kind = 0;
        const void *value = nullptr;
        X509_ALGOR_get0(nullptr, &kind, &value, algorithm);
        if (kind != V_ASN1_SEQUENCE)
            return false;  // absent parameters mean SHA-1
        const auto parameters = exactly<d2i_RSA_PSS_PARAMS, RSA_PSS_PARAMS_free>(
            bytesOf(static_cast<const ASN1_STRING *>(value)));
        return parameters && parameters->hashAlgorithm != nullptr &&
               acceptedDigest(parameters->hashAlgorithm) != nullptr;
    }
    return isAcceptedDigest(digest);
}

bool hasIssued(const Certificate &issuer, const Certificate &certificate)
{
    const bool issued = !issuer.isNull() && !certificate.isNull() &&
                        X509_check_issued(issuer.get(), certificate.get()) == X509_V_OK &&
                        X509_verify(certificate.get(), X509_get0_pubkey(issuer.get())) == 1;
    ERR_clear_error();
    return issued;
}

}  // namespace station::signing
