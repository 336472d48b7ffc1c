#pragma once

#include "core/base/expected.h"
#include "core/pdf/printed_page.h"

#include <QByteArray>

namespace station::pdf {

/// The pages as a PDF with its fonts inside; the same bytes for the same pages. Fails with
/// InvalidInput (no page), FileMissing (no font on this machine).
Expected<QByteArray> printedPdf(const PrintedPages &pages);

/// The same as a durable file; also StorageFull, StorageFailed.
Expected<> writePrintedPdf(const QString &path, const PrintedPages &pages);

}  // namespace station::pdf
