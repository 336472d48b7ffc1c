#include "signing/verify/verifier.h"

#include "tests/signing/support/pdf_forge.h"
#include "tests/signing/verify/odd_cms.h"
#include "tests/support/catch.h"

#include <QJsonDocument>

#include <functional>

using namespace Qt::StringLiterals;

namespace station::signing {
namespace {

/// Made once: keys take longer than everything else here.
TestAuthority &authority()
{
    static TestAuthority centre;
    return centre;
}

/// Certificates that nobody can be asked about, so that nothing but the rule in
/// question keeps a signature from being valid.
const IssuedKey &clerk()
{
    static const IssuedKey key = authority().issue({.askable = false});
    return key;
}

const IssuedKey &other()
{
    static const IssuedKey key = authority().issue({.name = u"Hà Thị Khác"_s, .askable = false});
    return key;
}

OddCms goodCms()
{
    return {.signer = &clerk(), .issuers = {authority().issuer().der()}};
}

/// Anchored at the issuing authority, which itself can be asked about.
VerifyContext trust()
{
    VerifyContext context = authority().trust();
    context.anchors = {authority().issuer().der()};
    return context;
}

SignatureReport judged(const QByteArray &pdf, const VerifyContext &context = trust())
{
    const auto report = verifyPdf(pdf, context);
    REQUIRE(report);
    UNSCOPED_INFO(QJsonDocument(report->toJson()).toJson().toStdString());
    REQUIRE(report->signatures.size() == 1);
    CHECK(report->overall == report->signatures[0].verdict);
    return report->signatures[0];
}

}  // namespace

TEST_CASE("a CMS that keeps all rules is valid", "[signing][verify][cms]")
{
    const auto report = judged(signedOddly(goodCms()));
    CHECK(report.verdict == Verdict::Valid);
    CHECK(report.code == u"ok"_s);
    CHECK(report.level == u"B-B"_s);
    CHECK(report.revocation == u"not_askable"_s);
    CHECK(report.certificateEndsMs == clerk().certificate.notAfterMs());
}

TEST_CASE("each rule of the CMS that is broken is named", "[signing][verify][cms]")
{
    using Change = std::function<void(OddCms &)>;
    const auto [name, change, verdict, code] = GENERATE(table<QString, Change, Verdict, QString>({
        {u"two signers"_s, [](OddCms &cms) { cms.signers = 2; }, Verdict::Broken, u"signer_count"_s},
        {u"no signer"_s, [](OddCms &cms) { cms.signers = 0; }, Verdict::Broken, u"signer_count"_s},
        {u"the content inside"_s, [](OddCms &cms) { cms.otherContent = "Quyết định khác"; },
         Verdict::Broken, u"cms_not_detached"_s},
        {u"no signed attributes"_s, [](OddCms &cms) { cms.withoutAttributes = true; },
         Verdict::Broken, u"no_signed_attributes"_s},
        {u"another digest"_s, [](OddCms &cms) { cms.wrongDigest = true; }, Verdict::Broken,
         u"digest_mismatch"_s},
        {u"another content type"_s, [](OddCms &cms) { cms.wrongContentType = true; },
         Verdict::Broken, u"content_type"_s},
        {u"SHA-1"_s, [](OddCms &cms) { cms.digest = EVP_sha1(); }, Verdict::Broken,
         u"weak_digest"_s},
        {u"no signing-certificate"_s, [](OddCms &cms) { cms.certificateNames = 0; },
         Verdict::Broken, u"signing_certificate"_s},
        {u"signing-certificate twice"_s, [](OddCms &cms) { cms.certificateNames = 2; },
         Verdict::Broken, u"signing_certificate"_s},
        {u"signing-certificate of another"_s, [](OddCms &cms) { cms.named = &other(); },
         Verdict::Broken, u"signing_certificate"_s},
        {u"signing time as attribute"_s, [](OddCms &cms) { cms.signingTime = true; },
         Verdict::Attention, u"signing_time_attribute"_s},
        {u"another's certificate shown"_s,
         [](OddCms &cms) {
             cms.shown = other().certificate;
             cms.named = &clerk();
         },
         Verdict::Broken, u"signing_certificate"_s},
        {u"another's certificate shown and named"_s,
         [](OddCms &cms) { cms.shown = other().certificate; }, Verdict::Broken,
         u"signature_wrong"_s},
        {u"no certificate"_s, [](OddCms &cms) { cms.withoutCertificate = true; }, Verdict::Broken,
         u"certificate_missing"_s},
        {u"an algorithm that it was not made with"_s,
         [](OddCms &cms) { cms.signatureAlgorithm = NID_ecdsa_with_SHA384; }, Verdict::Broken,
         u"algorithm_mismatch"_s},
        {u"an algorithm for other keys"_s,
         [](OddCms &cms) { cms.signatureAlgorithm = NID_sha256WithRSAEncryption; },
         Verdict::Broken, u"algorithm_mismatch"_s},
        {u"one bit of the signature"_s, [](OddCms &cms) { cms.forged = true; }, Verdict::Broken,
         u"signature_wrong"_s},
    }));
    INFO(name.toStdString());
    OddCms cms = goodCms();
    change(cms);
    const auto report = judged(signedOddly(cms));
    CHECK(report.verdict == verdict);
    CHECK(report.code == code);
}

TEST_CASE("a signature is only as good as its certificate", "[signing][verify][cms]")
{
    const auto [name, options, verdict,
                code] = GENERATE(table<QString, IssueOptions, Verdict, QString>({
        {u"for key agreement"_s,
         {.keyUsage = "critical,keyAgreement", .askable = false},
         Verdict::Broken,
         u"key_usage"_s},
        {u"an authority"_s, {.authority = true, .askable = false}, Verdict::Broken, u"key_usage"_s},
        {u"for servers"_s,
         {.extendedKeyUsage = "serverAuth", .askable = false},
         Verdict::Broken,
         u"key_usage"_s},
        {u"for mail"_s,
         {.extendedKeyUsage = "emailProtection", .askable = false},
         Verdict::Valid,
         u"ok"_s},
        {u"weak"_s, {.askable = false, .rsaBits = 1024}, Verdict::Broken, u"weak_key"_s},
        {u"not yet valid when it signed"_s,
         {.notBeforeMs = sampleTimeMs + 60'000, .askable = false},
         Verdict::Broken,
         u"certificate_not_valid_then"_s},
        {u"ended when it signed"_s,
         {.notAfterMs = sampleTimeMs - 60'000, .askable = false},
         Verdict::Broken,
         u"certificate_not_valid_then"_s},
        {u"ended since"_s,
         {.notAfterMs = sampleTimeMs + 60'000, .askable = false},
         Verdict::Incomplete,
         u"certificate_expired"_s},
    }));
    INFO(name.toStdString());
    const IssuedKey key = authority().issue(options);
    OddCms cms = goodCms();
    cms.signer = &key;
    const auto report = judged(signedOddly(cms));
    CHECK(report.verdict == verdict);
    CHECK(report.code == code);
}

TEST_CASE("an algorithm is judged by the day", "[signing][verify][cms]")
{
    const IssuedKey key = authority().issue({.askable = false, .rsaBits = 2048});
    OddCms cms = goodCms();
    cms.signer = &key;
    const QByteArray pdf = signedOddly(cms);
    VerifyContext context = trust();
    CHECK(judged(pdf, context).code == u"ok"_s);
    context.nowMs = sampleTimeMs + 2 * 366 * 86'400'000LL;  // in 2028
    CHECK(judged(pdf, context).code == u"algorithm_outgoing"_s);
    CHECK(judged(pdf, context).verdict == Verdict::Attention);
    context.nowMs = sampleTimeMs + 3 * 366 * 86'400'000LL;  // in 2029
    CHECK(judged(pdf, context).code == u"weak_key"_s);
    context.policy = {};
    CHECK(judged(pdf, context).verdict == Verdict::Broken);
}

TEST_CASE("a chain that misses a link is not trusted, wherever the link was lost",
          "[signing][verify][cms]")
{
    OddCms cms = goodCms();
    cms.issuers.clear();
    VerifyContext context = authority().trust();
    const QByteArray pdf = signedOddly(cms);
    CHECK(judged(pdf, context).code == u"untrusted"_s);
    SECTION("who brings the link along heals it")
    {
        context.certificates = {authority().issuer().der()};
        CHECK(judged(pdf, context).code != u"untrusted"_s);
    }
}

TEST_CASE("the report shows the certificate's name and never the file's", "[signing][verify][cms]")
{
    // /Name of the dictionary is the placeholder's, whose CMS has been replaced.
    const IssuedKey key = authority().issue({.name = u"Nguyễn Thị Nguyệt"_s, .askable = false});
    OddCms cms = goodCms();
    cms.signer = &key;
    const QByteArray pdf = signedOddly(cms);
    const auto report = judged(pdf);
    CHECK(report.signer == u"Nguyễn Thị Nguyệt"_s);
    CHECK(report.serial == key.certificate.serial());
}

TEST_CASE("a message that is no signature at all is broken", "[signing][verify][cms]")
{
    const QByteArray good = signedOddly(goodCms());
    CHECK(judged(refilled(good, {})).code == u"cms_unreadable"_s);
    CHECK(judged(refilled(good, QByteArray::fromHex("3003020101"))).code == u"cms_unreadable"_s);
    CHECK(judged(refilled(good, QByteArray(1000, '\x30'))).code == u"cms_unreadable"_s);
    // An envelope around another document: a CMS, but not SignedData.
    const BioHandle text(BIO_new_mem_buf("text", 4));
    const CmsHandle data(CMS_data_create(text.get(), CMS_BINARY));
    unsigned char *der = nullptr;
    const int size = i2d_CMS_ContentInfo(data.get(), &der);
    CHECK(judged(refilled(good, {reinterpret_cast<const char *>(der), size})).code ==
          u"cms_unreadable"_s);
    OPENSSL_free(der);
}

TEST_CASE("an older kind of signature is judged by its own rules and needs a look",
          "[signing][verify][cms]")
{
    OddCms cms = goodCms();
    cms.subFilter = "adbe.pkcs7.detached";
    cms.certificateNames = 0;
    cms.signingTime = true;
    const auto report = judged(signedForge(cms));
    CHECK(report.verdict == Verdict::Attention);
    CHECK(report.code == u"not_pades"_s);
    CHECK(report.findings.size() == 1);
    CHECK(report.level.isEmpty());
    SECTION("a certificate that it names has to be the right one all the same")
    {
        cms.certificateNames = 1;
        cms.named = &other();
        CHECK(judged(signedForge(cms)).code == u"signing_certificate"_s);
    }
    SECTION("PAdES forbids both")
    {
        cms.subFilter = "ETSI.CAdES.detached";
        CHECK(judged(signedForge(cms)).code == u"signing_certificate"_s);
    }
}

TEST_CASE("more signatures than any paper has are not even looked at", "[signing][verify][cms]")
{
    QByteArray fields;
    RawObjects objects{
        {2, "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>"},
        {3, "<< /Type /Page /Parent 2 0 R /Resources << >> >>"},
        {4, "<< /Producer (Forge) >>"},
    };
    for (int i = 0; i < 201; ++i) {
        const QByteArray number = QByteArray::number(i);
        const int field = 10 + 2 * i;
        fields += QByteArray::number(field) + " 0 R ";
        objects[field] =
            "<< /FT /Sig /T (F" + number + ") /V " + QByteArray::number(field + 1) + " 0 R >>";
        objects[field + 1] = "<< /Type /Sig >>";
    }
    objects[1] = "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [" + fields + "] >> >>";
    const auto report = verifyPdf(forgedPdf(objects), trust());
    REQUIRE(report);
    CHECK(report->code == u"structure_unreadable"_s);
    CHECK(report->overall == Verdict::Unverifiable);
}

}  // namespace station::signing
