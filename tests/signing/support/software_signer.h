#pragma once

#include "signing/cms/cms_builder.h"
#include "signing/demo/training_pki.h"
#include "signing/pades/copy_signing.h"
#include "signing/verify/verifier.h"
#include "tests/signing/support/sample_pdf.h"

#include <QByteArray>

#include <optional>

namespace station::signing {

/// A clerk whose key (P-256) is in memory: for what does not depend on a token.
class SoftwareSigner {
public:
    /// Certificates are valid from the day before `issuedAtMs` for ten years.
    explicit SoftwareSigner(qint64 issuedAtMs = sampleTimeMs);

    Certificate certificate() const { return Certificate::fromDer(m_pki.clerk); }
    const TrainingPki &pki() const { return m_pki; }
    QByteArray rootDer() const;
    EVP_PKEY *key() const { return m_key.get(); }
    RawSigner raw() const;
    Expected<QByteArray> cms(const QByteArray &digest) const;
    SigningIdentity identity() const;
    /// The source with one more signature.
    QByteArray signedCopy(const QByteArray &source,
                          workflow::MarkCorner corner = workflow::MarkCorner::TopLeft,
                          qint64 signedAtMs = sampleTimeMs) const;
    /// Trusts our root, an hour after the signature.
    VerifyContext trust() const;

private:
    KeyHandle m_key{};
    TrainingPki m_pki{};
};

/// The same for any key.
QByteArray signedWith(const SigningIdentity &identity, const QByteArray &source,
                      const std::optional<workflow::CopyMark> &mark, qint64 signedAtMs);

}  // namespace station::signing
