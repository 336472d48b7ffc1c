#pragma once

#include "core/base/expected.h"

#include <QString>

#include <vector>

namespace station::pdf {

/// One page to print and lay into a pile before scanning. All words are the caller's.
struct SeparatorSheet {
    QString component{};  ///< Code of the component; empty: the general sheet (patch T).
    QString title{};      ///< Large; the component's code and name.
    QString sentence{};   ///< What to do with the sheet.
};

/// Writes the sheets as A4 pages, durably. A component's sheet carries its QR twice
/// (recognition::separatorPayload), the general one patch T along its upper edge
/// (Kodak A-61599): the two are not mixed, so that a sheet says one thing only.
///
/// Fails with InvalidInput (no sheet), FileMissing (no font on this machine),
/// GlyphMissing, StorageFull, StorageFailed.
Expected<> writeSeparatorSheets(const QString &path, const std::vector<SeparatorSheet> &sheets);

/// The same file in memory.
Expected<QByteArray> separatorSheets(const std::vector<SeparatorSheet> &sheets);

}  // namespace station::pdf
