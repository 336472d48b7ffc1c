#include "signing/cms/cms_builder.h"

#include "signing/verify/cms_check.h"
#include "tests/signing/support/software_signer.h"
#include "tests/support/catch.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace station::signing {
namespace {

const QByteArray content = QByteArrayLiteral("signed bytes");

QByteArray digest()
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256);
}

QStringList codes(const QByteArray &cms)
{
    const BytesRead ignored = [](qsizetype, qsizetype) {};
    const SignedBytes whole(content, 0, 0, content.size(), ignored);
    QStringList found;
    for (const auto &finding : checkCms(cms, whole, CmsForm::Pades).findings)
        found << finding.code;
    return found;
}

/// What OpenSSL makes when it is left alone, with some signed attributes changed.
QByteArray openSslCms(const SoftwareSigner &signer, unsigned int flags)
{
    const BioHandle input(BIO_new_mem_buf(content.constData(), static_cast<int>(content.size())));
    const CmsHandle cms(
        CMS_sign(nullptr, nullptr, nullptr, nullptr, CMS_DETACHED | CMS_BINARY | CMS_PARTIAL));
    REQUIRE(CMS_add1_signer(cms.get(), signer.certificate().get(), signer.key(), EVP_sha256(),
                            CMS_BINARY | CMS_PARTIAL | flags) != nullptr);
    CMS_add1_cert(cms.get(), Certificate::fromDer(signer.pki().issuer).get());
    REQUIRE(CMS_final(cms.get(), input.get(), nullptr, CMS_DETACHED | CMS_BINARY) == 1);
    unsigned char *der = nullptr;
    const int size = i2d_CMS_ContentInfo(cms.get(), &der);
    const QByteArray bytes(reinterpret_cast<const char *>(der), size);
    OPENSSL_free(der);
    return bytes;
}

}  // namespace

TEST_CASE("members of a DER set stand in the order of their octets", "[signing][cms]")
{
    const QByteArray low = QByteArray::fromHex("300306012a");
    const QByteArray high = QByteArray::fromHex("3003060181");
    const QByteArray longer = QByteArray::fromHex("30050603818283");
    CHECK(derSetOf({longer, high, low}) == QByteArray::fromHex("3111") + low + high + longer);
    CHECK(derSetOf({}) == QByteArray::fromHex("3100"));
}

TEST_CASE("our CMS keeps every rule and carries no signing time", "[signing][cms]")
{
    const SoftwareSigner signer;
    const auto cms = signer.cms(digest());
    REQUIRE(cms);
    CHECK(codes(*cms).isEmpty());
    CHECK_FALSE(cms->contains(QByteArray::fromHex("06092a864886f70d010905")));  // signingTime
    CHECK(codes(*cms + QByteArray(100, '\0')).isEmpty());  // the reserve's rest
}

TEST_CASE("a wrong raw signature is caught before it is embedded", "[signing][cms]")
{
    const SoftwareSigner signer;
    const auto cms = buildCms(digest(), signer.certificate(), {}, [&](const QByteArray &bytes) {
        auto signature = signer.raw()(bytes);
        (*signature)[7] ^= 1;
        return signature;
    });
    REQUIRE_FALSE(cms);
    CHECK(cms.error().fault == Fault::SignatureInvalid);
}

TEST_CASE("messages that OpenSSL accepts but PAdES forbids are named", "[signing][cms]")
{
    const SoftwareSigner signer;
    CHECK(codes(openSslCms(signer, CMS_CADES)) == QStringList{u"signing_time_attribute"_s});
    CHECK(codes(openSslCms(signer, 0)).contains(u"signing_certificate"_s));
    CHECK(codes(openSslCms(signer, CMS_NOATTR)).contains(u"no_signed_attributes"_s));
    CHECK(codes(openSslCms(signer, CMS_CADES | CMS_NOCERTS)) ==
          QStringList{u"certificate_missing"_s});
    CHECK(codes("not a message") == QStringList{u"cms_unreadable"_s});
}

}  // namespace station::signing
