#include "signing/verify/verifier.h"

#include "tests/signing/support/software_signer.h"
#include "tests/signing/verify/odd_cms.h"
#include "tests/support/catch.h"

#include <QJsonDocument>

#include <openssl/ocsp.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace station::signing {
namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 day = 86'400'000;

TestAuthority &authority()
{
    static TestAuthority centre;
    return centre;
}

/// A clerk whose signature nothing can be said against but what a test brings up.
const IssuedKey &clerk()
{
    static const IssuedKey key = authority().issue();
    return key;
}

OddCms cmsOf(const IssuedKey &key)
{
    return {.signer = &key, .issuers = {authority().issuer().der()}};
}

OddCms stampedCms(const IssuedKey &key, const StampOptions &options = {})
{
    OddCms cms = cmsOf(key);
    cms.stamps = [options](const QByteArray &sha256) -> QByteArrayList {
        return {authority().timestamp(sha256, options)};
    };
    return cms;
}

/// Everything that can be asked has been asked at that time.
VerifyContext allAsked(const IssuedKey &key, qint64 answeredAtMs = sampleTimeMs + 30 * minute)
{
    VerifyContext context = authority().trust();
    context.ocspResponses = {authority().ocsp(key.certificate, answeredAtMs)};
    context.crls = {authority().crl(answeredAtMs, answeredAtMs + 7 * day),
                    authority().rootCrl(answeredAtMs, answeredAtMs + 7 * day)};
    return context;
}

/// An OCSP answer by a responder of our own choice.
QByteArray goodAnswerBy(const IssuedKey &responder, const Certificate &about,
                        const Certificate &issuer)
{
    const auto seconds = [](qint64 ms) { return static_cast<time_t>(ms / 1000); };
    OCSP_BASICRESP *basic = OCSP_BASICRESP_new();
    OCSP_CERTID *id = OCSP_cert_to_id(EVP_sha1(), about.get(), issuer.get());
    ASN1_TIME *from = ASN1_TIME_set(nullptr, seconds(sampleTimeMs));
    ASN1_TIME *to = ASN1_TIME_set(nullptr, seconds(sampleTimeMs + day));
    OCSP_basic_add1_status(basic, id, V_OCSP_CERTSTATUS_GOOD, 0, nullptr, from, to);
    ASN1_GENERALIZEDTIME_set(const_cast<ASN1_GENERALIZEDTIME *>(OCSP_resp_get0_produced_at(basic)),
                             seconds(sampleTimeMs));
    REQUIRE(OCSP_basic_sign(basic, responder.certificate.get(), responder.key.get(), EVP_sha256(),
                            nullptr, OCSP_NOTIME) == 1);
    OCSP_RESPONSE *response = OCSP_response_create(OCSP_RESPONSE_STATUS_SUCCESSFUL, basic);
    unsigned char *bytes = nullptr;
    const int size = i2d_OCSP_RESPONSE(response, &bytes);
    const QByteArray der(reinterpret_cast<const char *>(bytes), size);
    OPENSSL_free(bytes);
    OCSP_RESPONSE_free(response);
    OCSP_BASICRESP_free(basic);
    OCSP_CERTID_free(id);
    ASN1_TIME_free(from);
    ASN1_TIME_free(to);
    return der;
}

struct Judged {
    SignatureReport signature{};
    VerifyReport file{};

    const Finding *finding(const QString &code) const
    {
        const auto found = std::ranges::find(signature.findings, code, &Finding::code);
        return found != signature.findings.end() ? &*found : nullptr;
    }
};

Judged judged(const QByteArray &pdf, const VerifyContext &context)
{
    const auto report = verifyPdf(pdf, context);
    REQUIRE(report);
    UNSCOPED_INFO(QJsonDocument(report->toJson()).toJson().toStdString());
    REQUIRE(report->signatures.size() == 1);
    return {report->signatures[0], *report};
}

}  // namespace

TEST_CASE("a trusted time stamp makes a signature B-T and says when it was there",
          "[signing][verify][trust]")
{
    const auto result = judged(signedOddly(stampedCms(clerk())), allAsked(clerk()));
    CHECK(result.signature.verdict == Verdict::Valid);
    CHECK(result.signature.level == u"B-T"_s);
    CHECK(result.signature.provenAtMs == sampleTimeMs + minute);
    CHECK(result.signature.timestampBy == authority().timestamper().certificate.commonName());
    CHECK_FALSE(result.signature.timestampSerial.isEmpty());
    CHECK(result.signature.revocation == u"good"_s);
    CHECK(result.file.openQuestions.empty());
}

TEST_CASE("what nobody told about revocation is a question, not a guess",
          "[signing][verify][trust]")
{
    const auto result = judged(signedOddly(stampedCms(clerk())), authority().trust());
    CHECK(result.signature.verdict == Verdict::Incomplete);
    CHECK(result.signature.code == u"revocation_unknown"_s);
    CHECK(result.signature.revocation == u"unknown"_s);
    const auto asks = [&](const Certificate &about, const Certificate &issuer) {
        const VerifyReport::Question question{about.der(), issuer.der()};
        return std::ranges::count(result.file.openQuestions, question) == 1;
    };
    CHECK(asks(clerk().certificate, authority().issuer()));
    CHECK(asks(authority().timestamper().certificate, authority().issuer()));
    CHECK(asks(authority().issuer(), authority().root()));
    CHECK(result.file.openQuestions.size() == 3);
}

TEST_CASE("a bad time stamp proves nothing and is named", "[signing][verify][trust]")
{
    static TestAuthority stranger;
    const auto [name, options, severity,
                code] = GENERATE(table<QString, StampOptions, Verdict, QString>({
        {u"over other bytes"_s, {.wrongImprint = true}, Verdict::Attention, u"timestamp_invalid"_s},
        {u"forged"_s, {.forged = true}, Verdict::Attention, u"timestamp_invalid"_s},
        {u"by a certificate for other things"_s,
         {.wrongPurpose = true},
         Verdict::Attention,
         u"timestamp_invalid"_s},
        {u"by a certificate that had ended"_s,
         {.expiredSigner = true},
         Verdict::Attention,
         u"timestamp_invalid"_s},
        {u"without the certificate"_s,
         {.withoutCertificate = true},
         Verdict::Attention,
         u"timestamp_invalid"_s},
        {u"with SHA-1"_s, {.sha1 = true}, Verdict::Attention, u"timestamp_invalid"_s},
        {u"from the future"_s,
         {.atMs = sampleTimeMs + day},
         Verdict::Attention,
         u"timestamp_invalid"_s},
    }));
    INFO(name.toStdString());
    const auto result = judged(signedOddly(stampedCms(clerk(), options)),
                               allAsked(clerk(), sampleTimeMs + 59 * minute));
    REQUIRE(result.finding(code) != nullptr);
    CHECK(result.finding(code)->severity == severity);
    CHECK(result.signature.verdict == severity);
    CHECK(result.signature.provenAtMs == 0);
    CHECK(result.signature.level == u"B-B"_s);

    // A good one beside it is not spoiled by it, and still the bad one is told.
    OddCms both = cmsOf(clerk());
    both.stamps = [options = options](const QByteArray &sha256) -> QByteArrayList {
        return {authority().timestamp(sha256, options), authority().timestamp(sha256)};
    };
    const auto mended = judged(signedOddly(both), allAsked(clerk(), sampleTimeMs + 59 * minute));
    CHECK(mended.signature.level == u"B-T"_s);
    CHECK(mended.finding(code) != nullptr);
}

TEST_CASE("a time stamp by a stranger is not believed", "[signing][verify][trust]")
{
    static TestAuthority stranger;
    OddCms cms = cmsOf(clerk());
    cms.stamps = [](const QByteArray &sha256) -> QByteArrayList {
        return {stranger.timestamp(sha256)};
    };
    const auto result = judged(signedOddly(cms), allAsked(clerk(), sampleTimeMs + 59 * minute));
    CHECK(result.signature.code == u"timestamp_untrusted"_s);
    CHECK(result.signature.verdict == Verdict::Incomplete);
    CHECK(result.signature.level == u"B-B"_s);
}

TEST_CASE("of two time stamps the older counts", "[signing][verify][trust]")
{
    OddCms cms = cmsOf(clerk());
    cms.stamps = [](const QByteArray &sha256) -> QByteArrayList {
        return {authority().timestamp(sha256, {.atMs = sampleTimeMs + 9 * minute}),
                authority().timestamp(sha256, {.atMs = sampleTimeMs + 3 * minute})};
    };
    CHECK(judged(signedOddly(cms), allAsked(clerk())).signature.provenAtMs ==
          sampleTimeMs + 3 * minute);
}

TEST_CASE("the claimed time is held against the proven one", "[signing][verify][trust]")
{
    const OddCms cms = stampedCms(clerk(), {.atMs = sampleTimeMs});
    CHECK(judged(signedOddly(cms, sampleTimeMs + 4 * minute), allAsked(clerk())).signature.code ==
          u"ok"_s);
    const auto later = judged(signedOddly(cms, sampleTimeMs + 6 * minute), allAsked(clerk()));
    CHECK(later.signature.code == u"claimed_time_after_proof"_s);
    CHECK(later.signature.verdict == Verdict::Attention);
}

TEST_CASE("a revoked certificate signs no more, but what is proven older stays",
          "[signing][verify][trust]")
{
    const bool stamped = GENERATE(false, true);
    const qint64 revokedAt = GENERATE(sampleTimeMs - 10 * minute, sampleTimeMs + 20 * minute);
    INFO("stamped " << stamped << ", revoked after " << revokedAt - sampleTimeMs);
    const IssuedKey key = authority().issue();
    authority().revoke(key.certificate, revokedAt);
    const QByteArray pdf = signedOddly(stamped ? stampedCms(key) : cmsOf(key));
    // By OCSP, and by the CRL alone.
    VerifyContext context = allAsked(key);
    if (GENERATE(false, true))
        context.ocspResponses.clear();
    const auto result = judged(pdf, context);
    if (stamped && revokedAt > sampleTimeMs) {
        CHECK(result.signature.verdict == Verdict::Valid);
        CHECK(result.signature.code == u"ok"_s);
        REQUIRE(result.finding(u"revoked_later"_s) != nullptr);
        CHECK(result.finding(u"revoked_later"_s)->severity == Verdict::Valid);
    } else {
        CHECK(result.signature.verdict == Verdict::Broken);
        CHECK(result.signature.code == u"revoked"_s);
        CHECK(result.signature.revocation == u"revoked"_s);
    }
}

TEST_CASE("a revoked issuing authority takes its clerks along", "[signing][verify][trust]")
{
    TestAuthority centre;
    const IssuedKey key = centre.issue();
    centre.revoke(centre.issuer(), sampleTimeMs - day);
    OddCms cms{.signer = &key, .issuers = {centre.issuer().der()}};
    VerifyContext context = centre.trust();
    context.ocspResponses = {centre.ocsp(key.certificate, sampleTimeMs + 30 * minute)};
    context.crls = {centre.rootCrl(sampleTimeMs + 30 * minute, sampleTimeMs + 7 * day)};
    CHECK(judged(signedOddly(cms), context).signature.code == u"revoked"_s);
}

TEST_CASE("an answer that is too old for the proven time answers nothing",
          "[signing][verify][trust]")
{
    const QByteArray pdf = signedOddly(stampedCms(clerk()));
    VerifyContext context = allAsked(clerk());
    // Its word ended an hour before the stamp.
    context.ocspResponses = {authority().ocsp(
        clerk().certificate,
        OcspOptions{.producedAtMs = sampleTimeMs - 60 * minute, .validForMs = 30 * minute})};
    context.crls.removeFirst();
    CHECK(judged(pdf, context).signature.code == u"revocation_unknown"_s);
    // Its word still holds at the stamp's time.
    context.ocspResponses = {authority().ocsp(
        clerk().certificate,
        OcspOptions{.producedAtMs = sampleTimeMs - 60 * minute, .validForMs = 90 * minute})};
    CHECK(judged(pdf, context).signature.revocation == u"good"_s);
    // Later than the stamp is always right: it was good then and still is.
    context.nowMs = sampleTimeMs + 40 * day;
    context.ocspResponses = {
        authority().ocsp(clerk().certificate, OcspOptions{.producedAtMs = sampleTimeMs + 30 * day,
                                                          .validForMs = minute})};
    CHECK(judged(pdf, context).signature.revocation == u"good"_s);
}

TEST_CASE("without proof of time yesterday's answer says nothing about today",
          "[signing][verify][trust]")
{
    const QByteArray pdf = signedOddly(cmsOf(clerk()));
    VerifyContext context = allAsked(clerk());
    CHECK(judged(pdf, context).signature.code == u"ok"_s);
    context.nowMs += 8 * day;
    CHECK(judged(pdf, context).signature.code == u"revocation_unknown"_s);
}

TEST_CASE("a forged answer, or one by somebody without mandate, is no answer",
          "[signing][verify][trust]")
{
    const OcspOptions options =
        GENERATE(OcspOptions{.forged = true}, OcspOptions{.foreignResponder = true},
                 OcspOptions{.unknown = true});
    VerifyContext context = allAsked(clerk());
    context.ocspResponses = {authority().ocsp(clerk().certificate, options)};
    context.crls.removeFirst();
    CHECK(judged(signedOddly(stampedCms(clerk())), context).signature.code ==
          u"revocation_unknown"_s);
}

TEST_CASE("a certificate that ends after a proven signature does no harm",
          "[signing][verify][trust]")
{
    const IssuedKey key = authority().issue({.notAfterMs = sampleTimeMs + 10 * minute});
    VerifyContext context = allAsked(key, sampleTimeMs + 5 * minute);
    const auto proven = judged(signedOddly(stampedCms(key)), context);
    CHECK(proven.signature.verdict == Verdict::Valid);
    SECTION("but only when the proof is older than the end")
    {
        const auto late =
            judged(signedOddly(stampedCms(key, {.atMs = sampleTimeMs + 20 * minute})), context);
        CHECK(late.signature.code == u"certificate_expired"_s);
        CHECK(late.signature.verdict == Verdict::Incomplete);
        CHECK(late.signature.level == u"B-T"_s);
    }
    SECTION("and not without any")
    {
        CHECK(judged(signedOddly(cmsOf(key)), context).signature.code == u"certificate_expired"_s);
    }
}

TEST_CASE("a stamp fades with its authority's certificate", "[signing][verify][trust]")
{
    const QByteArray pdf = signedOddly(stampedCms(clerk()));
    VerifyContext context = allAsked(clerk());
    context.nowMs = authority().timestamper().certificate.notAfterMs() + day;
    const auto result = judged(pdf, context);
    CHECK(result.signature.provenAtMs == 0);
    CHECK(result.finding(u"timestamp_expired"_s) != nullptr);
    CHECK(result.signature.verdict == Verdict::Incomplete);
}

TEST_CASE("a time-stamp authority that lost its key proves nothing any more",
          "[signing][verify][trust]")
{
    TestAuthority centre;
    const IssuedKey key = centre.issue();
    OddCms cms{.signer = &key, .issuers = {centre.issuer().der()}};
    cms.stamps = [&](const QByteArray &sha256) -> QByteArrayList {
        return {centre.timestamp(sha256)};
    };
    const QByteArray pdf = signedOddly(cms);
    const auto [revokedAfter, reason, isProof] = GENERATE(table<qint64, int, bool>({
        {-minute, 4, false},      // before the stamp, whatever the reason
        {10 * minute, 1, false},  // keyCompromise, after it
        {10 * minute, 4, true},   // superseded, after it
    }));
    centre.revoke(centre.timestamper().certificate, sampleTimeMs + revokedAfter, reason);
    VerifyContext context = centre.trust();
    const qint64 answered = sampleTimeMs + 30 * minute;
    context.crls = {centre.crl(answered, answered + 7 * day),
                    centre.rootCrl(answered, answered + 7 * day)};
    const auto result = judged(pdf, context);
    CHECK((result.signature.provenAtMs != 0) == isProof);
    CHECK((result.finding(u"timestamp_invalid"_s) == nullptr) == isProof);
}

TEST_CASE("answers that travel in the signature count wherever they are packed",
          "[signing][verify][trust]")
{
    using Archive = OddCms::Archive;
    const Archive archive = GENERATE(Archive::List, Archive::Adobe, Archive::Values);
    OddCms cms = cmsOf(clerk());
    cms.archive = archive;
    cms.crls = {authority().rootCrl()};
    if (archive == Archive::List)
        cms.crls << authority().crl();
    else
        cms.ocspResponses = {authority().ocsp(clerk().certificate)};
    cms.stamps = [](const QByteArray &sha256) -> QByteArrayList {
        return {authority().timestamp(sha256)};
    };
    VerifyContext context = authority().trust();
    context.crls = {authority().crl()};  // about the time stamp's authority
    const auto result = judged(signedForge(cms), context);
    CHECK(result.signature.verdict == Verdict::Valid);
    CHECK(result.signature.revocation == u"good"_s);
    // Without a /DSS it is no long-term signature, whatever travels along.
    CHECK(result.signature.level == u"B-T"_s);
}

TEST_CASE("after its end no authority speaks about a certificate", "[signing][verify][trust]")
{
    const IssuedKey key = authority().issue({.notAfterMs = sampleTimeMs + 10 * minute});
    const QByteArray pdf = signedOddly(stampedCms(key));
    // Authorities drop ended certificates from their lists: silence is not "good".
    CHECK(judged(pdf, allAsked(key, sampleTimeMs + 30 * minute)).signature.code ==
          u"revocation_unknown"_s);
    CHECK(judged(pdf, allAsked(key, sampleTimeMs + 5 * minute)).signature.code == u"ok"_s);
}

TEST_CASE("a responder that was withdrawn itself is not heard", "[signing][verify][trust]")
{
    TestAuthority centre;
    const IssuedKey key = centre.issue();
    const bool noCheck = GENERATE(false, true);
    const IssuedKey responder = centre.issue({.name = u"Trả lời OCSP"_s,
                                              .keyUsage = "critical,digitalSignature",
                                              .extendedKeyUsage = "OCSPSigning",
                                              .noCheck = noCheck});
    VerifyContext context = centre.trust();
    context.anchors = {centre.issuer().der()};
    context.ocspResponses = {goodAnswerBy(responder, key.certificate, centre.issuer())};
    const QByteArray pdf = signedForge({.signer = &key});
    CHECK(judged(pdf, context).signature.revocation == u"good"_s);
    centre.revoke(responder.certificate, sampleTimeMs - day);
    // This list tells of the responder; for the clerk its word has ended.
    context.crls = {centre.crl(sampleTimeMs - 20 * day, sampleTimeMs - 10 * day)};
    CHECK((judged(pdf, context).signature.revocation == u"good"_s) == noCheck);
}

TEST_CASE("an authority that was not yet there when the document says contradicts it",
          "[signing][verify][trust]")
{
    // The clerk's certificate claims an older day than its issuer's.
    const qint64 early = authority().issuer().notBeforeMs() - day;
    const IssuedKey key = authority().issue({.notBeforeMs = early - day, .askable = false});
    VerifyContext context = authority().trust();
    context.crls = {authority().rootCrl()};
    const auto result = judged(signedOddly(cmsOf(key), early), context);
    CHECK(result.signature.code == u"issuer_not_valid_then"_s);
    CHECK(result.signature.verdict == Verdict::Broken);
}

TEST_CASE("a hold that was lifted does no harm", "[signing][verify][trust]")
{
    constexpr int certificateHold = 6;
    TestAuthority centre;
    const IssuedKey key = centre.issue();
    VerifyContext context = centre.trust();
    context.anchors = {centre.issuer().der()};
    const QByteArray good = centre.ocsp(key.certificate, sampleTimeMs + 40 * minute);
    centre.revoke(key.certificate, sampleTimeMs - day, certificateHold);
    context.ocspResponses = {centre.ocsp(key.certificate, sampleTimeMs + 20 * minute)};
    const QByteArray pdf = signedForge({.signer = &key});
    CHECK(judged(pdf, context).signature.code == u"revoked"_s);
    context.ocspResponses << good;
    CHECK(judged(pdf, context).signature.verdict == Verdict::Valid);
}

}  // namespace station::signing
