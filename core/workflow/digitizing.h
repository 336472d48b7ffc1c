#pragma once

#include "core/base/expected.h"
#include "core/pdf/pdfa_writer.h"
#include "core/workflow/file_reading.h"

#include <QString>

namespace station::workflow {

struct DigitizeReport {
    int pages = 0;
    int blank = 0;    ///< Left out.
    int layered = 0;  ///< Of the pages, those in mixed raster.
};

/// Pages of files, as `readFiles` delivers them, to one clean PDF/A-2b without a dossier. The
/// file appears with `finish` or not at all; memory holds one page.
class Digitizing {
public:
    /// `output` is replaced when it exists. Fails with StorageFull, StorageFailed.
    static Expected<Digitizing> begin(const QString &output, pdf::TextLayer layer, qint64 nowMs);

    /// InvalidInput, FileUnreadable: this page cannot stand in a PDF; the next one may come.
    Expected<> add(const FilePage &page);

    /// InvalidInput when there is no page with content.
    Expected<DigitizeReport> finish();

private:
    explicit Digitizing(pdf::PdfAFile file) : m_file(std::move(file)) {}

    pdf::PdfAFile m_file;
    DigitizeReport m_report{};
};

}  // namespace station::workflow
