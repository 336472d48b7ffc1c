#include "core/base/error_code.h"

namespace station {

QString errorCode(Fault fault)
{
    switch (fault) {
    case Fault::InvalidInput:
        return QStringLiteral("invalid_input");
    case Fault::CheckDigitWrong:
        return QStringLiteral("check_digit_wrong");
    case Fault::UnknownProcedure:
        return QStringLiteral("unknown_procedure");
    case Fault::UnknownDossier:
        return QStringLiteral("unknown_dossier");
    case Fault::UnknownComponent:
        return QStringLiteral("unknown_component");
    case Fault::DuplicateDossier:
        return QStringLiteral("duplicate_dossier");
    case Fault::ForbiddenByDecision:
        return QStringLiteral("forbidden_by_decision");
    case Fault::WrongOrder:
        return QStringLiteral("wrong_order");
    case Fault::NothingToDo:
        return QStringLiteral("nothing_to_do");
    case Fault::FieldMissing:
        return QStringLiteral("field_missing");
    case Fault::CountMismatch:
        return QStringLiteral("count_mismatch");
    case Fault::NotReviewed:
        return QStringLiteral("not_reviewed");
    case Fault::NoReusableCopy:
        return QStringLiteral("no_reusable_copy");
    case Fault::CopyExpired:
        return QStringLiteral("copy_expired");
    case Fault::CopySuperseded:
        return QStringLiteral("copy_superseded");
    case Fault::CopyWithdrawn:
        return QStringLiteral("copy_withdrawn");
    case Fault::PicturesPurged:
        return QStringLiteral("pictures_purged");
    case Fault::FileMissing:
        return QStringLiteral("file_missing");
    case Fault::FileEmpty:
        return QStringLiteral("file_empty");
    case Fault::FileUnreadable:
        return QStringLiteral("file_unreadable");
    case Fault::FileTooLarge:
        return QStringLiteral("file_too_large");
    case Fault::FileTooSmall:
        return QStringLiteral("file_too_small");
    case Fault::FileEncrypted:
        return QStringLiteral("file_encrypted");
    case Fault::TextDamaged:
        return QStringLiteral("text_damaged");
    case Fault::ResolutionTooLow:
        return QStringLiteral("resolution_too_low");
    case Fault::SignatureBroken:
        return QStringLiteral("signature_broken");
    case Fault::DeviceNotFound:
        return QStringLiteral("device_not_found");
    case Fault::DeviceBusy:
        return QStringLiteral("device_busy");
    case Fault::DeviceLost:
        return QStringLiteral("device_lost");
    case Fault::DeviceFailed:
        return QStringLiteral("device_failed");
    case Fault::DeviceStalled:
        return QStringLiteral("device_stalled");
    case Fault::FeederEmpty:
        return QStringLiteral("feeder_empty");
    case Fault::PaperJam:
        return QStringLiteral("paper_jam");
    case Fault::DoubleFeed:
        return QStringLiteral("double_feed");
    case Fault::CoverOpen:
        return QStringLiteral("cover_open");
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
    case Fault::ServiceNotSet:
        return QStringLiteral("service_not_set");
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
    case Fault::StorageInUse:
        return QStringLiteral("storage_in_use");
    case Fault::KeyUnavailable:
        return QStringLiteral("key_unavailable");
    case Fault::RepositoryRefused:
        return QStringLiteral("repository_refused");
    case Fault::RepositoryFull:
        return QStringLiteral("repository_full");
    case Fault::RepositoryUnfit:
        return QStringLiteral("repository_unfit");
    case Fault::NetworkLogin:
        return QStringLiteral("network_login");
    case Fault::RepositoryDown:
        return QStringLiteral("repository_down");
    case Fault::RepositoryDamaged:
        return QStringLiteral("repository_damaged");
    case Fault::Conflict:
        return QStringLiteral("conflict");
    case Fault::AuditBroken:
        return QStringLiteral("audit_broken");
    case Fault::PortalRefused:
        return QStringLiteral("portal_refused");
    case Fault::PortalLoginRefused:
        return QStringLiteral("portal_login_refused");
    case Fault::PlaceTaken:
        return QStringLiteral("place_taken");
    case Fault::PlaceNotSet:
        return QStringLiteral("place_not_set");
    case Fault::SettingsInvalid:
        return QStringLiteral("settings_invalid");
    case Fault::WorkerDied:
        return QStringLiteral("worker_died");
    case Fault::TimedOut:
        return QStringLiteral("timed_out");
    case Fault::Cancelled:
        return QStringLiteral("cancelled");
    case Fault::Internal:
        return QStringLiteral("internal");
    }
    Q_UNREACHABLE();
}

std::optional<Fault> faultOf(const QString &code)
{
    for (int value = 0; value <= static_cast<int>(Fault::Internal); ++value) {
        if (errorCode(static_cast<Fault>(value)) == code)
            return static_cast<Fault>(value);
    }
    return std::nullopt;
}

}  // namespace station
