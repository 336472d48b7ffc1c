#include "core/workflow/fault_word.h"

namespace station::workflow {

QString faultWord(Fault fault)
{
    switch (fault) {
    case Fault::InvalidInput:
        return QStringLiteral("invalid_input");
    case Fault::WrongOrder:
        return QStringLiteral("wrong_order");
    case Fault::CountMismatch:
        return QStringLiteral("count_mismatch");
    case Fault::NotReviewed:
        return QStringLiteral("not_reviewed");
    case Fault::UnknownProcedure:
        return QStringLiteral("unknown_procedure");
    case Fault::UnknownComponent:
        return QStringLiteral("unknown_component");
    case Fault::FileMissing:
        return QStringLiteral("file_missing");
    case Fault::FileEmpty:
        return QStringLiteral("file_empty");
    case Fault::FileUnreadable:
        return QStringLiteral("file_unreadable");
    case Fault::FileTooLarge:
        return QStringLiteral("file_too_large");
    case Fault::SignatureBroken:
        return QStringLiteral("signature_broken");
    case Fault::TokenNotFound:
        return QStringLiteral("token_not_found");
    case Fault::TokenAmbiguous:
        return QStringLiteral("token_ambiguous");
    case Fault::TokenRemoved:
        return QStringLiteral("token_removed");
    case Fault::TokenFailed:
        return QStringLiteral("token_failed");
    case Fault::PinIncorrect:
        return QStringLiteral("pin_incorrect");
    case Fault::PinLocked:
        return QStringLiteral("pin_locked");
    case Fault::PinInvalid:
        return QStringLiteral("pin_invalid");
    case Fault::PinMustChange:
        return QStringLiteral("pin_must_change");
    case Fault::CertificateUnusable:
        return QStringLiteral("certificate_unusable");
    case Fault::CertificateRevoked:
        return QStringLiteral("certificate_revoked");
    case Fault::SignatureInvalid:
        return QStringLiteral("signature_invalid");
    case Fault::GlyphMissing:
        return QStringLiteral("glyph_missing");
    case Fault::NoRoomForMark:
        return QStringLiteral("no_room_for_mark");
    case Fault::ClockWrong:
        return QStringLiteral("clock_wrong");
    case Fault::ProofPending:
        return QStringLiteral("proof_pending");
    case Fault::NetworkDown:
        return QStringLiteral("network_down");
    case Fault::ProxyRefused:
        return QStringLiteral("proxy_refused");
    case Fault::ServiceRefused:
        return QStringLiteral("service_refused");
    case Fault::ServiceAnswerInvalid:
        return QStringLiteral("service_answer_invalid");
    case Fault::StorageFull:
        return QStringLiteral("storage_full");
    case Fault::StorageLow:
        return QStringLiteral("storage_low");
    case Fault::StorageFailed:
        return QStringLiteral("storage_failed");
    case Fault::StorageNewer:
        return QStringLiteral("storage_newer");
    case Fault::Conflict:
        return QStringLiteral("conflict");
    case Fault::WorkerDied:
        return QStringLiteral("worker_died");
    case Fault::TimedOut:
        return QStringLiteral("timed_out");
    case Fault::Cancelled:
        return QStringLiteral("cancelled");
    case Fault::Internal:
        return QStringLiteral("internal");
    default:  // does not come from signer, services or disk
        return QStringLiteral("fault_%1").arg(static_cast<int>(fault));
    }
}

}  // namespace station::workflow
