#pragma once

#include "core/base/signature_level.h"
#include "signing/evidence/chain.h"
#include "signing/evidence/timestamp_token.h"
#include "signing/verify/evidence_pool.h"
#include "signing/verify/verifier.h"

#include <QString>

#include <optional>
#include <vector>

namespace station::signing {

/// A certificate that a proof rests on, and the time at which it has to have been good.
struct ProofSubject {
    Certificate certificate{};
    ChainUse use = ChainUse::Signing;
    qint64 atMs = 0;  ///< 0: of a signer whose signature nothing proves yet.
    QString field{};  ///< Of a signer.
};

/// What a signed copy has to prove, and what it holds for that.
struct CopyProofs {
    std::vector<ProofSubject> subjects{};  ///< Signers and stamps, latest first.
    std::optional<TimestampToken> newestStamp{};
    EvidencePool evidence{};
    // From here on as `judge` finds it.
    SignatureLevel level = SignatureLevel::B;  ///< The lowest of its signatures.
    qint64 provenAtMs = 0;                     ///< Since when all are proven; 0: one is not.
};

/// Reads what the signatures and stores of a copy say; nothing is verified.
Expected<CopyProofs> readProofs(const QString &path);

/// Verifies the copy from the disk. Fails with SignatureInvalid where it has no PAdES signature or
/// one that is broken or not to be verified, CertificateRevoked where only that makes it
/// so, else as `verifyPdfFile`.
Expected<> judge(CopyProofs &proofs, const QString &path, const VerifyContext &context);

}  // namespace station::signing
