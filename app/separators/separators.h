#pragma once

#include "core/base/expected.h"
#include "core/workflow/station_context.h"

#include <QString>

namespace station::separators {

/// Writes the sheets that part the papers of one procedure in a pile, one for each
/// component that is digitized and a general one, as PDF to print once and use
/// again and again. UnknownProcedure, or as pdf::writeSeparatorSheets.
Expected<> write(const workflow::LawBook &law, const QDate &day, const codes::ProcedureCode &code,
                 const QString &path);

/// The sheet of one component as a picture for the virtual scanner's feeder. The
/// file lies in `folder`.
Expected<QString> picture(const QString &component, const QString &folder);

}  // namespace station::separators
