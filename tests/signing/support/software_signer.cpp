#include "tests/signing/support/software_signer.h"

#include "core/base/durable_file.h"
#include "tests/signing/support/test_authority.h"
#include "tests/support/catch.h"

#include <QTemporaryDir>

#include <openssl/pem.h>

using namespace Qt::StringLiterals;

namespace station::signing {

SoftwareSigner::SoftwareSigner(qint64 issuedAtMs) : m_key(EVP_EC_gen("P-256"))
{
    unsigned char *der = nullptr;
    const int size = i2d_PUBKEY(m_key.get(), &der);
    const QByteArray publicKey(reinterpret_cast<const char *>(der), size);
    OPENSSL_free(der);
    const auto pki = makeTrainingPki(publicKey, u"Lò Văn Khánh"_s, issuedAtMs);
    REQUIRE(pki);
    m_pki = *pki;
}

QByteArray SoftwareSigner::rootDer() const
{
    const BioHandle input(BIO_new_mem_buf(m_pki.rootPem.constData(), -1));
    return Certificate(X509Handle(PEM_read_bio_X509(input.get(), nullptr, nullptr, nullptr))).der();
}

RawSigner SoftwareSigner::raw() const
{
    return [this](const QByteArray &digest) -> Expected<QByteArray> {
        const KeyContextHandle context(EVP_PKEY_CTX_new(m_key.get(), nullptr));
        EVP_PKEY_sign_init(context.get());
        EVP_PKEY_CTX_set_signature_md(context.get(), EVP_sha256());
        QByteArray signature(EVP_PKEY_size(m_key.get()), '\0');
        auto size = static_cast<std::size_t>(signature.size());
        EVP_PKEY_sign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size,
                      reinterpret_cast<const unsigned char *>(digest.constData()),
                      static_cast<std::size_t>(digest.size()));
        signature.truncate(static_cast<qsizetype>(size));
        return signature;
    };
}

Expected<QByteArray> SoftwareSigner::cms(const QByteArray &digest) const
{
    return buildCms(digest, certificate(), {m_pki.issuer}, raw());
}

SigningIdentity SoftwareSigner::identity() const
{
    return {.certificate = certificate(), .issuers = {m_pki.issuer}, .raw = raw()};
}

QByteArray SoftwareSigner::signedCopy(const QByteArray &source, workflow::MarkCorner corner,
                                      qint64 signedAtMs) const
{
    return signedWith(identity(), source, sampleMark(corner), signedAtMs);
}

QByteArray signedWith(const SigningIdentity &identity, const QByteArray &source,
                      const std::optional<workflow::CopyMark> &mark, qint64 signedAtMs)
{
    const QTemporaryDir folder;
    const workflow::SignRequest request{.sourcePdf = folder.filePath(u"source.pdf"_s),
                                        .destinationPdf = folder.filePath(u"copy.pdf"_s),
                                        .mark = mark,
                                        .signedAtMs = signedAtMs};
    writeFile(request.sourcePdf, source);
    const auto done = signCopy(request, identity);
    if (!done)
        FAIL(done.error().detail.toStdString());
    return *readWhole(request.destinationPdf);
}

VerifyContext SoftwareSigner::trust() const
{
    return {.anchors = {rootDer()}, .nowMs = sampleTimeMs + 3600'000, .policy = stationPolicy()};
}

}  // namespace station::signing
