#pragma once

#include "core/base/expected.h"
#include "core/base/signature_level.h"
#include "core/dossier/owner.h"

#include <QString>

namespace station::workflow {

/// What is known of the signatures of a file that came in.
struct ReceivedSignatures {
    int count = 0;            ///< 0: an ordinary PDF.
    bool broken = false;      ///< Changed, forged, or against the rules: not to be accepted.
    QString verdict{};        ///< valid, incomplete, attention, broken, unverifiable.
    QString code{};           ///< Of the worst finding, for the record.
    dossier::Clerk signer{};  ///< Of the first signature.
    qint64 signedAtMs = 0;    ///< As it claims; 0: does not say.
    SignatureLevel level = SignatureLevel::B;  ///< Of the first signature.
};

/// Judges signatures. FileUnreadable, FileEmpty, FileTooLarge for what is no PDF.
class CopyVerifier {
public:
    virtual ~CopyVerifier() = default;
    virtual Expected<ReceivedSignatures> check(const QString &pdfFile) = 0;
};

}  // namespace station::workflow
