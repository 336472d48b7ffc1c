#include "tests/signing/verify/odd_cms.h"

#include "signing/cms/cms_builder.h"
#include "signing/cms/digest.h"
#include "signing/structure/pdf_file.h"
#include "tests/signing/support/pdf_forge.h"
#include "tests/signing/support/software_signer.h"
#include "tests/support/catch.h"

#include <openssl/ess.h>
#include <openssl/ocsp.h>

#include <map>

namespace station::signing {
namespace {

constexpr unsigned int flags =
    CMS_DETACHED | CMS_BINARY | CMS_PARTIAL | CMS_NOSMIMECAP | CMS_NOCERTS;

void addCertificateName(CMS_SignerInfo *info, const Certificate &certificate)
{
    ESS_SIGNING_CERT_V2 *named =
        OSSL_ESS_signing_cert_v2_new_init(EVP_sha256(), certificate.get(), nullptr, 1);
    unsigned char *der = nullptr;
    const int size = i2d_ESS_SIGNING_CERT_V2(named, &der);
    REQUIRE(CMS_signed_add1_attr_by_NID(info, NID_id_smime_aa_signingCertificateV2, V_ASN1_SEQUENCE,
                                        der, size) == 1);
    OPENSSL_free(der);
    ESS_SIGNING_CERT_V2_free(named);
}

QByteArray attributesOf(const CMS_SignerInfo *info)
{
    QByteArrayList members;
    for (int i = 0; i < CMS_signed_get_attr_count(info); ++i) {
        unsigned char *der = nullptr;
        const int size = i2d_X509_ATTRIBUTE(CMS_signed_get_attr(info, i), &der);
        members.append(QByteArray(reinterpret_cast<const char *>(der), size));
        OPENSSL_free(der);
    }
    return derSetOf(std::move(members));
}

QByteArray signatureOf(EVP_PKEY *key, const EVP_MD *digest, const QByteArray &bytes)
{
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    EVP_DigestSignInit(context, nullptr, digest, nullptr, key);
    const auto *data = reinterpret_cast<const unsigned char *>(bytes.constData());
    QByteArray signature(EVP_PKEY_size(key), '\0');
    auto size = static_cast<std::size_t>(signature.size());
    REQUIRE(EVP_DigestSign(context, reinterpret_cast<unsigned char *>(signature.data()), &size,
                           data, static_cast<std::size_t>(bytes.size())) == 1);
    EVP_MD_CTX_free(context);
    signature.truncate(static_cast<qsizetype>(size));
    return signature;
}

QByteArray wrapped(int tag, const QByteArray &content, int kind = V_ASN1_CONTEXT_SPECIFIC)
{
    QByteArray header(16, '\0');
    auto *end = reinterpret_cast<unsigned char *>(header.data());
    ASN1_put_object(&end, 1, static_cast<int>(content.size()), tag, kind);
    header.truncate(reinterpret_cast<char *>(end) - header.constData());
    return header + content;
}

QByteArray sequence(const QByteArray &content)
{
    return wrapped(V_ASN1_SEQUENCE, content, V_ASN1_UNIVERSAL);
}

/// revocation-values holds BasicOCSPResponse structures, without the envelope.
QByteArray basicOf(const QByteArray &response)
{
    const auto *bytes = reinterpret_cast<const unsigned char *>(response.constData());
    OCSP_RESPONSE *whole = d2i_OCSP_RESPONSE(nullptr, &bytes, static_cast<long>(response.size()));
    OCSP_BASICRESP *basic = OCSP_response_get1_basic(whole);
    unsigned char *der = nullptr;
    const int size = i2d_OCSP_BASICRESP(basic, &der);
    const QByteArray result(reinterpret_cast<const char *>(der), size);
    OPENSSL_free(der);
    OCSP_BASICRESP_free(basic);
    OCSP_RESPONSE_free(whole);
    return result;
}

/// SEQUENCE { [0] SEQUENCE OF CRL, [1] SEQUENCE OF OCSP answer }
QByteArray archiveOf(const OddCms &recipe)
{
    QByteArray answers;
    for (const auto &response : recipe.ocspResponses)
        answers += recipe.archive == OddCms::Archive::Values ? basicOf(response) : response;
    return sequence(wrapped(0, sequence(recipe.crls.join())) + wrapped(1, sequence(answers)));
}

void addSigner(CMS_ContentInfo *cms, const QByteArray &content, const OddCms &recipe)
{
    const Certificate shown = recipe.shown.isNull() ? recipe.signer->certificate : recipe.shown;
    CMS_SignerInfo *info =
        CMS_add1_signer(cms, shown.get(), X509_get0_pubkey(shown.get()), recipe.digest, flags);
    REQUIRE(info != nullptr);
    QByteArray digest = digestOf({content}, recipe.digest);
    if (recipe.wrongDigest)
        digest[0] = static_cast<char>(digest[0] ^ 1);
    if (!recipe.withoutAttributes) {
        CMS_signed_add1_attr_by_NID(
            info, NID_pkcs9_contentType, V_ASN1_OBJECT,
            OBJ_nid2obj(recipe.wrongContentType ? NID_pkcs7_signed : NID_pkcs7_data), -1);
        CMS_signed_add1_attr_by_NID(info, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING,
                                    digest.constData(), static_cast<int>(digest.size()));
        for (int i = 0; i < recipe.certificateNames; ++i)
            addCertificateName(info, recipe.named != nullptr ? recipe.named->certificate : shown);
        if (recipe.signingTime) {
            ASN1_TIME *time = ASN1_TIME_set(nullptr, sampleTimeMs / 1000);
            CMS_signed_add1_attr_by_NID(info, NID_pkcs9_signingTime, time->type, time, -1);
            ASN1_TIME_free(time);
        }
        if (recipe.archive == OddCms::Archive::Adobe) {
            const QByteArray archive = archiveOf(recipe);
            CMS_signed_add1_attr_by_txt(info, "1.2.840.113583.1.1.8", V_ASN1_SEQUENCE,
                                        archive.constData(), static_cast<int>(archive.size()));
        }
    }
    QByteArray signature = signatureOf(recipe.signer->key.get(), recipe.digest,
                                       recipe.withoutAttributes ? content : attributesOf(info));
    if (recipe.forged)
        signature[signature.size() - 1] = static_cast<char>(signature.back() ^ 1);
    ASN1_STRING_set(CMS_SignerInfo_get0_signature(info), signature.constData(),
                    static_cast<int>(signature.size()));
    if (recipe.signatureAlgorithm != 0) {
        X509_ALGOR *algorithm = nullptr;
        CMS_SignerInfo_get0_algs(info, nullptr, nullptr, nullptr, &algorithm);
        X509_ALGOR_set0(algorithm, OBJ_nid2obj(recipe.signatureAlgorithm), V_ASN1_UNDEF, nullptr);
    }
    if (recipe.archive == OddCms::Archive::Values) {
        const QByteArray archive = archiveOf(recipe);
        CMS_unsigned_add1_attr_by_NID(info, NID_id_smime_aa_ets_revocationValues, V_ASN1_SEQUENCE,
                                      archive.constData(), static_cast<int>(archive.size()));
    }
    if (!recipe.stamps)
        return;
    for (const auto &stamp : recipe.stamps(digestOf({signature})))
        CMS_unsigned_add1_attr_by_NID(info, NID_id_smime_aa_timeStampToken, V_ASN1_SEQUENCE,
                                      stamp.constData(), static_cast<int>(stamp.size()));
}

}  // namespace

QByteArray builtCms(const QByteArray &content, const OddCms &recipe)
{
    const CmsHandle cms(CMS_sign(nullptr, nullptr, nullptr, nullptr, flags));
    REQUIRE(cms);
    const QByteArray carried = recipe.encapsulates ? content : recipe.otherContent;
    for (int i = 0; i < recipe.signers; ++i)
        addSigner(cms.get(), carried.isEmpty() ? content : carried, recipe);
    if (!recipe.withoutCertificate)
        CMS_add1_cert(cms.get(), recipe.shown.isNull() ? recipe.signer->certificate.get()
                                                       : recipe.shown.get());
    for (const auto &issuer : recipe.issuers)
        CMS_add1_cert(cms.get(), Certificate::fromDer(issuer).get());
    for (const auto &der :
         recipe.archive == OddCms::Archive::List ? recipe.crls : QByteArrayList()) {
        const auto *bytes = reinterpret_cast<const unsigned char *>(der.constData());
        X509_CRL *crl = d2i_X509_CRL(nullptr, &bytes, static_cast<long>(der.size()));
        CMS_add1_crl(cms.get(), crl);
        X509_CRL_free(crl);
    }
    if (!carried.isEmpty()) {
        CMS_set_detached(cms.get(), 0);
        ASN1_STRING_set(*CMS_get0_content(cms.get()), carried.constData(),
                        static_cast<int>(carried.size()));
    }
    unsigned char *der = nullptr;
    const int size = i2d_CMS_ContentInfo(cms.get(), &der);
    REQUIRE(size > 0);
    const QByteArray built(reinterpret_cast<const char *>(der), size);
    OPENSSL_free(der);
    return built;
}

Hole holeOf(const QByteArray &pdf)
{
    const auto file = PdfFile::read(pdf);
    REQUIRE(file);
    for (std::size_t i = file->revisions().size(); i-- > 0;) {
        for (const auto &[number, object] : file->revisions()[i].objects) {
            if (object.value.value("ByteRange") != nullptr) {
                const PdfObject *contents = object.value.value("Contents");
                return {contents->begin + 1, contents->end - 1};
            }
        }
    }
    FAIL("no signature");
    return {};
}

QByteArray signedContent(const QByteArray &pdf)
{
    const Hole hole = holeOf(pdf);
    return pdf.left(hole.begin - 1) + pdf.mid(hole.end + 1);
}

QByteArray refilled(QByteArray pdf, const QByteArray &der)
{
    const Hole hole = holeOf(pdf);
    REQUIRE(der.size() * 2 <= hole.end - hole.begin);
    return pdf.replace(hole.begin, hole.end - hole.begin,
                       der.toHex().leftJustified(hole.end - hole.begin, '0'));
}

QByteArray openSignature(int reserveBytes)
{
    return "/ByteRange [0 0000000000 0000000000 0000000000] /Contents <" +
           QByteArray(2 * reserveBytes, '0') + ">";
}

QByteArray sealed(QByteArray pdf, const std::function<QByteArray(const QByteArray &)> &make)
{
    const Hole hole = holeOf(pdf);
    const qsizetype at = pdf.lastIndexOf("[0 0000000000", hole.begin);
    REQUIRE(at > 0);
    const auto digits = [](qsizetype number) {
        return QByteArray::number(number).leftJustified(10, ' ');
    };
    const QByteArray range = "[0 " + digits(hole.begin - 1) + ' ' + digits(hole.end + 1) + ' ' +
                             digits(pdf.size() - hole.end - 1) + ']';
    pdf.replace(at, range.size(), range);
    return refilled(pdf, make(signedContent(pdf)));
}

QByteArray signedForge(const OddCms &recipe, qsizetype streamBytes)
{
    const RawObjects objects{
        {1, "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [5 0 R] /SigFlags 3 >> >>"},
        {2, "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>"},
        {3, "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << >> /Annots [5 0 R] >>"},
        {4, rawStream(QByteArray(streamBytes, 'q'))},
        {5, "<< /Type /Annot /Subtype /Widget /FT /Sig /T (First) /V 6 0 R /Rect [0 0 0 0] >>"},
        {6, "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /" + recipe.subFilter + ' ' +
                openSignature() + " /M (D:20260302091500+07'00') >>"},
        {7, "<< /Producer (Forge) >>"},
    };
    return sealed(forgedPdf(objects),
                  [&](const QByteArray &content) { return builtCms(content, recipe); });
}

QByteArray holeBytes(const QByteArray &pdf)
{
    const Hole hole = holeOf(pdf);
    return QByteArray::fromHex(pdf.mid(hole.begin, hole.end - hole.begin));
}

QByteArray signedOddly(const OddCms &recipe, qint64 signedAtMs)
{
    static const SoftwareSigner placeholder;
    static std::map<qint64, QByteArray> prepared;
    auto [known, isNew] = prepared.try_emplace(signedAtMs);
    if (isNew)
        known->second = signedWith(placeholder.identity(), samplePdf(), sampleMark(), signedAtMs);
    return refilled(known->second, builtCms(signedContent(known->second), recipe));
}

}  // namespace station::signing
