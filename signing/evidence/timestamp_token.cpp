#include "signing/evidence/timestamp_token.h"

#include "signing/cms/digest.h"
#include "signing/evidence/der_reading.h"

#include <openssl/err.h>
#include <openssl/ess.h>
#include <openssl/ts.h>

#include <algorithm>

namespace station::signing {
namespace {

constexpr qsizetype mostTokenBytes = 1024 * 1024;
constexpr int mostCertificates = 32;
constexpr int mostNonceBytes = 64;

/// One token under the rules of RFC 3161 2.4.2 and RFC 5652. Each step gives the
/// rule that is broken, or nothing.
class TokenReading {
public:
    Expected<TimestampToken> run(const QByteArray &der);

private:
    QString parse(const QByteArray &der);
    QString readInfo();
    QString findSigner();
    QString checkAttributes();
    QString checkNamedCertificate();
    /// The only value of a signed attribute that must occur once with one value.
    const ASN1_TYPE *single(int nid) const;

    TimestampToken m_token{};
    CmsHandle m_cms{};
    CMS_SignerInfo *m_signer = nullptr;
    QByteArray m_content{};
    std::vector<X509Handle> m_others{};
};

QString TokenReading::parse(const QByteArray &der)
{
    if (der.isEmpty() || der.size() > mostTokenBytes)
        return QStringLiteral("token size");
    const auto *begin = reinterpret_cast<const unsigned char *>(der.constData());
    const auto *bytes = begin;
    const auto *end = begin + der.size();
    // An indefinite length would leave open where the token ends.
    if (contentOf(der).isEmpty())
        return QStringLiteral("token is no DER");
    m_cms.reset(d2i_CMS_ContentInfo(nullptr, &bytes, static_cast<long>(der.size())));
    if (!m_cms || OBJ_obj2nid(CMS_get0_type(m_cms.get())) != NID_pkcs7_signed)
        return QStringLiteral("token is no SignedData");
    if (std::any_of(bytes, end, [](unsigned char byte) { return byte != 0; }))
        return QStringLiteral("bytes after the token");
    m_token.der = der.left(bytes - begin);
    ASN1_OCTET_STRING **content = CMS_get0_content(m_cms.get());
    if (OBJ_obj2nid(CMS_get0_eContentType(m_cms.get())) != NID_id_smime_ct_TSTInfo ||
        content == nullptr || *content == nullptr)
        return QStringLiteral("token holds no TSTInfo");
    m_content = bytesOf(*content);
    return {};
}

QString TokenReading::readInfo()
{
    const auto info = exactly<d2i_TS_TST_INFO, TS_TST_INFO_free>(m_content);
    if (!info || TS_TST_INFO_get_version(info.get()) != 1)
        return QStringLiteral("TSTInfo unreadable");
    for (int i = 0; i < TS_TST_INFO_get_ext_count(info.get()); ++i) {
        if (X509_EXTENSION_get_critical(TS_TST_INFO_get_ext(info.get(), i)) != 0)
            return QStringLiteral("TSTInfo has an unknown critical extension");
    }

    const ASN1_GENERALIZEDTIME *time = TS_TST_INFO_get_time(info.get());
    m_token.timeMs = msOf(time);
    if (m_token.timeMs <= 0 || !bytesOf(time).endsWith('Z'))
        return QStringLiteral("genTime unreadable");
    m_token.serial = hexOf(TS_TST_INFO_get_serial(info.get()));

    TS_MSG_IMPRINT *imprint = TS_TST_INFO_get_msg_imprint(info.get());
    const EVP_MD *digest = acceptedDigest(TS_MSG_IMPRINT_get_algo(imprint));
    if (digest == nullptr)
        return QStringLiteral("imprint digest too weak or unknown");
    m_token.digest = EVP_MD_get_type(digest);
    m_token.imprint = bytesOf(TS_MSG_IMPRINT_get_msg(imprint));
    if (m_token.imprint.size() != EVP_MD_get_size(digest))
        return QStringLiteral("imprint length");
    if (const ASN1_INTEGER *nonce = TS_TST_INFO_get_nonce(info.get()); nonce != nullptr) {
        m_token.nonce = contentOf(nonce);
        if (m_token.nonce.isEmpty() || m_token.nonce.size() > mostNonceBytes)
            return QStringLiteral("nonce length");
    }
    return {};
}

QString TokenReading::findSigner()
{
    STACK_OF(CMS_SignerInfo) *signers = CMS_get0_SignerInfos(m_cms.get());
    if (sk_CMS_SignerInfo_num(signers) != 1)
        return QStringLiteral("%1 signers").arg(sk_CMS_SignerInfo_num(signers));
    m_signer = sk_CMS_SignerInfo_value(signers, 0);

    STACK_OF(X509) *certificates = CMS_get1_certs(m_cms.get());
    const int count = sk_X509_num(certificates);
    for (int i = 0; i < qMin(count, mostCertificates); ++i) {
        X509 *certificate = sk_X509_value(certificates, i);
        X509_up_ref(certificate);
        Certificate held{X509Handle(certificate)};
        m_token.certificates.append(held.der());
        if (m_token.authority.isNull() && CMS_SignerInfo_cert_cmp(m_signer, certificate) == 0) {
            CMS_SignerInfo_set1_signer_cert(m_signer, certificate);
            m_token.authority = std::move(held);
        } else {
            X509_up_ref(certificate);
            m_others.emplace_back(certificate);
        }
    }
    sk_X509_pop_free(certificates, X509_free);
    if (count > mostCertificates)
        return QStringLiteral("%1 certificates").arg(count);
    return {};
}

const ASN1_TYPE *TokenReading::single(int nid) const
{
    const int index = CMS_signed_get_attr_by_NID(m_signer, nid, -1);
    X509_ATTRIBUTE *attribute = index >= 0 ? CMS_signed_get_attr(m_signer, index) : nullptr;
    if (attribute == nullptr || CMS_signed_get_attr_by_NID(m_signer, nid, index) >= 0 ||
        X509_ATTRIBUTE_count(attribute) != 1)
        return nullptr;
    return X509_ATTRIBUTE_get0_type(attribute, 0);
}

QString TokenReading::checkAttributes()
{
    const ASN1_TYPE *type = single(NID_pkcs9_contentType);
    if (type == nullptr || type->type != V_ASN1_OBJECT ||
        OBJ_obj2nid(type->value.object) != NID_id_smime_ct_TSTInfo)
        return QStringLiteral("contentType attribute");

    X509_ALGOR *digestAlgorithm = nullptr;
    X509_ALGOR *signatureAlgorithm = nullptr;
    CMS_SignerInfo_get0_algs(m_signer, nullptr, nullptr, &digestAlgorithm, &signatureAlgorithm);
    const EVP_MD *digest = acceptedDigest(digestAlgorithm);
    const ASN1_OBJECT *name = nullptr;
    X509_ALGOR_get0(&name, nullptr, nullptr, signatureAlgorithm);
    // A bare rsaEncryption takes the digest above.
    if (digest == nullptr ||
        (OBJ_obj2nid(name) != NID_rsaEncryption && !isAcceptedSignature(signatureAlgorithm)))
        return QStringLiteral("digest of the signature too weak or unknown");
    const ASN1_TYPE *value = single(NID_pkcs9_messageDigest);
    if (value == nullptr || value->type != V_ASN1_OCTET_STRING ||
        bytesOf(value->value.octet_string) != digestOf({m_content}, digest))
        return QStringLiteral("messageDigest differs");
    return {};
}

QString TokenReading::checkNamedCertificate()
{
    // Version 1 names by SHA-1. Whoever abuses that needs a second preimage of the
    // authority's certificate, and RFC 5816 still allows it: many authorities send both.
    const auto decoded = [this](int nid) -> QByteArray {
        const ASN1_TYPE *value = single(nid);
        return value != nullptr && value->type == V_ASN1_SEQUENCE ? bytesOf(value->value.sequence)
                                                                  : QByteArray();
    };
    const auto first = exactly<d2i_ESS_SIGNING_CERT, ESS_SIGNING_CERT_free>(
        decoded(NID_id_smime_aa_signingCertificate));
    const auto second = exactly<d2i_ESS_SIGNING_CERT_V2, ESS_SIGNING_CERT_V2_free>(
        decoded(NID_id_smime_aa_signingCertificateV2));
    STACK_OF(X509) *chain = sk_X509_new_null();
    sk_X509_push(chain, m_token.authority.get());  // has to be named first
    for (const auto &certificate : m_others)
        sk_X509_push(chain, certificate.get());
    const bool matches =
        (first || second) && OSSL_ESS_check_signing_certs(first.get(), second.get(), chain, 0) > 0;
    sk_X509_free(chain);
    return matches ? QString() : QStringLiteral("signing-certificate names another certificate");
}

Expected<TimestampToken> TokenReading::run(const QByteArray &der)
{
    const auto problem = [&]() -> QString {
        if (const QString rule = parse(der); !rule.isEmpty())
            return rule;
        if (const QString rule = readInfo(); !rule.isEmpty())
            return rule;
        if (const QString rule = findSigner(); !rule.isEmpty())
            return rule;
        if (const QString rule = checkAttributes(); !rule.isEmpty())
            return rule;
        if (m_token.authority.isNull())
            return {};
        if (const QString rule = checkNamedCertificate(); !rule.isEmpty())
            return rule;
        // RFC 3161 2.3: timeStamping alone, critical; no other use of the key.
        if (X509_check_purpose(m_token.authority.get(), X509_PURPOSE_TIMESTAMP_SIGN, 0) != 1)
            return QStringLiteral("the signer's certificate is not for time stamps alone");
        if (CMS_SignerInfo_verify(m_signer) != 1)
            return QStringLiteral("signature of the token is wrong");
        return {};
    }();
    ERR_clear_error();
    if (!problem.isEmpty())
        return fail(Fault::ServiceAnswerInvalid, problem);
    return std::move(m_token);
}

}  // namespace

Expected<TimestampToken> readTimestamp(const QByteArray &der)
{
    return TokenReading().run(der);
}

}  // namespace station::signing
