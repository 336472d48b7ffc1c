#include "signing/verify/verifier.h"

#include "tests/signing/support/sample_pdf.h"
#include "tests/signing/verify/level_sample.h"
#include "tests/signing/verify/odd_cms.h"
#include "tests/support/catch.h"

#include <QTemporaryDir>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;

namespace station::signing {
namespace {

LevelSample &sample()
{
    static LevelSample made;
    return made;
}

bool isValid(const QByteArray &pdf, const VerifyContext &context)
{
    const auto report = verifyPdf(pdf, context);
    return report && report->overall == Verdict::Valid;
}

/// Whether the bytes are what was signed, whoever signed them.
bool isIntact(const SignatureReport &report)
{
    static const QStringList about{u"digest_mismatch"_s,      u"signature_wrong"_s,
                                   u"byte_range"_s,           u"cms_unreadable"_s,
                                   u"hole_not_hexadecimal"_s, u"dictionary_malformed"_s};
    return std::ranges::none_of(
        report.findings, [](const Finding &finding) { return about.contains(finding.code); });
}

}  // namespace

TEST_CASE("no changed byte under a document time stamp goes unseen", "[signing][verify][mutation]")
{
    const QByteArray good = sample().lta();
    const Hole hole = holeOf(good);
    const VerifyContext context = sample().trust();
    REQUIRE(isValid(good, context));
    QByteArray bad(good.constData(), good.size());
    // The picture's inner bytes are all alike; what was added by signing is tried densely.
    const qsizetype picture = good.indexOf("stream") + 5000;
    const qsizetype afterPicture = good.indexOf("endstream", picture) - 100;
    std::mt19937 dice(7);
    for (qsizetype at = 0; at < bad.size(); ++at) {
        if (at >= picture && at < afterPicture)
            at += 4999;
        else
            at += static_cast<qsizetype>(dice() % 400);
        // The reserve behind the token and what no rule reads may change.
        if (at >= bad.size() || (at >= hole.begin && at < hole.end))
            continue;
        const char before = bad[at];
        bad[at] = static_cast<char>(before ^ (1 << (dice() % 8)));
        if (isValid(bad, context))
            FAIL("byte " << at);
        bad[at] = before;
    }
}

TEST_CASE("no changed byte of the structure goes unseen", "[signing][verify][mutation]")
{
    const QByteArray good = sample().b();
    const Hole hole = holeOf(good);
    // Nothing but the bytes is in question: the clerk's issuer is trusted, and was asked.
    VerifyContext context = sample().trust();
    context.anchors = {sample().centre().issuer().der()};
    context.crls = {sample().centre().crl()};
    REQUIRE(isValid(good, context));
    QByteArray bad(good.constData(), good.size());
    const auto tryAll = [&](qsizetype begin, qsizetype end) {
        for (qsizetype at = begin; at < end; ++at) {
            const char before = bad[at];
            for (const int change : {0x01, 0x20}) {
                bad[at] = static_cast<char>(before ^ change);
                if (isValid(bad, context))
                    FAIL("byte " << at << " of " << bad.size());
            }
            bad[at] = before;
        }
    };
    // Around the hole with the whole dictionary, and every token of the last table and trailer.
    tryAll(hole.begin - 200, hole.begin);
    tryAll(hole.end, hole.end + 150);
    tryAll(good.lastIndexOf("xref\n", good.lastIndexOf("trailer")), good.size() - 1);
}

TEST_CASE("each digit of a signature's value counts", "[signing][verify][mutation]")
{
    const QByteArray good = sample().b();
    const Hole hole = holeOf(good);
    VerifyContext context = sample().trust();
    context.anchors = {sample().centre().issuer().der()};
    context.crls = {sample().centre().crl()};
    // The value, a P-256 signature, ends the message; zeros follow.
    qsizetype end = hole.end;
    while (good.at(end - 1) == '0')
        --end;
    QByteArray bad(good.constData(), good.size());
    for (qsizetype at = end - 120; at < end; ++at) {
        const char before = bad[at];
        bad[at] = before == '7' ? '8' : '7';
        if (isValid(bad, context))
            FAIL("digit " << at);
        bad[at] = before;
    }
    // Upper case is the same message.
    CHECK(isValid(QByteArray(good).replace(hole.begin, hole.end - hole.begin,
                                           good.mid(hole.begin, hole.end - hole.begin).toUpper()),
                  context));
}

TEST_CASE("poppler agrees on which signatures fit their bytes", "[signing][verify][mutation]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"copy.pdf"_s);
    std::mt19937 dice(11);
    const QByteArrayList originals{sample().b(), sample().t(), sample().lt()};
    int intact = 0;
    for (int i = 0; i < 21; ++i) {
        QByteArray pdf = originals[i % 3];
        const Hole hole = holeOf(pdf);
        if (i >= 3) {
            // In the picture, in the mark, in the digits of the signature.
            const qsizetype places[] = {pdf.indexOf("stream") + 3000 + 100 * i, hole.begin - 600,
                                        hole.begin + 100 + 2 * i};
            const qsizetype at = places[i / 3 % 3];
            pdf[at] = static_cast<char>(pdf[at] ^ (i / 3 % 3 == 2 ? 1 : 1 << (dice() % 8)));
        }
        const auto report = verifyPdf(pdf, sample().trust());
        REQUIRE(report);
        writeFile(path, pdf);
        const QString output = runTool(u"pdfsig"_s, {u"-nocert"_s, path}).output;
        INFO(i << ": " << output.toStdString());
        const bool judgesValid = output.contains(u"Signature is Valid"_s);
        const bool ours = !report->signatures.empty() && isIntact(report->signatures[0]);
        intact += ours ? 1 : 0;
        if (ours || report->overall != Verdict::Unverifiable)
            CHECK(ours == judgesValid);
    }
    CHECK(intact >= 3);
    CHECK(intact < 21);
}

}  // namespace station::signing
