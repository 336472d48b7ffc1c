#pragma once

#include "core/sync/owner_lookup.h"

#include <QString>

namespace station {

/// Why a stored copy may not be reused, in words for a person; empty when it may be.
QString standingText(const sync::StoredPaper &paper);

/// Of when the answer is: while the repository is away, or was never asked. Empty for one that it
/// gave now.
QString ageText(const sync::OwnerPapers &answer);

}  // namespace station
