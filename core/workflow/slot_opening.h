#pragma once

#include "core/base/expected.h"
#include "core/dossier/dossier.h"
#include "core/workflow/station_context.h"

#include <QString>

namespace station::workflow {

/// Makes sure that sides may go into a component now. One that is still open
/// is decided "digitize" when the rules advise it. ForbiddenByDecision when it
/// takes no sides, WrongOrder when its copy is signed or nothing is advised.
Expected<> openForSides(const StationContext &context, const dossier::Dossier &dossier,
                        const QString &component);

/// StorageLow when less than the station's reserve is free on the disk.
Expected<> requireRoom(const StationContext &context);

}  // namespace station::workflow
