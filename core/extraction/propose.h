#pragma once

#include "core/dossier/field.h"
#include "core/recognition/recognized_page.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <vector>

namespace station::extraction {

/// What is known before a paper is read. Only used to doubt or to trust a
/// reading, never to fill in a value that no ink shows.
struct ExtractionContext {
    QDate today{};           ///< A paper is not dated after it; invalid: not checked.
    QString ownerId{};       ///< Of the dossier's owner; empty when unknown.
    QStringList agencies{};  ///< Known agency names, as written; for trust only.
};

/// How a paper is read. Found by `layoutOf` from the catalogue's name of the
/// paper ("Căn cước công dân", "Giấy khám sức khỏe" …) or from its own text.
enum class Layout { Administrative, RequestForm, HealthCertificate, DrivingLicence, IdentityCard };

/// `paperType` may be empty or unknown; the page's own words decide then.
Layout layoutOf(const std::vector<recognition::RecognizedPage> &pages, const QString &paperType);

/// Proposes values for the paper whose sides are `pages`, in the order of
/// `dossier::field_key`, at most one a key. A field that is not found, covered
/// or written by hand is left out; nothing is guessed and no name is corrected.
/// Values are NFC, dates dd/MM/yyyy. Each has its evidence: the side's index and
/// the box of the words (or of the QR code) it was read from.
///
/// `sure` means: confidence ≥ 0.80 and no cross-check speaks against it.
dossier::FieldProposals propose(const std::vector<recognition::RecognizedPage> &pages,
                                const QString &paperType, const ExtractionContext &context = {});

}  // namespace station::extraction
