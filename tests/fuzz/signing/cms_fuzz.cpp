// What strangers write into the hole of a signature and into validation data.

#include "signing/verify/verifier.h"
#include "tests/fuzz/mutation.h"
#include "tests/signing/verify/odd_cms.h"
#include "tests/support/catch.h"

#include <QElapsedTimer>

namespace station::signing {
namespace {

using testing::Mutation;

TestAuthority &authority()
{
    static TestAuthority centre;
    return centre;
}

/// Nothing but the certificate that has signed travels along, so a message that
/// is still valid has to hold it and the signature's value as they were.
const IssuedKey &clerk()
{
    static const IssuedKey key = authority().issue();
    return key;
}

OddCms recipe(bool stamped)
{
    OddCms cms{.signer = &clerk()};
    if (stamped)
        cms.stamps = [](const QByteArray &sha256) -> QByteArrayList {
            return {authority().timestamp(sha256)};
        };
    return cms;
}

VerifyContext trust()
{
    VerifyContext context = authority().trust();
    context.anchors = {authority().issuer().der()};
    context.crls = {authority().crl()};
    return context;
}

QByteArrayList words()
{
    return {QByteArray::fromHex("30820000"),
            QByteArray::fromHex("3080"),
            QByteArray::fromHex("0000"),
            QByteArray::fromHex("3084ffffffff"),
            QByteArray::fromHex("a000"),
            QByteArray::fromHex("0400"),
            QByteArray::fromHex("02847fffffff"),
            QByteArray::fromHex("0500"),
            QByteArray::fromHex("06092a864886f70d010702"),
            QByteArray::fromHex("06092a864886f70d010701"),
            QByteArray::fromHex("060960864801650304020"
                                "1"),
            QByteArray::fromHex("06052b0e03021a"),
            "20260302021600Z",
            "99991231235959Z"};
}

/// A fixed number of rounds; with STATION_FUZZ_MINUTES as many as fit, by hand.
template <typename Round>
void repeat(unsigned seed, int rounds, Round round)
{
    const qint64 longMs = qEnvironmentVariableIntValue("STATION_FUZZ_MINUTES") * 60'000LL / 4;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < rounds || timer.elapsed() < longMs; ++i) {
        Mutation mutate(seed + static_cast<unsigned>(i), words());
        round(mutate);
    }
}

SignatureReport judged(const QByteArray &pdf, const VerifyContext &context)
{
    const auto report = verifyPdf(pdf, context);
    REQUIRE(report);
    REQUIRE(report->signatures.size() == 1);
    return report->signatures[0];
}

QByteArray withoutZeros(QByteArray bytes)
{
    while (bytes.endsWith('\0'))
        bytes.chop(1);
    return bytes;
}

}  // namespace

TEST_CASE("a damaged CMS is valid only when nothing that counts is damaged", "[fuzz]")
{
    const QByteArray pdf = signedForge(recipe(false));
    const QByteArray cms = withoutZeros(holeBytes(pdf));
    const VerifyContext context = trust();
    REQUIRE(judged(pdf, context).verdict == Verdict::Valid);
    const QByteArray certificate = clerk().certificate.der();
    const QByteArray value = cms.right(60);  // the end of the signature's value ends the message
    repeat(1, 900, [&](Mutation &mutate) {
        const QByteArray bad = mutate(cms).left(6000);
        const auto report = judged(refilled(pdf, bad), context);
        if (report.verdict != Verdict::Valid)
            return;
        INFO(bad.toHex().toStdString());
        REQUIRE(bad.contains(certificate));
        REQUIRE(bad.contains(value));
        REQUIRE(report.serial == clerk().certificate.serial());
    });
}

TEST_CASE("a damaged time stamp never proves another time", "[fuzz]")
{
    QByteArray token;
    OddCms stamped = recipe(false);
    stamped.stamps = [&](const QByteArray &sha256) -> QByteArrayList {
        token = authority().timestamp(sha256);
        return {token};
    };
    const QByteArray pdf = signedForge(stamped);
    const QByteArray cms = withoutZeros(holeBytes(pdf));
    const VerifyContext context = trust();
    const qint64 provenMs = judged(pdf, context).provenAtMs;
    REQUIRE(provenMs != 0);
    // Changes stay inside of the token: the message around it is whole.
    const qsizetype at = cms.indexOf(token);
    REQUIRE(at > 0);
    int rounds = 0;
    int proven = 0;
    repeat(100'000, 700, [&](Mutation &mutate) {
        const QByteArray bad = mutate(token).leftJustified(token.size(), '\0', true);
        const auto report =
            judged(refilled(pdf, QByteArray(cms).replace(at, token.size(), bad)), context);
        REQUIRE((report.provenAtMs == 0 || report.provenAtMs == provenMs));
        ++rounds;
        proven += report.provenAtMs != 0 && bad != token ? 1 : 0;
    });
    CHECK(proven < rounds / 10);
}

TEST_CASE("a damaged answer never makes a revoked certificate good", "[fuzz]")
{
    static const IssuedKey revoked = authority().issue();
    authority().revoke(revoked.certificate, sampleTimeMs - 60'000);
    const QByteArray pdf = signedForge({.signer = &revoked});
    const bool byOcsp = GENERATE(true, false);
    const QByteArray answer = byOcsp ? authority().ocsp(revoked.certificate) : authority().crl();
    VerifyContext context = trust();
    context.crls.clear();
    auto &answers = byOcsp ? context.ocspResponses : context.crls;
    answers = {answer};
    REQUIRE(judged(pdf, context).code == QStringLiteral("revoked"));
    repeat(byOcsp ? 200'000 : 300'000, 500, [&](Mutation &mutate) {
        answers = {mutate(answer)};
        REQUIRE(judged(pdf, context).verdict != Verdict::Valid);
    });
}

TEST_CASE("any bytes in the hole are judged and nothing breaks", "[fuzz]")
{
    const QByteArray pdf = signedForge(recipe(true));
    const QByteArrayList seeds{authority().timestamp(QByteArray(32, 'x')),
                               authority().ocsp(clerk().certificate), authority().crl(),
                               clerk().certificate.der(), withoutZeros(holeBytes(pdf))};
    const VerifyContext context = trust();
    repeat(400'000, 400, [&](Mutation &mutate) {
        // Two of them in one another.
        QByteArray bytes = seeds[mutate.below(seeds.size())];
        const QByteArray other = mutate(seeds[mutate.below(seeds.size())]);
        bytes.replace(mutate.below(bytes.size()), mutate.below(200), other);
        REQUIRE(judged(refilled(pdf, mutate(bytes).left(6000)), context).verdict != Verdict::Valid);
    });
}

}  // namespace station::signing
