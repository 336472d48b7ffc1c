#pragma once

#include "signing/structure/pdf_file.h"
#include "signing/verify/evidence_pool.h"
#include "signing/verify/later_revisions.h"
#include "signing/verify/signature_check.h"
#include "signing/verify/trust_check.h"
#include "signing/verify/verifier.h"

#include <optional>
#include <vector>

namespace station::signing {

/// All signatures of one file, newest first, because an older one leans on the
/// time stamps and verdicts of the newer ones.
class FileCheck {
public:
    FileCheck(const PdfFile &file, const VerifyContext &context, const BytesRead &read);

    VerifyReport run();

private:
    void note(const char *code, Verdict severity, const QString &detail = {});
    void checkForm(const std::vector<FormField> &fields);
    void checkEnd();
    void collectEvidence();
    void judgeTimestamp(CheckedSignature &stamp);
    void judgeSignature(CheckedSignature &signature);
    /// Trusted stamps over a signature: its own, and those of later revisions.
    std::vector<ProofOfTime> proofsOf(CheckedSignature &signature);
    QString levelOf(const CheckedSignature &signature, const std::vector<ProofOfTime> &proofs);
    std::optional<qint64> provenAfter(std::size_t revision) const;
    void conclude();

    const PdfFile &m_file;
    const VerifyContext &m_context;
    const BytesRead &m_read;
    EvidencePool m_pool{};
    TrustCheck m_trust;
    LaterRevisions m_later;
    std::vector<CheckedSignature> m_signatures{};
    std::vector<ProofOfTime> m_documentProofs{};  // of document time stamps
    VerifyReport m_report{};
};

}  // namespace station::signing
