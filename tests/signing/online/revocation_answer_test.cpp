#include "signing/evidence/revocation_answer.h"

#include "tests/signing/support/test_authority.h"
#include "tests/support/catch.h"

using namespace station;
using namespace station::signing;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 answeredMs = sampleTimeMs + 120'000;

QString problemOf(const Expected<RevocationAnswer> &answer)
{
    REQUIRE_FALSE(answer);
    CHECK(answer.error().fault == Fault::ServiceAnswerInvalid);
    return answer.error().detail;
}

}  // namespace

TEST_CASE("An OCSP response says good, revoked or unknown", "[revocation]")
{
    TestAuthority authority;
    const auto clerk = authority.issue().certificate;
    const auto good = readOcsp(authority.ocsp(clerk), clerk, authority.issuer());
    REQUIRE(good);
    CHECK(good->state == RevocationState::Good);
    CHECK(good->isOcsp);
    CHECK(good->noCheck);
    CHECK_FALSE(good->hasNonce);
    CHECK(good->thisUpdateMs == answeredMs);
    CHECK(good->producedAtMs == answeredMs);
    CHECK(good->nextUpdateMs == answeredMs + 12 * 3'600'000);
    CHECK(good->responder.der() == authority.responder().certificate.der());

    const auto unknown =
        readOcsp(authority.ocsp(clerk, {.unknown = true}), clerk, authority.issuer());
    REQUIRE(unknown);
    CHECK(unknown->state == RevocationState::Unknown);

    authority.revoke(clerk, sampleTimeMs + 30'000, 4);
    const auto revoked = readOcsp(authority.ocsp(clerk), clerk, authority.issuer());
    REQUIRE(revoked);
    CHECK(revoked->state == RevocationState::Revoked);
    CHECK(revoked->revokedAtMs == sampleTimeMs + 30'000);
    CHECK(revoked->reason == 4);
}

TEST_CASE("The issuer itself may sign an OCSP response", "[revocation]")
{
    TestAuthority authority;
    const auto answer =
        readOcsp(authority.ocsp(authority.issuer()), authority.issuer(), authority.root());
    REQUIRE(answer);
    CHECK(answer->responder.der() == authority.root().der());
    CHECK_FALSE(answer->noCheck);
}

TEST_CASE("A nonce that comes back has to be the one that was sent", "[revocation]")
{
    TestAuthority authority;
    const auto clerk = authority.issue().certificate;
    const auto response = authority.ocsp(clerk, answeredMs, "0123456789abcdef");
    const auto same = readOcsp(response, clerk, authority.issuer(), "0123456789abcdef");
    REQUIRE(same);
    CHECK(same->hasNonce);
    CHECK(problemOf(readOcsp(response, clerk, authority.issuer(), "fedcba9876543210")) ==
          u"OCSP response has another nonce"_s);
    CHECK(readOcsp(authority.ocsp(clerk), clerk, authority.issuer(), "0123456789abcdef"));
}

TEST_CASE("An OCSP response is refused for each rule that it breaks", "[revocation]")
{
    TestAuthority authority;
    TestAuthority stranger;
    const auto clerk = authority.issue().certificate;
    const auto other = authority.issue().certificate;
    const auto read = [&](const QByteArray &der) {
        return readOcsp(der, clerk, authority.issuer());
    };
    CHECK(problemOf(read(authority.ocsp(clerk, {.forged = true}))) ==
          u"signature of the OCSP response is wrong"_s);
    CHECK(problemOf(read(authority.ocsp(clerk, {.foreignResponder = true}))) ==
          u"OCSP responder has no mandate of the issuer"_s);
    CHECK(problemOf(read(authority.ocsp(other))) ==
          u"OCSP response is not about this certificate"_s);
    CHECK(problemOf(read(authority.ocsp(clerk) + '\0')) == u"OCSP response unreadable"_s);
    CHECK(problemOf(read("<html>login</html>")) == u"OCSP response unreadable"_s);
    // OCSPResponse ::= SEQUENCE { ENUMERATED tryLater (3) }
    CHECK(problemOf(read(QByteArray::fromHex("30030a0103"))) ==
          u"OCSP responder refuses: trylater"_s);
    CHECK(problemOf(readOcsp(authority.ocsp(clerk), clerk, stranger.issuer())) ==
          u"not the certificate's issuer"_s);
}

TEST_CASE("A CRL says good or revoked", "[revocation]")
{
    TestAuthority authority;
    const auto clerk = authority.issue().certificate;
    const auto good = readCrl(authority.crl(), clerk, authority.issuer());
    REQUIRE(good);
    CHECK(good->state == RevocationState::Good);
    CHECK_FALSE(good->isOcsp);
    CHECK(good->nextUpdateMs == sampleTimeMs + 7LL * 86'400'000);

    authority.revoke(clerk, sampleTimeMs + 30'000, 1);
    const auto revoked = readCrl(authority.crl(), clerk, authority.issuer());
    REQUIRE(revoked);
    CHECK(revoked->state == RevocationState::Revoked);
    CHECK(revoked->revokedAtMs == sampleTimeMs + 30'000);
    CHECK(revoked->reason == 1);
    CHECK(readCrl(authority.rootCrl(), authority.issuer(), authority.root())->state ==
          RevocationState::Good);
}

TEST_CASE("A CRL is refused for each rule that it breaks", "[revocation]")
{
    TestAuthority authority;
    TestAuthority stranger;
    const auto clerk = authority.issue().certificate;
    const auto read = [&](const QByteArray &der) {
        return readCrl(der, clerk, authority.issuer());
    };
    CHECK(problemOf(read(authority.rootCrl())) == u"CRL of another issuer"_s);
    CHECK(problemOf(read(stranger.crl())) == u"signature of the CRL is wrong"_s);
    CHECK(problemOf(read(authority.crl() + '\0')) == u"CRL unreadable"_s);
    CHECK(problemOf(read("not a list")) == u"CRL unreadable"_s);
    QByteArray forged = authority.crl();
    forged.back() = static_cast<char>(forged.back() ^ 1);
    CHECK(problemOf(read(forged)) == u"signature of the CRL is wrong"_s);
}
