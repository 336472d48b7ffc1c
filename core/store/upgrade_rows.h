#pragma once

#include "core/base/signature_level.h"
#include "core/dossier/copies.h"

#include <QJsonObject>
#include <QString>

namespace station::store {

/// What a fresh signature asks of the queue.
struct NewUpgrade {
    SignatureLevel wanted = SignatureLevel::B;
    SignatureLevel required = SignatureLevel::B;
    qint64 deadlineMs = 0;  ///< The signer's certificate ends; 0: not known.
};

/// When to try again and why the last attempt was not enough.
struct UpgradeWait {
    int attempts = 0;  ///< Without success since the last gain.
    qint64 nextAtMs = 0;
    QString lastFault{};   ///< Empty: the last attempt brought what it could.
    QString lastDetail{};  ///< Technical; no personal data.
};

/// One copy that should get more proof, or whose proof has to be renewed.
struct UpgradeRow {
    QString dossierUuid{};
    QString componentCode{};
    SignatureLevel level = SignatureLevel::B;  ///< Reached; of the component.
    NewUpgrade target{};
    qint64 queuedAtMs = 0;
    UpgradeWait wait{};
    qint64 renewBeforeMs = 0;  ///< All that is wanted is reached; it has to be renewed by then.

    bool isRenewal() const { return renewBeforeMs > 0; }
};

/// More proof for a copy: a new file takes the place of the old one.
struct UpgradeGain {
    QString dossierUuid{};
    QString componentCode{};
    QString claim{};       ///< As given to Store::claimUpgrade.
    QString fromSha256{};  ///< The file that was made better.
    dossier::Blob pdf{};   ///< Lies in the blob folder.
    SignatureLevel level = SignatureLevel::B;
    qint64 provenAtMs = 0;
    qint64 renewBeforeMs = 0;  ///< With `isComplete`; 0: the copy leaves the queue.
    bool isComplete = false;   ///< Has all that is wanted.
    UpgradeWait wait{};        ///< Unless the copy leaves the queue.
    QString actor{};
    QJsonObject facts{};
};

}  // namespace station::store
