#pragma once

#include "core/base/expected.h"
#include "core/pdf/printed_page.h"
#include "core/workflow/station_context.h"

#include <QString>

namespace station::separators {

/// The sheets that part the papers of one procedure in a pile, one for each component that is
/// digitized and a general one, to print once and use again and again. UnknownProcedure, or as
/// pdf::separatorSheets.
Expected<pdf::PrintedPages> pages(const workflow::LawBook &law, const QDate &day,
                                  const codes::ProcedureCode &code);

/// The sheet of one component as a picture for the virtual scanner's feeder. The
/// file lies in `folder`.
Expected<QString> picture(const QString &component, const QString &folder);

}  // namespace station::separators
