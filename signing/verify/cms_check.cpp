#include "signing/verify/cms_check.h"

#include "signing/evidence/der_reading.h"
#include "signing/verify/embedded_revocation.h"

#include <openssl/err.h>
#include <openssl/ess.h>

#include <algorithm>

namespace station::signing {
namespace {

/// More than any real signature carries; a bound for crafted ones.
constexpr qsizetype mostTimestamps = 50;

/// Whether a signature algorithm's own digest and key are those of the signer.
bool isConsistent(const X509_ALGOR *algorithm, int digest, EVP_PKEY *key)
{
    const ASN1_OBJECT *name = nullptr;
    X509_ALGOR_get0(&name, nullptr, nullptr, algorithm);
    int itsDigest = NID_undef;
    int itsKey = NID_undef;
    const int nid = OBJ_obj2nid(name);
    if (nid == NID_rsaEncryption)  // RFC 3370 3.2: the digest stands elsewhere
        itsKey = NID_rsaEncryption;
    else if (OBJ_find_sigid_algs(nid, &itsDigest, &itsKey) != 1)
        return false;
    if (itsDigest != NID_undef && itsDigest != digest)
        return false;
    const int kind = EVP_PKEY_get_base_id(key);
    return kind == EVP_PKEY_type(itsKey) || (itsKey == NID_rsassaPss && kind == EVP_PKEY_RSA);
}

/// One signature's CMS under the rules. Stops where going on makes no sense.
class CmsCheck {
public:
    CmsCheck(const SignedBytes &content, CmsForm form) : m_content(content), m_form(form) {}

    CmsFacts run(const QByteArray &cms);

private:
    void add(const char *code, Verdict severity, const QString &detail = {})
    {
        m_facts.findings.push_back({QString::fromLatin1(code), severity, detail});
    }
    bool parse(const QByteArray &cms);
    bool findSigner();
    void checkContentType();
    void checkDigest();
    void checkCertificateAttribute();
    void checkSignature();
    void collectUnsigned();
    /// The only value of an attribute that must occur once with one value.
    const ASN1_TYPE *single(int nid, const char *code);

    const SignedBytes &m_content;
    CmsForm m_form;
    CmsFacts m_facts{};
    CmsHandle m_cms{};
    CMS_SignerInfo *m_signer = nullptr;
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
        const Certificate held{X509Handle(certificate)};
        if (m_facts.signer.isNull() && CMS_SignerInfo_cert_cmp(m_signer, certificate) == 0) {
            CMS_SignerInfo_set1_signer_cert(m_signer, certificate);
            m_facts.signer = held;
        } else {
            m_facts.certificates.append(held.der());
        }
    }
    sk_X509_pop_free(certificates, X509_free);
    if (m_facts.signer.isNull() || X509_get0_pubkey(m_facts.signer.get()) == nullptr) {
        m_facts.signer = {};
        add("certificate_missing", Verdict::Broken);
        return false;
    }
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

void CmsCheck::checkContentType()
{
    const ASN1_TYPE *type = single(NID_pkcs9_contentType, "content_type");
    if (type != nullptr &&
        (type->type != V_ASN1_OBJECT || OBJ_obj2nid(type->value.object) != NID_pkcs7_data))
        add("content_type", Verdict::Broken);
}

void CmsCheck::checkDigest()
{
    X509_ALGOR *digestAlgorithm = nullptr;
    X509_ALGOR *signatureAlgorithm = nullptr;
    CMS_SignerInfo_get0_algs(m_signer, nullptr, nullptr, &digestAlgorithm, &signatureAlgorithm);
    const ASN1_OBJECT *name = nullptr;
    X509_ALGOR_get0(&name, nullptr, nullptr, digestAlgorithm);
    m_facts.digest = OBJ_obj2nid(name);
    if (!isConsistent(signatureAlgorithm, m_facts.digest, X509_get0_pubkey(m_facts.signer.get())))
        add("algorithm_mismatch", Verdict::Broken);

    const EVP_MD *algorithm = EVP_get_digestbynid(m_facts.digest);
    if (algorithm == nullptr)
        add("weak_digest", Verdict::Broken, QStringLiteral("unknown"));
    const ASN1_TYPE *digest = single(NID_pkcs9_messageDigest, "message_digest");
    if (algorithm != nullptr && digest != nullptr &&
        (digest->type != V_ASN1_OCTET_STRING ||
         bytesOf(digest->value.octet_string) != m_content.digest(algorithm)))
        add("digest_mismatch", Verdict::Broken);
}

void CmsCheck::checkCertificateAttribute()
{
    if (CMS_signed_get_attr_by_NID(m_signer, NID_id_smime_aa_signingCertificate, -1) >= 0) {
        add("signing_certificate", Verdict::Broken, QStringLiteral("version 1 (SHA-1)"));
        return;
    }
    if (m_form == CmsForm::Plain &&
        CMS_signed_get_attr_by_NID(m_signer, NID_id_smime_aa_signingCertificateV2, -1) < 0)
        return;
    const ASN1_TYPE *value = single(NID_id_smime_aa_signingCertificateV2, "signing_certificate");
    if (value == nullptr)
        return;
    const QByteArray der =
        value->type == V_ASN1_SEQUENCE ? bytesOf(value->value.sequence) : QByteArray();
    const auto *bytes = reinterpret_cast<const unsigned char *>(der.constData());
    ESS_SIGNING_CERT_V2 *named =
        d2i_ESS_SIGNING_CERT_V2(nullptr, &bytes, static_cast<long>(der.size()));
    STACK_OF(X509) *chain = sk_X509_new_null();
    std::vector<Certificate> others;
    sk_X509_push(chain, m_facts.signer.get());  // must be named first
    for (const auto &other : m_facts.certificates) {
        others.push_back(Certificate::fromDer(other));
        if (!others.back().isNull())
            sk_X509_push(chain, others.back().get());
    }
    const bool matches =
        named != nullptr && OSSL_ESS_check_signing_certs(nullptr, named, chain, 1) > 0;
    sk_X509_free(chain);
    ESS_SIGNING_CERT_V2_free(named);
    if (!matches)
        add("signing_certificate", Verdict::Broken, QStringLiteral("names another certificate"));
}

void CmsCheck::checkSignature()
{
    if (CMS_signed_get_attr_count(m_signer) <= 0) {
        add("no_signed_attributes", Verdict::Broken);
        return;
    }
    checkContentType();
    checkDigest();
    checkCertificateAttribute();
    // EN 319 142-1: the time of signing is /M of the dictionary, never this attribute.
    if (m_form == CmsForm::Pades &&
        CMS_signed_get_attr_by_NID(m_signer, NID_pkcs9_signingTime, -1) >= 0)
        add("signing_time_attribute", Verdict::Attention);
    if (CMS_SignerInfo_verify(m_signer) != 1)
        add("signature_wrong", Verdict::Broken);
    m_facts.signatureValue = bytesOf(CMS_SignerInfo_get0_signature(m_signer));
}

void CmsCheck::collectUnsigned()
{
    for (int index = -1; (index = CMS_unsigned_get_attr_by_NID(
                              m_signer, NID_id_smime_aa_timeStampToken, index)) >= 0;) {
        X509_ATTRIBUTE *attribute = CMS_unsigned_get_attr(m_signer, index);
        for (int i = 0;
             i < X509_ATTRIBUTE_count(attribute) && m_facts.timestamps.size() < mostTimestamps;
             ++i) {
            const ASN1_TYPE *value = X509_ATTRIBUTE_get0_type(attribute, i);
            m_facts.timestamps.append(
                value->type == V_ASN1_SEQUENCE ? bytesOf(value->value.sequence) : QByteArray());
        }
    }
    EmbeddedRevocation embedded = embeddedRevocation(m_cms.get(), m_signer);
    m_facts.ocspResponses = std::move(embedded.ocspResponses);
    m_facts.crls = std::move(embedded.crls);
}

CmsFacts CmsCheck::run(const QByteArray &cms)
{
    if (parse(cms) && findSigner()) {
        checkSignature();
        collectUnsigned();
    }
    ERR_clear_error();
    return std::move(m_facts);
}

}  // namespace

CmsFacts checkCms(const QByteArray &cms, const SignedBytes &content, CmsForm form)
{
    return CmsCheck(content, form).run(cms);
}

}  // namespace station::signing
