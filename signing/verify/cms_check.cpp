#include "signing/verify/cms_check.h"

#include "signing/cms/certificate.h"
#include "signing/cms/digest.h"

#include <openssl/err.h>
#include <openssl/ess.h>

#include <algorithm>

namespace station::signing {
namespace {

constexpr qint64 clockSlackMs = 5 * 60 * 1000;

const EVP_MD *acceptedDigest(const X509_ALGOR *algorithm)
{
    const ASN1_OBJECT *name = nullptr;
    X509_ALGOR_get0(&name, nullptr, nullptr, algorithm);
    switch (OBJ_obj2nid(name)) {
    case NID_sha256:
        return EVP_sha256();
    case NID_sha384:
        return EVP_sha384();
    case NID_sha512:
        return EVP_sha512();
    default:
        return nullptr;
    }
}

QByteArray bytesOf(const ASN1_STRING *text)
{
    return {reinterpret_cast<const char *>(ASN1_STRING_get0_data(text)), ASN1_STRING_length(text)};
}

/// One signature's CMS under the rules. Stops where going on makes no sense.
class CmsCheck {
public:
    CmsCheck(const QByteArrayList &signedBytes, qint64 signedAtMs, const VerifyContext &context)
        : m_signedBytes(signedBytes), m_signedAtMs(signedAtMs), m_context(context)
    {
    }

    CmsOutcome run(const QByteArray &cms);

private:
    void add(const char *code, Verdict severity, const QString &detail = {})
    {
        m_outcome.findings.push_back({QString::fromLatin1(code), severity, detail});
    }
    bool parse(const QByteArray &cms);
    bool findSigner();
    void checkAttributes();
    void checkCertificateAttribute();
    void checkCertificate();
    void checkChain();
    /// The only value of an attribute that must occur once with one value.
    const ASN1_TYPE *single(int nid, const char *code);

    const QByteArrayList &m_signedBytes;
    qint64 m_signedAtMs;
    const VerifyContext &m_context;
    CmsOutcome m_outcome{};
    CmsHandle m_cms{};
    CMS_SignerInfo *m_signer = nullptr;
    Certificate m_certificate{};
    std::vector<X509Handle> m_others{};
};

bool CmsCheck::parse(const QByteArray &cms)
{
    const auto *bytes = reinterpret_cast<const unsigned char *>(cms.constData());
    const auto *end = bytes + cms.size();
    m_cms.reset(d2i_CMS_ContentInfo(nullptr, &bytes, static_cast<long>(cms.size())));
    if (!m_cms || OBJ_obj2nid(CMS_get0_type(m_cms.get())) != NID_pkcs7_signed) {
        add("cms_unreadable", Verdict::Broken);
        return false;
    }
    // Bytes after the message are not signed; only the reserve's zeros may stand there.
    if (std::any_of(bytes, end, [](unsigned char byte) { return byte != 0; })) {
        add("cms_trailing_bytes", Verdict::Broken);
        return false;
    }
    ASN1_OCTET_STRING **content = CMS_get0_content(m_cms.get());
    if (content == nullptr || *content != nullptr ||
        OBJ_obj2nid(CMS_get0_eContentType(m_cms.get())) != NID_pkcs7_data) {
        add("cms_not_detached", Verdict::Broken);
        return false;
    }
    return true;
}

bool CmsCheck::findSigner()
{
    STACK_OF(CMS_SignerInfo) *signers = CMS_get0_SignerInfos(m_cms.get());
    if (sk_CMS_SignerInfo_num(signers) != 1) {
        add("signer_count", Verdict::Broken, QString::number(sk_CMS_SignerInfo_num(signers)));
        return false;
    }
    m_signer = sk_CMS_SignerInfo_value(signers, 0);

    STACK_OF(X509) *certificates = CMS_get1_certs(m_cms.get());
    for (int i = 0; i < sk_X509_num(certificates); ++i) {
        X509 *certificate = sk_X509_value(certificates, i);
        X509_up_ref(certificate);
        X509Handle held(certificate);
        if (m_certificate.isNull() && CMS_SignerInfo_cert_cmp(m_signer, certificate) == 0) {
            CMS_SignerInfo_set1_signer_cert(m_signer, certificate);
            m_certificate = Certificate(std::move(held));
        } else {
            m_others.push_back(std::move(held));
        }
    }
    sk_X509_pop_free(certificates, X509_free);
    if (m_certificate.isNull()) {
        add("certificate_missing", Verdict::Broken);
        return false;
    }
    m_outcome.signer = m_certificate.commonName();
    m_outcome.serial = m_certificate.serial();
    return true;
}

const ASN1_TYPE *CmsCheck::single(int nid, const char *code)
{
    const int index = CMS_signed_get_attr_by_NID(m_signer, nid, -1);
    X509_ATTRIBUTE *attribute = index >= 0 ? CMS_signed_get_attr(m_signer, index) : nullptr;
    if (attribute == nullptr || CMS_signed_get_attr_by_NID(m_signer, nid, index) >= 0 ||
        X509_ATTRIBUTE_count(attribute) != 1) {
        add(code, Verdict::Broken, QStringLiteral("missing or more than one"));
        return nullptr;
    }
    return X509_ATTRIBUTE_get0_type(attribute, 0);
}

void CmsCheck::checkAttributes()
{
    if (const ASN1_TYPE *type = single(NID_pkcs9_contentType, "content_type");
        type != nullptr &&
        (type->type != V_ASN1_OBJECT || OBJ_obj2nid(type->value.object) != NID_pkcs7_data))
        add("content_type", Verdict::Broken);

    X509_ALGOR *digestAlgorithm = nullptr;
    CMS_SignerInfo_get0_algs(m_signer, nullptr, nullptr, &digestAlgorithm, nullptr);
    const EVP_MD *algorithm = acceptedDigest(digestAlgorithm);
    if (algorithm == nullptr)
        add("weak_digest", Verdict::Broken);
    const ASN1_TYPE *digest = single(NID_pkcs9_messageDigest, "message_digest");
    if (algorithm != nullptr && digest != nullptr &&
        (digest->type != V_ASN1_OCTET_STRING ||
         bytesOf(digest->value.octet_string) != digestOf(m_signedBytes, algorithm)))
        add("digest_mismatch", Verdict::Broken);

    checkCertificateAttribute();
    // EN 319 142-1: the time of signing is /M of the dictionary, never this attribute.
    if (CMS_signed_get_attr_by_NID(m_signer, NID_pkcs9_signingTime, -1) >= 0)
        add("signing_time_attribute", Verdict::Attention);
    if (CMS_SignerInfo_verify(m_signer) != 1)
        add("signature_wrong", Verdict::Broken);
}

void CmsCheck::checkCertificateAttribute()
{
    if (CMS_signed_get_attr_by_NID(m_signer, NID_id_smime_aa_signingCertificate, -1) >= 0) {
        add("signing_certificate", Verdict::Broken, QStringLiteral("version 1 (SHA-1)"));
        return;
    }
    const ASN1_TYPE *value = single(NID_id_smime_aa_signingCertificateV2, "signing_certificate");
    if (value == nullptr)
        return;
    const QByteArray der =
        value->type == V_ASN1_SEQUENCE ? bytesOf(value->value.sequence) : QByteArray();
    const auto *bytes = reinterpret_cast<const unsigned char *>(der.constData());
    ESS_SIGNING_CERT_V2 *named =
        d2i_ESS_SIGNING_CERT_V2(nullptr, &bytes, static_cast<long>(der.size()));
    STACK_OF(X509) *chain = sk_X509_new_null();
    sk_X509_push(chain, m_certificate.get());  // must be named first
    for (const auto &certificate : m_others)
        sk_X509_push(chain, certificate.get());
    const bool matches =
        named != nullptr && OSSL_ESS_check_signing_certs(nullptr, named, chain, 1) > 0;
    sk_X509_free(chain);
    ESS_SIGNING_CERT_V2_free(named);
    if (!matches)
        add("signing_certificate", Verdict::Broken, QStringLiteral("names another certificate"));
}

void CmsCheck::checkCertificate()
{
    if (m_certificate.isAuthority() || !m_certificate.maySign())
        add("key_usage", Verdict::Broken);
    if (!m_certificate.hasStrongKey())
        add("weak_key", Verdict::Broken);
    if (m_signedAtMs > m_context.nowMs + clockSlackMs)
        add("signed_in_future", Verdict::Attention);
    if (m_signedAtMs != 0 && !m_certificate.isValidAt(m_signedAtMs))
        add("certificate_not_valid_then", Verdict::Broken);
    else if (m_context.nowMs > m_certificate.notAfterMs())
        // Without a time stamp nothing proves that the signature is older.
        add("certificate_expired", Verdict::Incomplete);
    else if (m_context.nowMs + clockSlackMs < m_certificate.notBeforeMs())
        add("certificate_not_yet_valid", Verdict::Attention);
}

void CmsCheck::checkChain()
{
    if (m_context.anchors.isEmpty()) {
        add("no_trust_anchors", Verdict::Incomplete);
        return;
    }
    const StoreHandle store(X509_STORE_new());
    for (const auto &der : m_context.anchors) {
        if (const auto anchor = Certificate::fromDer(der); !anchor.isNull())
            X509_STORE_add_cert(store.get(), anchor.get());
    }
    STACK_OF(X509) *others = sk_X509_new_null();
    for (const auto &certificate : m_others)
        sk_X509_push(others, certificate.get());
    const StoreContextHandle check(X509_STORE_CTX_new());
    X509_STORE_CTX_init(check.get(), store.get(), m_certificate.get(), others);
    X509_VERIFY_PARAM *rules = X509_STORE_CTX_get0_param(check.get());
    X509_VERIFY_PARAM_set_flags(rules, X509_V_FLAG_PARTIAL_CHAIN | X509_V_FLAG_X509_STRICT |
                                           X509_V_FLAG_CHECK_SS_SIGNATURE);
    X509_VERIFY_PARAM_set_auth_level(rules, 2);  // no SHA-1, RSA from 2048 bits
    const qint64 at = m_signedAtMs != 0 ? m_signedAtMs : m_context.nowMs;
    X509_VERIFY_PARAM_set_time(rules, static_cast<time_t>(at / 1000));
    if (X509_verify_cert(check.get()) != 1) {
        const int code = X509_STORE_CTX_get_error(check.get());
        // The certificate's own time has been judged above.
        if (code != X509_V_ERR_CERT_HAS_EXPIRED && code != X509_V_ERR_CERT_NOT_YET_VALID)
            add("untrusted", Verdict::Broken,
                QString::fromLatin1(X509_verify_cert_error_string(code)));
        else if (X509_STORE_CTX_get_error_depth(check.get()) > 0)
            add("issuer_not_valid_then", Verdict::Broken);
    }
    sk_X509_free(others);
}

CmsOutcome CmsCheck::run(const QByteArray &cms)
{
    if (parse(cms) && findSigner()) {
        checkAttributes();
        checkCertificate();
        checkChain();
    }
    ERR_clear_error();
    return std::move(m_outcome);
}

}  // namespace

CmsOutcome checkCms(const QByteArray &cms, const QByteArrayList &signedBytes, qint64 signedAtMs,
                    const VerifyContext &context)
{
    return CmsCheck(signedBytes, signedAtMs, context).run(cms);
}

}  // namespace station::signing
