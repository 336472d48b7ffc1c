#pragma once

#include "core/store/state_change.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace station::store {

/// In the order in which they must reach the repository.
enum class StepKind { Blob, CodeClaim, Manifest, DossierPointer, OwnerIndex, Event };

/// Pessimistic: `Sending` is written before the first byte leaves, `Verified`
/// only after the object was read back (Repository::putIfAbsent does both). A
/// crash never looks like success.
enum class StepState { Queued, Sending, Verified, Blocked };

/// One object on its way to the repository.
struct OutboxStep {
    QString handoverId{};
    int position = 0;  ///< Order within the handover.
    StepKind kind = StepKind::Blob;
    QString componentCode{};  ///< Empty for objects of the whole dossier.
    QString key{};            ///< In the repository; empty for a claim that has no code yet.
    QString sha256{};
    QByteArray body{};  ///< Frozen bytes; empty for a blob, which lies in the blob folder.
    StepState state = StepState::Queued;
    QString reason{};  ///< Why it is blocked or still queued: the fault and vendor text.
    int attempts = 0;

    bool operator==(const OutboxStep &) const = default;
};

/// What became of a step, and which papers it moves on.
struct StepOutcome {
    OutboxStep step{};
    std::vector<StateChange> changes{};
};

/// Why something could not be sent so far, and when it is tried again.
struct RetryWait {
    int failures = 0;     ///< With the same fault, in a row; 0: nothing failed.
    qint64 sinceMs = 0;   ///< Since when it has failed, whatever the fault.
    qint64 nextAtMs = 0;  ///< Not before.
    QString fault{};      ///< errorCode() of the last one.
    QString detail{};     ///< Technical; no personal data.
    bool dead = false;    ///< Not tried again before a person says so. Everything is kept.

    bool operator==(const RetryWait &) const = default;
};

/// One hand-over of one dossier. Its id is also the id of the department's
/// event and is on disk before anything is sent, so a restart cannot tell the
/// department twice.
struct HandoverRow {
    QString id{};  ///< UUIDv7.
    QString dossierUuid{};
    QByteArray draft{};        ///< Manifest without final codes (JSON); frozen input.
    QString manifestSha256{};  ///< Empty until every code is claimed.
    QString actor{};
    qint64 createdAtMs = 0;
    bool complete = false;  ///< Every step is verified.
    bool urgent = false;    ///< Goes before the others.
    RetryWait wait{};

    bool operator==(const HandoverRow &) const = default;
};

/// Who is told beside the department's inbox. No hand-over waits for them.
enum class NoticeTarget { Webhook, Portal };

struct NewNotice {
    NoticeTarget target = NoticeTarget::Portal;
    QByteArray body{};  ///< Frozen facts; what they mean is the target's business.
};

/// What somebody is still to be told of a hand-over that is complete.
struct Notice {
    QString handoverId{};
    NoticeTarget target = NoticeTarget::Portal;
    QString dossierUuid{};
    QByteArray body{};
    QString words{};  ///< Of the other side's last refusal; for the screen only.
    RetryWait wait{};
    bool toldBefore = false;  ///< The same target has taken an earlier one of this dossier.

    bool operator==(const Notice &) const = default;
};

QString
kindName(StepKind kind);  ///< blob, code_claim, manifest, dossier_pointer, owner_index, event
QString stateName(StepState state);       ///< queued, sending, verified, blocked
QString targetName(NoticeTarget target);  ///< webhook, portal

}  // namespace station::store
