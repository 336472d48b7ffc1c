#include "signing/client/certificate_catalog.h"

#include "core/base/sha256.h"
#include "signing/client/certificate_choice.h"
#include "tests/signing/token/token_desk.h"
#include "tests/support/catch.h"

using namespace Qt::StringLiterals;

namespace station::signing {
namespace {

constexpr qint64 dayMs = 86'400'000;
using Flaws = std::vector<CertificateFlaw>;
using enum CertificateFlaw;

TokenCertificate withKey(const Certificate &certificate)
{
    return {.der = certificate.der(), .hasPrivateKey = true};
}

/// The clerk's certificate beside that of the issuing authority.
std::vector<CertificateCandidate> judged(const TokenCertificate &entry,
                                         const CertificateRules &rules = deskRules(),
                                         bool unlocked = true, qint64 nowMs = sampleTimeMs)
{
    return candidatesOn({.label = u"Thẻ"_s, .serial = u"0123"_s},
                        {{.der = deskAuthority().issuer().der()}, entry}, rules, nowMs, unlocked);
}

Flaws flawsOf(const TokenCertificate &entry, const CertificateRules &rules = deskRules(),
              bool unlocked = true, qint64 nowMs = sampleTimeMs)
{
    for (const auto &candidate : judged(entry, rules, unlocked, nowMs)) {
        if (candidate.certificate.isNull() || !candidate.certificate.isAuthority())
            return candidate.flaws;
    }
    FAIL("not listed");
    return {};
}

CertificateRules asking(Expected<RevocationState> answer, int *asked = nullptr)
{
    auto rules = deskRules();
    rules.revocation = [=](const Certificate &certificate, const Certificate &issuer) {
        CHECK(X509_check_issued(issuer.get(), certificate.get()) == X509_V_OK);
        if (asked != nullptr)
            ++*asked;
        return answer;
    };
    return rules;
}

}  // namespace

TEST_CASE("a good certificate is usable and comes before the others", "[signing][catalog]")
{
    const auto clerk = deskAuthority().issue().certificate;
    const auto candidates = judged(withKey(clerk));
    REQUIRE(candidates.size() == 2);
    const auto &good = candidates[0];
    CHECK(good.isUsable());
    CHECK(good.commonName == u"Lò Văn Khánh"_s);
    CHECK(good.serial == clerk.serial());
    CHECK(good.sha256 == sha256Hex(clerk.der()));
    CHECK(good.tokenLabel == u"Thẻ"_s);
    CHECK(good.tokenSerial == u"0123"_s);
    CHECK(good.notAfterMs == clerk.notAfterMs());
    CHECK(good.revocationUnknown);  // nobody was asked
    CHECK_FALSE(good.algorithmOutgoing);
    CHECK(candidates[1].flaws == Flaws{Authority});
}

TEST_CASE("each rule that a certificate breaks is named", "[signing][catalog]")
{
    auto &authority = deskAuthority();
    const auto clerk = authority.issue().certificate;
    CHECK(flawsOf({.der = "no certificate"}) == Flaws{Unreadable});
    CHECK(flawsOf({.der = clerk.der()}) == Flaws{NoPrivateKey});
    CHECK(flawsOf({.der = clerk.der()}, deskRules(), false) == Flaws{});  // before the login
    CHECK(flawsOf({.der = clerk.der(), .hasPrivateKey = true, .wrongKey = true}) ==
          Flaws{WrongKey});
    CHECK(flawsOf({.der = clerk.der(), .hasPrivateKey = true, .keyTypeUnsupported = true}) ==
          Flaws{KeyTypeUnsupported});
    CHECK(flawsOf(withKey(authority.issue({.keyUsage = "critical,keyEncipherment"}).certificate)) ==
          Flaws{KeyUsage});
    CHECK(flawsOf(withKey(
              authority.issue({.keyUsage = "critical,digitalSignature"}).certificate)) == Flaws{});
    CHECK(flawsOf(withKey(authority.issue({.notBeforeMs = sampleTimeMs + 1000}).certificate)) ==
          Flaws{NotYetValid});
    CHECK(flawsOf(withKey(authority.issue({.notAfterMs = sampleTimeMs - 1000}).certificate)) ==
          Flaws{Expired});
    CHECK(flawsOf(withKey(clerk), {.policy = stationPolicy()}) ==
          Flaws{});  // no anchors: not asked
    CHECK(flawsOf(withKey(clerk), {.anchors = {TestAuthority().root().der()},
                                   .policy = stationPolicy()}) == Flaws{Untrusted});
    CHECK(flawsOf(withKey(clerk), {}) == Flaws{Algorithm});  // what is not named is refused
}

TEST_CASE("keys too weak for the day are refused, those that end soon are marked",
          "[signing][catalog]")
{
    auto &authority = deskAuthority();
    const auto weak = authority.issue({.rsaBits = 1024}).certificate;
    auto rules = deskRules();
    rules.anchors.clear();
    CHECK(flawsOf(withKey(weak), rules) == Flaws{Algorithm});

    const auto rsa2048 = authority.issue({.rsaBits = 2048}).certificate;
    CHECK_FALSE(judged(withKey(rsa2048))[0].algorithmOutgoing);
    // resources/signing/algorithms.toml: outgoing from 2028.
    const qint64 in2028 = sampleTimeMs + 730 * dayMs;
    const auto later = judged(withKey(rsa2048), deskRules(), true, in2028);
    CHECK(later[0].isUsable());
    CHECK(later[0].algorithmOutgoing);
}

TEST_CASE("all flaws of a certificate are listed, in the order of their gravity",
          "[signing][catalog]")
{
    const auto certificate =
        deskAuthority()
            .issue({.notAfterMs = sampleTimeMs - 1000, .keyUsage = "critical,keyEncipherment"})
            .certificate;
    auto rules = asking(RevocationState::Revoked);
    rules.ownCertificates = {QString(64, u'0')};
    rules.anchors = {TestAuthority().root().der()};
    CHECK(flawsOf({.der = certificate.der()}, rules) ==
          Flaws{NoPrivateKey, KeyUsage, Expired, Untrusted, OtherClerk});
}

TEST_CASE("a certificate is bound to the clerk that is logged in", "[signing][catalog]")
{
    const auto own = deskAuthority().issue().certificate;
    auto rules = deskRules();
    rules.ownCertificates = {sha256Hex(own.der())};
    CHECK(flawsOf(withKey(own), rules) == Flaws{});
    // An authority's stands below, wherever the token lists it.
    const auto others = judged(withKey(deskAuthority().issue().certificate), rules);
    CHECK(others.front().flaws == Flaws{OtherClerk});
    CHECK(others.back().flaws == Flaws{Authority});
}

TEST_CASE("revocation is asked for certificates that could sign, and only for them",
          "[signing][catalog]")
{
    const auto clerk = deskAuthority().issue().certificate;
    int asked = 0;
    CHECK(flawsOf(withKey(clerk), asking(RevocationState::Revoked, &asked)) == Flaws{Revoked});
    CHECK(asked == 1);
    CHECK(flawsOf({.der = clerk.der()}, asking(RevocationState::Revoked, &asked)) ==
          Flaws{NoPrivateKey});
    CHECK(asked == 1);
    const auto good = judged(withKey(clerk), asking(RevocationState::Good, &asked));
    CHECK(good[0].isUsable());
    CHECK_FALSE(good[0].revocationUnknown);
    CHECK(asked == 2);
}

TEST_CASE("without an answer about revocation the office decides", "[signing][catalog]")
{
    const auto clerk = deskAuthority().issue().certificate;
    const Expected<RevocationState> answer =
        GENERATE(as<Expected<RevocationState>>(), RevocationState::Unknown,
                 Expected<RevocationState>(fail(Fault::NetworkDown)));
    auto rules = asking(answer);
    const auto offline = judged(withKey(clerk), rules);
    CHECK(offline[0].isUsable());
    CHECK(offline[0].revocationUnknown);
    rules.offlineAllowed = false;
    CHECK(flawsOf(withKey(clerk), rules) == Flaws{RevocationUnknown});
}

TEST_CASE("the end of a certificate is announced 30, 14, 7 and 1 days before", "[signing][catalog]")
{
    const qint64 endMs = sampleTimeMs;
    const CertificateCandidate candidate{.notAfterMs = endMs};
    const auto [days, warning] = GENERATE(table<int, int>(
        {{31, 0}, {30, 30}, {15, 30}, {14, 14}, {8, 14}, {7, 7}, {2, 7}, {1, 1}, {0, 1}, {-1, 0}}));
    CHECK(candidate.warnDays(endMs - days * dayMs) == warning);
}

TEST_CASE("the way up travels with a signature, wherever it is known from", "[signing][catalog]")
{
    const auto clerk = withKey(deskAuthority().issue().certificate);
    const QByteArray issuer = deskAuthority().issuer().der();
    const QByteArray root = deskAuthority().root().der();
    static const FixedClock clock(sampleTimeMs);
    TokenEnvironment environment{.clock = &clock, .rules = deskRules()};
    const auto issuersOf = [&](std::vector<TokenCertificate> certificates) {
        const auto chosen = judged(clerk).front();
        return identityOf(chosen, certificates, environment).issuers;
    };
    CHECK(issuersOf({{.der = root}, clerk, {.der = issuer}}) == QByteArrayList{issuer});
    CHECK(issuersOf({clerk}).isEmpty());
    environment.rules.anchors = {root, issuer};
    CHECK(issuersOf({clerk}) == QByteArrayList{issuer});
    environment.rules.anchors.clear();
    CHECK(issuersOf({clerk, {.der = issuer}}) == QByteArrayList{issuer});
}

TEST_CASE("each flaw has a name of its own", "[signing][catalog]")
{
    QStringList names;
    for (int flaw = 0; flaw <= static_cast<int>(OtherClerk); ++flaw)
        names << flawName(static_cast<CertificateFlaw>(flaw));
    CHECK(names.removeDuplicates() == 0);
    CHECK_FALSE(names.contains(QString()));
    CHECK(flawName(RevocationUnknown) == u"revocation_unknown"_s);
}

}  // namespace station::signing
