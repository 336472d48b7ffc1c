#include "core/store/outbox.h"

namespace station::store {

QString kindName(StepKind kind)
{
    switch (kind) {
    case StepKind::Blob:
        return QStringLiteral("blob");
    case StepKind::CodeClaim:
        return QStringLiteral("code_claim");
    case StepKind::Manifest:
        return QStringLiteral("manifest");
    case StepKind::DossierPointer:
        return QStringLiteral("dossier_pointer");
    case StepKind::OwnerIndex:
        return QStringLiteral("owner_index");
    case StepKind::Event:
        return QStringLiteral("event");
    }
    Q_UNREACHABLE();
}

QString stateName(StepState state)
{
    switch (state) {
    case StepState::Queued:
        return QStringLiteral("queued");
    case StepState::Sending:
        return QStringLiteral("sending");
    case StepState::Verified:
        return QStringLiteral("verified");
    case StepState::Blocked:
        return QStringLiteral("blocked");
    }
    Q_UNREACHABLE();
}

QString targetName(NoticeTarget target)
{
    return target == NoticeTarget::Webhook ? QStringLiteral("webhook") : QStringLiteral("portal");
}

}  // namespace station::store
