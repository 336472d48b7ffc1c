#include "signing/verify/verifier.h"

#include "tests/signing/support/sample_pdf.h"
#include "tests/signing/verify/level_sample.h"
#include "tests/support/catch.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace station::signing {
namespace {

LevelSample &sample()
{
    static LevelSample made;
    return made;
}

}  // namespace

TEST_CASE("a report comes through the pipe as it was", "[signing][verify][report]")
{
    const auto pdf = GENERATE(QByteArray("asked"), QByteArray("unasked"), QByteArray("unsigned"));
    const auto report = verifyPdf(pdf == "asked"     ? sample().lta()
                                  : pdf == "unasked" ? sample().t()
                                                     : samplePdf(),
                                  sample().trust());
    REQUIRE(report);
    CHECK(report->openQuestions.empty() == (pdf != "unasked"));
    const QByteArray line = QJsonDocument(report->toWire()).toJson(QJsonDocument::Compact);
    const auto received = VerifyReport::fromWire(QJsonDocument::fromJson(line).object());
    CHECK(received == *report);
}

TEST_CASE("what comes through the pipe damaged is never valid", "[signing][verify][report]")
{
    CHECK(VerifyReport::fromWire({}).overall == Verdict::Unverifiable);
    CHECK(VerifyReport::fromWire({{u"overall"_s, u"VALID"_s}}).overall == Verdict::Unverifiable);
    const QJsonObject odd{{u"overall"_s, 7},
                          {u"signatures"_s, QJsonArray{1, u"x"_s, QJsonObject()}}};
    const auto report = VerifyReport::fromWire(odd);
    REQUIRE(report.signatures.size() == 3);
    CHECK(report.signatures[0].verdict == Verdict::Unverifiable);
}

TEST_CASE("the report for machines names all that is known", "[signing][verify][report]")
{
    const auto report = verifyPdf(sample().lta(), sample().trust());
    REQUIRE(report);
    const QJsonObject json = report->toJson();
    const QJsonValue first = json[u"signatures"_s][0];
    CHECK(first[u"level"_s] == u"B-LTA"_s);
    CHECK(first[u"signedAt"_s] == u"2026-03-02T09:15:00+07:00"_s);
    CHECK(first[u"provenAt"_s] == u"2026-03-02T09:16:00+07:00"_s);
    CHECK(first[u"revocation"_s] == u"good"_s);
    CHECK(first[u"documentTimestamp"_s] == false);
    CHECK(json[u"signatures"_s][1][u"documentTimestamp"_s] == true);
    CHECK(json[u"signatures"_s][1][u"signedAt"_s].isNull());
}

TEST_CASE("a file on the disk is judged like one in memory", "[signing][verify][report]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"copy.pdf"_s);
    const QByteArray pdf = sample().lta();
    writeFile(path, pdf);
    CHECK(verifyPdfFile(path, sample().trust()).value() ==
          verifyPdf(pdf, sample().trust()).value());
}

}  // namespace station::signing
