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
    for (int i = 0; i < CMS_signed_get_attr_count(signer); ++i)
        members.append(derOf<i2d_X509_ATTRIBUTE>(CMS_signed_get_attr(signer, i)));
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

namespace {

/// A message that is complete but for the signature.
struct Draft {
    CmsHandle message{};
    CMS_SignerInfo *signer = nullptr;

    Expected<QByteArray> withSignature(const QByteArray &signature) const;
};

Expected<Draft> draft(const QByteArray &contentDigest, const Certificate &certificate,
                      const QByteArrayList &issuers)
{
    const unsigned int flags = CMS_DETACHED | CMS_BINARY | CMS_PARTIAL | CMS_NOSMIMECAP;
    Draft made{.message = CmsHandle(CMS_sign(nullptr, nullptr, nullptr, nullptr, flags))};
    if (!made.message)
        return cmsError("CMS_sign");
    // OpenSSL wants a key object here, uses only its kind and never signs with it.
    made.signer =
        CMS_add1_signer(made.message.get(), certificate.get(), X509_get0_pubkey(certificate.get()),
                        EVP_sha256(), flags | CMS_CADES);
    if (made.signer == nullptr)
        return cmsError("CMS_add1_signer");
    for (const auto &der : issuers) {
        const auto issuer = Certificate::fromDer(der);
        if (!issuer.isNull() && CMS_add1_cert(made.message.get(), issuer.get()) != 1)
            return cmsError("CMS_add1_cert");
    }
    if (CMS_signed_add1_attr_by_NID(made.signer, NID_pkcs9_contentType, V_ASN1_OBJECT,
                                    OBJ_nid2obj(NID_pkcs7_data), -1) != 1 ||
        CMS_signed_add1_attr_by_NID(made.signer, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING,
                                    contentDigest.constData(),
                                    static_cast<int>(contentDigest.size())) != 1)
        return cmsError("CMS_signed_add1_attr_by_NID");
    return made;
}

Expected<QByteArray> Draft::withSignature(const QByteArray &signature) const
{
    if (ASN1_STRING_set(CMS_SignerInfo_get0_signature(signer), signature.constData(),
                        static_cast<int>(signature.size())) != 1)
        return cmsError("ASN1_STRING_set");
    QByteArray encoded = derOf<i2d_CMS_ContentInfo>(message.get());
    if (encoded.isEmpty())
        return cmsError("i2d_CMS_ContentInfo");
    return encoded;
}

}  // namespace

Expected<QByteArray> buildCms(const QByteArray &contentDigest, const Certificate &certificate,
                              const QByteArrayList &issuers, const RawSigner &signer)
{
    const auto message = draft(contentDigest, certificate, issuers);
    if (!message)
        return fail(message.error());
    const QByteArray digest = digestOf({encodedAttributes(message->signer)});
    const auto signature = signer(digest);
    if (!signature)
        return fail(signature.error());
    if (!verifies(certificate, digest, *signature))
        return fail(Fault::SignatureInvalid, QStringLiteral("the token's signature is wrong"));
    return message->withSignature(*signature);
}

Expected<int> largestCms(const Certificate &certificate, const QByteArrayList &issuers)
{
    const QByteArray zeroes(EVP_MD_get_size(EVP_sha256()), '\0');
    const auto message = draft(zeroes, certificate, issuers);
    if (!message)
        return fail(message.error());
    const int largest = EVP_PKEY_get_size(X509_get0_pubkey(certificate.get()));
    const auto encoded = message->withSignature(QByteArray(largest, '\0'));
    if (!encoded)
        return fail(encoded.error());
    return static_cast<int>(encoded->size());
}

bool isCmsOver(const QByteArray &contentDigest, const QByteArray &cms,
               const Certificate &certificate)
{
    const unsigned char *bytes = bytesOf(cms);
    const CmsHandle message(d2i_CMS_ContentInfo(nullptr, &bytes, static_cast<long>(cms.size())));
    const STACK_OF(CMS_SignerInfo) *signers =
        message ? CMS_get0_SignerInfos(message.get()) : nullptr;
    bool good = signers != nullptr && sk_CMS_SignerInfo_num(signers) == 1;
    if (good) {
        CMS_SignerInfo *signer = sk_CMS_SignerInfo_value(signers, 0);
        CMS_SignerInfo_set1_signer_cert(signer, certificate.get());
        const auto *digest = static_cast<const ASN1_OCTET_STRING *>(CMS_signed_get0_data_by_OBJ(
            signer, OBJ_nid2obj(NID_pkcs9_messageDigest), -3, V_ASN1_OCTET_STRING));
        good = digest != nullptr && CMS_SignerInfo_verify(signer) == 1 &&
               QByteArrayView(ASN1_STRING_get0_data(digest), ASN1_STRING_length(digest)) ==
                   QByteArrayView(contentDigest);
    }
    ERR_clear_error();
    return good;
}

}  // namespace station::signing
