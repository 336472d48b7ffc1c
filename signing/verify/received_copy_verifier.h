#pragma once

#include "core/workflow/copy_verifier.h"
#include "signing/verify/verifier.h"

namespace station::signing {

/// Judges the signatures of files that citizens and agencies hand in.
///
/// Whether a file is signed at all is told by its bytes, not by a parser: the
/// byte range of a signature always stands in clear (ISO 32000-1, 12.8.1),
/// also in a file that our strict reader refuses. Such a file is unverifiable,
/// but it is never taken for an unsigned one and compressed anew. The judging
/// itself happens in a process of its own (verifyApart).
class ReceivedCopyVerifier final : public workflow::CopyVerifier {
public:
    explicit ReceivedCopyVerifier(VerifyContext context);

    Expected<workflow::ReceivedSignatures> check(const QString &pdfFile) override;

private:
    const VerifyContext m_context;
};

}  // namespace station::signing
