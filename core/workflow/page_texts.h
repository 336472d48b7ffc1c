#pragma once

#include "core/base/expected.h"
#include "core/dossier/side.h"
#include "core/recognition/recognized_page.h"
#include "core/worker/page_worker.h"
#include "core/workflow/station_context.h"

#include <QString>

#include <vector>

namespace station::workflow {

/// The text of sides, in their order: what was read before, else read now, as many at once as
/// there are page workers. A side that the engine did not read in time, or whose worker
/// died of it, has a page without words; its fields are typed, the others
/// do not suffer.
Expected<std::vector<recognition::RecognizedPage>> pageTexts(const StationContext &context,
                                                             worker::PageWorkerPool &pool,
                                                             const QString &dossierUuid,
                                                             const dossier::Sides &sides);

/// What was read of sides before; those without a text are left out.
std::vector<recognition::RecognizedPage>
storedTexts(const StationContext &context, const QString &dossierUuid, const dossier::Sides &sides);

/// The sides of a read paper whose text could not be read.
dossier::Sides unreadSides(const StationContext &context, const QString &dossierUuid,
                           const dossier::Sides &sides);

}  // namespace station::workflow
