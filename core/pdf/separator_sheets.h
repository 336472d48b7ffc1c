#pragma once

#include "core/base/expected.h"
#include "core/pdf/printed_page.h"

#include <QString>

#include <vector>

namespace station::pdf {

/// One page to print and lay into a pile before scanning. All words are the caller's.
struct SeparatorSheet {
    QString component{};  ///< Code of the component; empty: the general sheet (patch T).
    QString title{};      ///< Large; the component's code and name.
    QString sentence{};   ///< What to do with the sheet.
};

/// The sheets as A4 pages. A component's sheet carries its QR twice
/// (recognition::separatorPayload), the general one patch T along its upper edge
/// (Kodak A-61599): the two are not mixed, so that a sheet says one thing only.
///
/// Fails as PageComposer::finish; no sheet is InvalidInput.
Expected<PrintedPages> separatorSheets(const std::vector<SeparatorSheet> &sheets);

}  // namespace station::pdf
