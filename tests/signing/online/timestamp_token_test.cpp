#include "signing/evidence/timestamp_token.h"

#include "signing/cms/digest.h"
#include "tests/signing/support/test_authority.h"
#include "tests/support/catch.h"

#include <QTemporaryDir>

using namespace station;
using namespace station::signing;
using namespace Qt::StringLiterals;

namespace {

const QByteArray digest = digestOf({"một văn bản"});

QString problemOf(const QByteArray &token)
{
    const auto read = readTimestamp(token);
    REQUIRE_FALSE(read);
    CHECK(read.error().fault == Fault::ServiceAnswerInvalid);
    return read.error().detail;
}

}  // namespace

TEST_CASE("A token tells its time, serial, imprint, nonce and authority", "[timestamp]")
{
    TestAuthority authority;
    const QByteArray nonce = QByteArray::fromHex("0123456789abcdef");
    const QByteArray token =
        authority.timestamp(digest, {.atMs = sampleTimeMs + 5000, .nonce = nonce});
    const auto read = readTimestamp(token);
    if (!read)
        FAIL(read.error().detail.toStdString());
    CHECK(read->timeMs == sampleTimeMs + 5000);
    CHECK(read->digest == NID_sha256);
    CHECK(read->imprint == digest);
    CHECK(read->nonce == nonce);
    CHECK(read->serial.size() == 32);
    CHECK(read->authority.der() == authority.timestamper().certificate.der());
    CHECK(read->certificates.contains(authority.issuer().der()));
    CHECK(read->der == token);
}

TEST_CASE("OpenSSL's own time-stamp tool agrees with the token", "[timestamp]")
{
    TestAuthority authority;
    const QTemporaryDir folder;
    const auto path = [&folder](const char *name) { return folder.filePath(QLatin1String(name)); };
    writeFile(path("token"), authority.timestamp(digest));
    writeFile(path("root.der"), authority.root().der());
    REQUIRE(runTool(u"openssl"_s, {u"x509"_s, u"-inform"_s, u"DER"_s, u"-in"_s, path("root.der"),
                                   u"-out"_s, path("root.pem")})
                .exitCode == 0);
    const auto judged = runTool(
        u"openssl"_s, {u"ts"_s, u"-verify"_s, u"-token_in"_s, u"-in"_s, path("token"), u"-digest"_s,
                       QString::fromLatin1(digest.toHex()), u"-CAfile"_s, path("root.pem")});
    INFO(judged.output.toStdString());
    CHECK(judged.exitCode == 0);
}

TEST_CASE("Zeros may follow a token, anything else may not", "[timestamp]")
{
    TestAuthority authority;
    const QByteArray token = authority.timestamp(digest);
    const auto read = readTimestamp(token + QByteArray(100, '\0'));
    REQUIRE(read);
    CHECK(read->der == token);
    CHECK(problemOf(token + QByteArray(100, '\0') + 'x') == u"bytes after the token"_s);
    CHECK(problemOf(token + QByteArray(1024 * 1024, '\0')) == u"token size"_s);
    CHECK(problemOf({}) == u"token size"_s);
}

TEST_CASE("A token is refused for each rule that it breaks", "[timestamp]")
{
    TestAuthority authority;
    CHECK(problemOf(authority.timestamp(digest, {.forged = true})) ==
          u"signature of the token is wrong"_s);
    CHECK(problemOf(authority.timestamp(digest, {.wrongPurpose = true})) ==
          u"the signer's certificate is not for time stamps alone"_s);
    CHECK(problemOf(authority.timestamp(digest, {.sha1 = true})) ==
          u"digest of the signature too weak or unknown"_s);
    CHECK(problemOf("<html>") == u"token is no DER"_s);

    QByteArray changed = authority.timestamp(digest);
    changed[changed.indexOf(digest)] ^= 1;
    CHECK(problemOf(changed) == u"messageDigest differs"_s);
}

TEST_CASE("A token without its signer's certificate is read but has no authority", "[timestamp]")
{
    TestAuthority authority;
    const auto read = readTimestamp(authority.timestamp(digest, {.withoutCertificate = true}));
    REQUIRE(read);
    CHECK(read->authority.isNull());
    CHECK(read->certificates.isEmpty());
}

TEST_CASE("No shortened and no flipped token is taken for a good one", "[timestamp]")
{
    TestAuthority authority;
    const QByteArray token = authority.timestamp(digest);
    for (qsizetype size = 0; size < token.size(); size += 7)
        CHECK_FALSE(readTimestamp(token.left(size)));
    // Some bytes are not signed (certificates beside the signer's, tags that mean the same);
    // what is read from a token has to be the same then.
    const auto good = readTimestamp(token);
    for (qsizetype i = 0; i < token.size(); i += 3) {
        QByteArray flipped = token;
        flipped[i] = static_cast<char>(flipped[i] ^ 0x10);
        const auto read = readTimestamp(flipped);
        if (read && !read->authority.isNull()) {
            CHECK(read->timeMs == good->timeMs);
            CHECK(read->imprint == digest);
            CHECK(read->authority.der() == good->authority.der());
        }
    }
}
