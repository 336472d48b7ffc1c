#include "tests/signing/verify/level_sample.h"

#include "core/base/durable_file.h"
#include "signing/pades/late_timestamp.h"
#include "tests/signing/support/software_signer.h"
#include "tests/support/catch.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace station::signing {
namespace {

/// Through two files, as the writers want it.
template <typename Write>
QByteArray written(const QByteArray &pdf, Write write)
{
    const QTemporaryDir folder;
    const QString source = folder.filePath(u"source.pdf"_s);
    const QString destination = folder.filePath(u"raised.pdf"_s);
    writeFile(source, pdf);
    const auto done = write(source, destination);
    if (!done)
        FAIL(done.error().detail.toStdString());
    return *readWhole(destination);
}

}  // namespace

QByteArray LevelSample::b() const
{
    const auto raw = [this](const QByteArray &digest) -> Expected<QByteArray> {
        const KeyContextHandle context(EVP_PKEY_CTX_new(m_clerk.key.get(), nullptr));
        EVP_PKEY_sign_init(context.get());
        EVP_PKEY_CTX_set_signature_md(context.get(), EVP_sha256());
        QByteArray signature(EVP_PKEY_size(m_clerk.key.get()), '\0');
        auto size = static_cast<std::size_t>(signature.size());
        EVP_PKEY_sign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size,
                      reinterpret_cast<const unsigned char *>(digest.constData()),
                      static_cast<std::size_t>(digest.size()));
        signature.truncate(static_cast<qsizetype>(size));
        return signature;
    };
    const SigningIdentity identity{
        .certificate = m_clerk.certificate, .issuers = {m_centre.issuer().der()}, .raw = raw};
    return signedWith(identity, samplePdf(), sampleMark(), sampleTimeMs);
}

QByteArray LevelSample::t()
{
    return written(b(), [this](const QString &source, const QString &destination) {
        return stampInPlace(source, destination,
                            [this](const QByteArray &sha256) -> Expected<QByteArray> {
                                return m_centre.timestamp(sha256);
                            });
    });
}

ValidationData LevelSample::answers(qint64 atMs)
{
    return {
        .certificates = {m_centre.issuer().der(), m_centre.root().der()},
        .ocspResponses = {m_centre.ocsp(m_clerk.certificate, atMs)},
        .crls = {m_centre.crl(atMs, atMs + 7 * dayMs), m_centre.rootCrl(atMs, atMs + 7 * dayMs)}};
}

QByteArray LevelSample::withData(const QByteArray &pdf, const ValidationData &data) const
{
    return written(pdf, [&](const QString &source, const QString &destination) {
        return addValidationData(source, destination, data);
    });
}

QByteArray LevelSample::withDocumentTimestamp(const QByteArray &pdf, const StampOptions &options)
{
    return written(pdf, [&](const QString &source, const QString &destination) {
        return addDocumentTimestamp(source, destination,
                                    [&](const QByteArray &sha256) -> Expected<QByteArray> {
                                        return m_centre.timestamp(sha256, options);
                                    });
    });
}

QByteArray LevelSample::lt()
{
    return withData(t(), answers());
}

QByteArray LevelSample::lta()
{
    return withDocumentTimestamp(lt(), {.atMs = sampleTimeMs + 3 * minuteMs});
}

}  // namespace station::signing
