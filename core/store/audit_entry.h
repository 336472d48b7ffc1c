#pragma once

#include <QString>

namespace station::store {

/// What one row of the audit chain tells: who did what to which object. Ids and
/// hashes only: no name, no personal id, no dossier or digitization code.
struct AuditEntry {
    qint64 seq = 0;  ///< From 1, without gaps.
    qint64 atMs = 0;
    QString station{};  ///< Random id of this store.
    QString actor{};    ///< Certificate serial or station account.
    QString action{};
    QString dossierUuid{};
    QString componentCode{};
    QString objectSha256{};
    QString previousSha256{};  ///< Of the row before; 64 zeros in the first.
    QString sha256{};          ///< Over everything else.
    QString facts{};           ///< More about the action: canonical JSON, or empty.

    bool operator==(const AuditEntry &) const = default;
};

/// The chain's end. A chain alone does not show that its tail was cut off, so
/// each manifest carries the head to the repository.
struct AuditHead {
    qint64 seq = 0;
    QString sha256{};

    bool operator==(const AuditHead &) const = default;
};

}  // namespace station::store
