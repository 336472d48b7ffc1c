#pragma once

#include "core/base/sha256.h"
#include "tests/signing/support/software_signer.h"

namespace station::signing {

/// SoftwareSigner where a token that is unlocked is asked for.
class SoftwareCopySigner final : public workflow::CopySigner {
public:
    explicit SoftwareCopySigner(const SoftwareSigner &signer)
        : m_identity(signer.identity()), m_clerk{m_identity.certificate.commonName(),
                                                 m_identity.certificate.serial(),
                                                 sha256Hex(m_identity.certificate.der())}
    {
    }

    const dossier::Clerk &clerk() const override { return m_clerk; }
    qint64 certificateEndsMs() const override { return m_identity.certificate.notAfterMs(); }
    Expected<workflow::SignedFile> sign(const workflow::SignRequest &request) override
    {
        return signCopy(request, m_identity);
    }

private:
    SigningIdentity m_identity;
    dossier::Clerk m_clerk;
};

}  // namespace station::signing
