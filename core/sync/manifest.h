#pragma once

#include "core/base/expected.h"
#include "core/dossier/copies.h"
#include "core/dossier/owner.h"
#include "core/repository/province_key.h"
#include "core/store/audit_entry.h"

#include <QByteArray>
#include <QDate>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace station::sync {

enum class DocumentKind { Digitized, Reused, Attached };

/// What is told of a paper that nobody had to bring again.
struct Reuse {
    /// By what the code stands for (TT 01/2023 Art. 10): a component of an earlier dossier, or a
    /// result.
    enum class Of { Component, Result };
    Of of = Of::Component;
    dossier::ReuseSource source = dossier::ReuseSource::Repository;
    int count = 0;  ///< Dossiers of the station that link the copy, this one included; 0: unknown.

    static Reuse ofCode(const QString &digitizationCode);
    bool operator==(const Reuse &) const = default;
};

/// One electronic copy of the dossier.
struct ManifestDocument {
    DocumentKind kind = DocumentKind::Digitized;
    QString component{};
    QString paperType{};
    QString paperName{};
    dossier::Blob pdf{};
    int sides = 0;
    QString replacesSha256{};      ///< The copy of an earlier manifest whose place this one takes.
    std::optional<Reuse> reuse{};  ///< Of a reused copy, and of no other.
    QString code{};                ///< Digitization code; empty for an attachment. Sealed.
    dossier::Clerk signer{};       ///< The name is sealed.
    qint64 signedAtMs = 0;
    SignatureLevel level = SignatureLevel::B;  ///< Of the clerk's signature. Sealed.
    qint64 provenAtMs = 0;  ///< Oldest trusted proof that it existed; 0: none. Sealed.
    /// Last day on which the owner need not bring the paper again. Sealed: it
    /// may be an expiry date. Nothing: for ever.
    std::optional<QDate> reusableUntil{};
    dossier::Fields fields{};  ///< Sealed.

    bool operator==(const ManifestDocument &) const = default;
};

/// A copy of an earlier manifest that counts no more: it was handed over in error.
struct WithdrawnPaper {
    QString component{};
    QString paperType{};
    QString paperName{};
    dossier::Blob pdf{};
    QString code{};  ///< Sealed.

    bool operator==(const WithdrawnPaper &) const = default;
};

/// What a dossier consists of: the object that the department's event points
/// to (docs/formats/manifest.md). Never changed; a correction is a new
/// manifest that names the one before.
///
/// In its JSON everything about a person stands in one sealed block.
struct Manifest {
    QString dossierUuid{};
    QString dossierCode{};  ///< Empty: the portal gave none. Sealed.
    QString procedure{};
    QString office{};
    QString department{};
    QString station{};
    qint64 receivedAtMs = 0;
    qint64 createdAtMs = 0;
    dossier::Owner owner{};  ///< Sealed.
    std::vector<ManifestDocument> documents{};
    std::vector<WithdrawnPaper> withdrawn{};  ///< Since the manifest before.
    QString previousSha256{};                 ///< Manifest before this one; empty in the first.
    store::AuditHead auditHead{};

    bool operator==(const Manifest &) const = default;
};

/// Canonical bytes: UTF-8, keys sorted, no blanks. The sealed block has a fresh
/// nonce, so two calls give different bytes: keep what was made.
Expected<QByteArray> sealedManifest(const Manifest &manifest, const repository::ProvinceKey &key);
/// RepositoryDamaged when a part is missing or the block does not open.
Expected<Manifest> openManifest(const QByteArray &bytes, const repository::ProvinceKey &key);

/// Everything in clear; for the station's own database only.
QByteArray plainManifest(const Manifest &manifest);
Expected<Manifest> manifestFromPlain(const QByteArray &bytes);

}  // namespace station::sync
