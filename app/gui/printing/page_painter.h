#pragma once

#include "core/pdf/printed_page.h"

#include <QImage>

class QPrinter;

namespace station::gui {

// What is shown and printed is drawn from the same values as the PDF. Any thread.

/// A page as a picture.
QImage pageImage(const pdf::PrintedPage &page, double dpi);

/// Sends the pages to the printer, one a sheet, in their own size. False: it did not take them.
bool printPages(QPrinter &printer, const pdf::PrintedPages &pages);

}  // namespace station::gui
