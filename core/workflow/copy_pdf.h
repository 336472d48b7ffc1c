#pragma once

#include "core/base/expected.h"
#include "core/dossier/side.h"
#include "core/recognition/recognized_page.h"
#include "core/workflow/station_context.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace station::workflow {

/// Writes the cleaned sides with content as one PDF/A, in true size and the form that the rule
/// profile asks for; one side is in memory at a time. WrongOrder while a side is
/// not cleaned, InvalidInput when every side is blank. `texts` become an invisible layer: one for
/// each side of contentSides, or none, as the law has it by default. Returns the SHA-256 of the
/// picture that each page shows: of the JPEG that the clerk sees, whatever the form.
Expected<QStringList> writeCopyPdf(const StationContext &context, const QString &dossierUuid,
                                   const dossier::Sides &sides, const QString &title,
                                   const QString &path,
                                   const std::vector<recognition::RecognizedPage> &texts = {});

}  // namespace station::workflow
