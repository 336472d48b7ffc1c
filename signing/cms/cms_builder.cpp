#include "signing/cms/cms_builder.h"

#include "signing/cms/digest.h"

#include <openssl/err.h>

#include <algorithm>
#include <cstring>

namespace station::signing {
namespace {

tl::unexpected<Error> cmsError(const char *call)
{
    const unsigned long code = ERR_get_error();
    ERR_clear_error();
    return fail(Fault::Internal,
                QStringLiteral("%1: %2").arg(QLatin1String(call)).arg(code, 0, 16));
}

const unsigned char *bytesOf(const QByteArray &array)
{
    return reinterpret_cast<const unsigned char *>(array.constData());
}

/// The signed attributes as they are signed: SET OF, not the [0] of the message.
QByteArray encodedAttributes(const CMS_SignerInfo *signer)
{
    QByteArrayList members;
    for (int i = 0; i < CMS_signed_get_attr_count(signer); ++i) {
        unsigned char *der = nullptr;
        const int size = i2d_X509_ATTRIBUTE(CMS_signed_get_attr(signer, i), &der);
        members.append(QByteArray(reinterpret_cast<const char *>(der), qMax(size, 0)));
        OPENSSL_free(der);
    }
    return derSetOf(std::move(members));
}

bool verifies(const Certificate &certificate, const QByteArray &digest, const QByteArray &signature)
{
    EVP_PKEY *key = X509_get0_pubkey(certificate.get());
    const KeyContextHandle context(EVP_PKEY_CTX_new(key, nullptr));
    const bool good =
        EVP_PKEY_verify_init(context.get()) > 0 &&
        EVP_PKEY_CTX_set_signature_md(context.get(), EVP_sha256()) > 0 &&
        EVP_PKEY_verify(context.get(), bytesOf(signature), static_cast<size_t>(signature.size()),
                        bytesOf(digest), static_cast<size_t>(digest.size())) == 1;
    ERR_clear_error();
    return good;
}

}  // namespace

QByteArray derSetOf(QByteArrayList members)
{
    // X.690 11.6: shorter ones count as padded with zero octets; DER encodings of
    // different length differ before that matters, so a plain comparison is right.
    std::sort(members.begin(), members.end());
    const QByteArray content = members.join();
    unsigned char header[8];
    unsigned char *end = header;
    ASN1_put_object(&end, 1, static_cast<int>(content.size()), V_ASN1_SET, V_ASN1_UNIVERSAL);
    return QByteArray(reinterpret_cast<const char *>(header), end - header) + content;
}

Expected<QByteArray> buildCms(const QByteArray &contentDigest, const Certificate &certificate,
                              const QByteArrayList &issuers, const RawSigner &signer)
{
    const unsigned int flags = CMS_DETACHED | CMS_BINARY | CMS_PARTIAL | CMS_NOSMIMECAP;
    const CmsHandle cms(CMS_sign(nullptr, nullptr, nullptr, nullptr, flags));
    if (!cms)
        return cmsError("CMS_sign");
    // OpenSSL wants a key object here, uses only its kind and never signs with it.
    CMS_SignerInfo *info =
        CMS_add1_signer(cms.get(), certificate.get(), X509_get0_pubkey(certificate.get()),
                        EVP_sha256(), flags | CMS_CADES);
    if (info == nullptr)
        return cmsError("CMS_add1_signer");
    for (const auto &der : issuers) {
        const auto issuer = Certificate::fromDer(der);
        if (!issuer.isNull() && CMS_add1_cert(cms.get(), issuer.get()) != 1)
            return cmsError("CMS_add1_cert");
    }
    if (CMS_signed_add1_attr_by_NID(info, NID_pkcs9_contentType, V_ASN1_OBJECT,
                                    OBJ_nid2obj(NID_pkcs7_data), -1) != 1 ||
        CMS_signed_add1_attr_by_NID(info, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING,
                                    contentDigest.constData(),
                                    static_cast<int>(contentDigest.size())) != 1)
        return cmsError("CMS_signed_add1_attr_by_NID");

    const QByteArray digest = digestOf({encodedAttributes(info)});
    const auto signature = signer(digest);
    if (!signature)
        return fail(signature.error());
    if (!verifies(certificate, digest, *signature))
        return fail(Fault::SignatureInvalid, QStringLiteral("the token's signature is wrong"));
    if (ASN1_STRING_set(CMS_SignerInfo_get0_signature(info), signature->constData(),
                        static_cast<int>(signature->size())) != 1)
        return cmsError("ASN1_STRING_set");

    unsigned char *der = nullptr;
    const int size = i2d_CMS_ContentInfo(cms.get(), &der);
    if (size <= 0)
        return cmsError("i2d_CMS_ContentInfo");
    const QByteArray encoded(reinterpret_cast<const char *>(der), size);
    OPENSSL_free(der);
    return encoded;
}

}  // namespace station::signing
