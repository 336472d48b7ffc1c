#include "signing/verify/verifier.h"

#include "signing/structure/pdf_file.h"
#include "tests/signing/support/pdf_forge.h"
#include "tests/signing/verify/level_sample.h"
#include "tests/signing/verify/odd_cms.h"
#include "tests/support/catch.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace station::signing {
namespace {

LevelSample &sample()
{
    static LevelSample made;
    return made;
}

/// Made once: every step goes through the disk.
const QByteArray &stamped()
{
    static const QByteArray pdf = sample().t();
    return pdf;
}

const QByteArray &longTerm()
{
    static const QByteArray pdf = sample().lt();
    return pdf;
}

const QByteArray &archived()
{
    static const QByteArray pdf = sample().lta();
    return pdf;
}

VerifyReport judged(const QByteArray &pdf, const VerifyContext &context = sample().trust())
{
    const auto report = verifyPdf(pdf, context);
    REQUIRE(report);
    UNSCOPED_INFO(QJsonDocument(report->toJson()).toJson().toStdString());
    REQUIRE_FALSE(report->signatures.empty());
    return *report;
}

/// The text of the catalog with one more entry, or another one.
RawObjects withCatalog(const QByteArray &pdf, const QByteArray &from, const QByteArray &to)
{
    const auto file = PdfFile::read(pdf);
    const int number = static_cast<int>(file->revisions().back().trailer.value("Root")->integer);
    return {{number, objectText(pdf, number).replace(from, to)}};
}

}  // namespace

TEST_CASE("each level is recognised and stands without a network", "[signing][verify][level]")
{
    VerifyContext context = sample().trust();
    CHECK(judged(sample().b(), context).signatures[0].level == u"B-B"_s);
    CHECK(judged(stamped(), context).signatures[0].level == u"B-T"_s);
    CHECK(judged(stamped(), context).overall == Verdict::Incomplete);  // nobody was asked

    const auto lt = judged(longTerm(), context);
    CHECK(lt.signatures[0].level == u"B-LT"_s);
    CHECK(lt.overall == Verdict::Valid);
    CHECK(lt.openQuestions.empty());

    const auto lta = judged(archived(), context);
    REQUIRE(lta.signatures.size() == 2);
    CHECK(lta.overall == Verdict::Valid);
    CHECK(lta.signatures[0].level == u"B-LTA"_s);
    CHECK_FALSE(lta.signatures[0].isDocumentTimestamp);
    CHECK_FALSE(lta.signatures[0].coversFile);
    CHECK(lta.signatures[1].isDocumentTimestamp);
    CHECK(lta.signatures[1].level.isEmpty());
    CHECK(lta.signatures[1].coversFile);
    CHECK(lta.signatures[1].provenAtMs == sampleTimeMs + 3 * minuteMs);
    CHECK(lta.signatures[1].signer == sample().centre().timestamper().certificate.commonName());
}

TEST_CASE("a copy with long-term proof stays valid when its certificate has long ended",
          "[signing][verify][level]")
{
    LevelSample brief;
    // Eleven years later clerk and authorities have ended; but who renewed in time has proof.
    VerifyContext context = brief.trust(8 * 365 * dayMs);
    CHECK(judged(brief.lta(), context).signatures[0].verdict == Verdict::Valid);
    context = brief.trust(11 * 365 * dayMs);
    const auto late = judged(brief.lta(), context);
    CHECK(late.signatures[0].verdict == Verdict::Incomplete);
    CHECK(late.signatures[1].code == u"timestamp_expired"_s);
}

TEST_CASE("a document time stamp proves a signature that has none of its own",
          "[signing][verify][level]")
{
    const QByteArray pdf =
        sample().withDocumentTimestamp(sample().b(), {.atMs = sampleTimeMs + minuteMs});
    const auto report = judged(pdf);
    CHECK(report.signatures[0].level == u"B-T"_s);
    CHECK(report.signatures[0].provenAtMs == sampleTimeMs + minuteMs);

    const QByteArray proven = sample().withData(pdf, sample().answers());
    CHECK(judged(proven).signatures[0].level == u"B-LT"_s);
    const QByteArray sealed =
        sample().withDocumentTimestamp(proven, {.atMs = sampleTimeMs + 4 * minuteMs});
    CHECK(judged(sealed).signatures[0].level == u"B-LTA"_s);
    CHECK(judged(sealed).overall == Verdict::Valid);
}

TEST_CASE("a store that lacks a piece makes no long-term signature", "[signing][verify][level]")
{
    ValidationData data = sample().answers();
    SECTION("no answer about clerk")
    {
        data.ocspResponses.clear();
        data.crls.removeFirst();
    }
    SECTION("no answer about the issuing authority")
    {
        data.crls.removeLast();
    }
    SECTION("an answer from before the signature whose word has ended")
    {
        const qint64 before = sampleTimeMs - 30 * dayMs;
        data.ocspResponses = {
            sample().centre().ocsp(sample().clerk().certificate,
                                   OcspOptions{.producedAtMs = before, .validForMs = dayMs})};
        data.crls[0] = sample().centre().crl(before, before + dayMs);
    }
    const QByteArray pdf = sample().withData(stamped(), data);
    const auto report = judged(pdf);
    CHECK(report.signatures[0].level == u"B-T"_s);
    CHECK(report.code == u"revocation_unknown"_s);

    // Who has asked today may call it valid, but the file does not carry it.
    VerifyContext context = sample().trust();
    const ValidationData asked = sample().answers();
    context.ocspResponses = asked.ocspResponses;
    context.crls = asked.crls;
    CHECK(judged(pdf, context).overall == Verdict::Valid);
    CHECK(judged(pdf, context).signatures[0].level == u"B-T"_s);
}

TEST_CASE("a document time stamp that was made for another file does not count",
          "[signing][verify][level]")
{
    const QByteArray copied =
        refilled(archived(), holeBytes(sample().withDocumentTimestamp(samplePdf(2), {})));
    const auto report = judged(copied);
    CHECK(report.signatures[0].level == u"B-LT"_s);
    CHECK(report.signatures[0].code == u"later_signature_not_valid"_s);
    CHECK(report.signatures[1].verdict == Verdict::Broken);
    CHECK(report.signatures[1].code == u"digest_mismatch"_s);
    CHECK(report.signatures[1].provenAtMs == 0);
}

TEST_CASE("each way to spoil a document time stamp gets its verdict", "[signing][verify][level]")
{
    const auto [name, options, verdict,
                code] = GENERATE(table<QString, StampOptions, Verdict, QString>({
        {u"over other bytes"_s, {.wrongImprint = true}, Verdict::Broken, u"digest_mismatch"_s},
        {u"forged"_s, {.forged = true}, Verdict::Broken, u"timestamp_invalid"_s},
        {u"for other things"_s, {.wrongPurpose = true}, Verdict::Broken, u"timestamp_invalid"_s},
        {u"by one that had ended"_s,
         {.expiredSigner = true},
         Verdict::Broken,
         u"timestamp_invalid"_s},
        {u"older than what it is over"_s,
         {.atMs = sampleTimeMs - dayMs},
         Verdict::Attention,
         u"timestamp_invalid"_s},
    }));
    INFO(name.toStdString());
    const auto report = judged(sample().withDocumentTimestamp(longTerm(), options));
    const bool isOlder = verdict == Verdict::Attention;
    // A stamp from before the signature's own contradicts that one, not itself.
    const auto &spoiled = report.signatures[isOlder ? 0 : 1];
    CHECK(spoiled.verdict >= verdict);
    if (!isOlder)
        CHECK(spoiled.code == code);
    CHECK(report.signatures[0].level != u"B-LTA"_s);
}

TEST_CASE("a store may grow and never be overwritten", "[signing][verify][level]")
{
    const QByteArray grown = sample().withData(
        archived(), {.ocspResponses = {sample().centre().ocsp(sample().clerk().certificate,
                                                              sampleTimeMs + 9 * minuteMs)}});
    CHECK(judged(grown).overall == Verdict::Valid);
    CHECK(judged(grown).signatures[0].level == u"B-LTA"_s);

    const QByteArray emptied = withRevision(archived(), withCatalog(archived(), "/DSS", "/DSX"));
    CHECK(judged(emptied).overall == Verdict::Broken);
    CHECK(judged(emptied).signatures[0].code == u"changed_after_signing"_s);
}

TEST_CASE("further signatures keep a proven one as it is", "[signing][verify][level]")
{
    const QByteArray twice =
        sample().withDocumentTimestamp(archived(), {.atMs = sampleTimeMs + 30 * minuteMs});
    const auto report = judged(twice);
    CHECK(report.overall == Verdict::Valid);
    REQUIRE(report.signatures.size() == 3);
    CHECK(report.signatures[1].provenAtMs == sampleTimeMs + 3 * minuteMs);
}

/// By hand, for tests/conformance: one copy of each level and the anchor.
TEST_CASE("samples for outside judges", "[.samples]")
{
    const QString folder = qEnvironmentVariable("STATION_SAMPLES");
    REQUIRE_FALSE(folder.isEmpty());
    writeFile(folder + u"/unsigned.pdf"_s, samplePdf());
    writeFile(folder + u"/b.pdf"_s, sample().b());
    writeFile(folder + u"/t.pdf"_s, stamped());
    writeFile(folder + u"/lt.pdf"_s, longTerm());
    writeFile(folder + u"/lta.pdf"_s, archived());
    writeFile(folder + u"/root.der"_s, sample().centre().root().der());
    writeFile(folder + u"/issuer.der"_s, sample().centre().issuer().der());
}

}  // namespace station::signing
