#pragma once

#include "core/base/expected.h"
#include "core/dossier/dossier.h"
#include "core/workflow/station_context.h"

#include <QString>

namespace station::workflow {

/// What the clerk types or a barcode gives to open a dossier.
struct NewDossier {
    QString procedure{};  ///< Procedure code.
    QString ownerId{};    ///< 12 or 9 digits, or a tax code.
    QString ownerName{};  ///< As on the card.
    QString code{};       ///< Dossier code of the portal; may be empty.
};

/// Opens a dossier with the checklist of its procedure as it stands today.
/// Fails with InvalidInput or CheckDigitWrong (subject: which entry and why),
/// UnknownProcedure, DuplicateDossier; nothing is written then.
Expected<dossier::Dossier> openDossier(const StationContext &context, const NewDossier &wanted);

/// By dossier code or uuid. UnknownDossier names what was asked for.
Expected<dossier::Dossier> findDossier(const StationContext &context, const QString &codeOrUuid);

/// A personal id (12 or 9 digits) or a tax code, checked; the name NFC.
Expected<dossier::Owner> parseOwner(const QString &id, const QString &name);

/// The owner by the QR code of an identity card as a hand scanner typed it. TextDamaged where
/// letters were lost on the way (codes::wedgeText), InvalidInput for anything but a card.
Expected<dossier::Owner> ownerOfCard(const QString &typed);

}  // namespace station::workflow
