#pragma once

#include "core/worker/page_worker.h"

#include <QStringList>

namespace station::cli {

/// The first line of a table.
QString pageTableHeader();

/// A page's words in Tesseract's twelve columns (levels 1 to 5: page, block, paragraph, line,
/// word), in pixels of the input image. A block is one paragraph.
QStringList pageTable(const worker::ReadSide &read, int pageNumber);

}  // namespace station::cli
