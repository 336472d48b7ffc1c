#pragma once

#include "core/base/expected.h"
#include "core/base/secret.h"
#include "core/workflow/copy_signer.h"
#include "signing/client/token_environment.h"
#include "signing/pades/copy_signing.h"

#include <QString>

#include <memory>

namespace station::signing {

/// Signs with a key in a PKCS#12 file: the agency's certificate where it has no token.
class SoftKeySigner final : public workflow::CopySigner {
public:
    /// Fails with PinIncorrect, CertificateUnusable (rules as for a token), CertificateRevoked,
    /// file faults.
    static Expected<std::unique_ptr<SoftKeySigner>> open(const QString &pkcs12File, Secret password,
                                                         const TokenEnvironment &environment);

    const dossier::Clerk &clerk() const override { return m_clerk; }
    qint64 certificateEndsMs() const override;
    Expected<workflow::SignedFile> sign(const workflow::SignRequest &request) override;

private:
    SoftKeySigner(SigningIdentity identity, KeyHandle key, dossier::Clerk clerk);

    KeyHandle m_key;
    SigningIdentity m_identity;
    dossier::Clerk m_clerk;
};

}  // namespace station::signing
