#pragma once

#include "core/base/expected.h"
#include "core/dossier/side.h"
#include "core/worker/page_worker.h"
#include "core/workflow/station_context.h"

#include <QString>

namespace station::workflow {

/// What the page workers are to do with a side of a dossier, to clean it as well as to read
/// it: the same job makes the same picture. Makes the dossier's spool folder.
Expected<worker::SideJob> sideJob(const StationContext &context, const QString &dossierUuid,
                                  const dossier::Side &side);

}  // namespace station::workflow
