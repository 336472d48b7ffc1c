#include "signing/client/soft_key_signer.h"

#include "tests/signing/token/token_desk.h"
#include "tests/support/catch.h"

#include <openssl/pkcs12.h>

#include <QFile>

using namespace Qt::StringLiterals;

namespace station::signing {
namespace {

const char *const password = "mật khẩu 123";

/// A PKCS#12 file as authorities hand it out: key, certificate, the way up.
QByteArray pkcs12(const IssuedKey &issued, int encryption = NID_aes_256_cbc)
{
    STACK_OF(X509) *others = sk_X509_new_null();
    sk_X509_push(others, deskAuthority().issuer().get());
    sk_X509_push(others, deskAuthority().root().get());
    PKCS12 *made = PKCS12_create(password, "clerk", issued.key.get(), issued.certificate.get(),
                                 others, encryption, encryption, 0, 0, 0);
    sk_X509_free(others);
    REQUIRE(made != nullptr);
    unsigned char *der = nullptr;
    const int size = i2d_PKCS12(made, &der);
    const QByteArray bytes(reinterpret_cast<const char *>(der), size);
    OPENSSL_free(der);
    PKCS12_free(made);
    return bytes;
}

struct KeyDesk : TokenDesk {
    explicit KeyDesk(const IssuedKey &issued) : TokenDesk(u"p256"_s)
    {
        writeFile(file(u"agency.p12"_s), pkcs12(issued));
    }
    auto openKey(const char *word = password) const
    {
        return SoftKeySigner::open(file(u"agency.p12"_s), Secret(QByteArray(word)), environment);
    }
};

}  // namespace

TEST_CASE("a key file signs what outside judges call valid", "[signing][softkey]")
{
    const int rsaBits = GENERATE(0, 2048);
    const auto issued = deskAuthority().issue({.name = u"UBND xã Chiềng An"_s, .rsaBits = rsaBits});
    const KeyDesk desk(issued);
    const auto signer = desk.openKey();
    if (!signer)
        FAIL(signer.error().detail.toStdString());
    CHECK((*signer)->clerk().name == u"UBND xã Chiềng An"_s);
    CHECK((*signer)->certificateEndsMs() == issued.certificate.notAfterMs());
    const auto request = desk.request();
    REQUIRE((*signer)->sign(request));
    CHECK(runTool(u"pdfsig"_s, {u"-nocert"_s, request.destinationPdf})
              .output.contains(u"Signature is Valid"_s));
}

TEST_CASE("a key file in the encryption of older exports is read", "[signing][softkey]")
{
    const auto issued = deskAuthority().issue();
    const KeyDesk desk(issued);
    writeFile(desk.file(u"agency.p12"_s), pkcs12(issued, NID_pbe_WithSHA1And3_Key_TripleDES_CBC));
    CHECK(desk.openKey());
}

TEST_CASE("a key file that cannot be used says why", "[signing][softkey]")
{
    const KeyDesk desk(deskAuthority().issue());
    const QString file = desk.file(u"agency.p12"_s);
    const auto fault = [&](const auto &signer) {
        REQUIRE_FALSE(signer);
        return signer.error().fault;
    };
    CHECK(fault(desk.openKey("wrong")) == Fault::PinIncorrect);
    CHECK(fault(desk.openKey("")) == Fault::PinIncorrect);
    writeFile(file, "not a key");
    CHECK(fault(desk.openKey()) == Fault::FileUnreadable);
    writeFile(file, QByteArray((1 << 20) + 1, 'x'));
    CHECK(fault(desk.openKey()) == Fault::FileTooLarge);
    QFile::remove(file);
    CHECK(fault(desk.openKey()) == Fault::FileMissing);
}

TEST_CASE("the rules for certificates hold for key files, too", "[signing][softkey]")
{
    const KeyDesk expired(deskAuthority().issue({.notAfterMs = sampleTimeMs - 1000}));
    const auto refused = expired.openKey();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fault == Fault::CertificateUnusable);
    CHECK(refused.error().detail.contains(u"expired"_s));

    KeyDesk revoked(deskAuthority().issue());
    revoked.environment.rules.revocation = [](const Certificate &, const Certificate &) {
        return RevocationState::Revoked;
    };
    const auto withdrawn = revoked.openKey();
    REQUIRE_FALSE(withdrawn);
    CHECK(withdrawn.error().fault == Fault::CertificateRevoked);
}

}  // namespace station::signing
