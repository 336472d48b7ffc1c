#pragma once

#include "core/base/expected.h"
#include "core/pdf/pdfa_writer.h"
#include "core/worker/page_worker.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <stop_token>

namespace station::workflow {

struct DigitizeRequest {
    QStringList images{};
    QString output{};      ///< PDF/A-2b; replaced when it exists.
    QString workFolder{};  ///< Of the page workers; emptied of what is put there.
    pdf::TextLayer textLayer = pdf::TextLayer::None;
    int dpi = 300;  ///< For images that do not say.
};

struct DigitizeReport {
    int pages = 0;
    int blank = 0;  ///< Left out.
};

/// Images or PDFs to one clean PDF/A, without a dossier.
Expected<DigitizeReport> digitize(worker::PageWorkerPool &pool, const DigitizeRequest &request,
                                  qint64 nowMs,
                                  const std::function<void(int done, int total)> &onProgress = {},
                                  std::stop_token stop = {});

}  // namespace station::workflow
