#pragma once

namespace station::store {

/// Uuids of dossiers that somebody has work with: not handed over, or with a paper on its way, or
/// with a copy that is being replaced or withdrawn. By indexes alone, however many years there are.
inline constexpr auto unfinishedDossiers =
    "SELECT uuid FROM dossiers WHERE handed_over = 0"
    " UNION SELECT dossier_uuid FROM components WHERE state IN"
    " ('decided', 'captured', 'signed', 'extracted', 'coded', 'stored')"
    " UNION SELECT dossier_uuid FROM corrections";

}  // namespace station::store
